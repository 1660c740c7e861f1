import Measures

/// One column of a table that nobody has described yet, with what its cells look like.
public struct SurveyedColumn: Sendable {
  public let name: String
  /// The texts of the cells that hold anything, each once, in the file's order, with how often each is there.
  public let texts: [(text: String, count: Int)]
  /// How many cells hold anything.
  public let filled: Int
  private let days: Int
  private let numbers: Int
  private let negatives: Int

  init(name: String, cells: [String], numbers format: NumberFormat, days: DayFormat) {
    self.name = name
    var (filled, dayCount, numbers, negatives) = (0, 0, 0, 0)
    var places: [String: Int] = [:]
    var texts: [(text: String, count: Int)] = []
    for text in cells {
      let cell = Array(text.utf8)[...]
      guard !NumberFormat.isAbsent(cell) else { continue }
      filled += 1
      if days.day(cell) != nil { dayCount += 1 }
      if case .number(let number) = format.cell(cell) {
        numbers += 1
        if number.isNegative { negatives += 1 }
      }
      if let place = places[text] {
        texts[place].count += 1
      } else if texts.count < 400 {
        places[text] = texts.count
        texts.append((text, 1))
      }
    }
    (self.filled, self.days, self.numbers, self.negatives, self.texts) = (filled, dayCount, numbers, negatives, texts)
  }

  public var holdsDays: Bool { days > 0 && days * 10 >= filled * 6 }
  /// Whether most cells are numbers; days of eight digits are days.
  public var holdsNumbers: Bool { !holdsDays && numbers > 0 && numbers * 10 >= filled * 6 }
  public var hasNegatives: Bool { negatives > 0 }
  /// `US0378331005`: two letters, nine letters or digits, a digit (ISO 6166).
  public var holdsISINs: Bool {
    most { $0.count == 12 && $0.prefix(2).allSatisfy(\.isLetter) && $0.last?.isNumber == true }
  }
  /// `EUR` (ISO 4217).
  public var holdsCurrencies: Bool {
    most { $0.count == 3 && $0.allSatisfy { $0.isASCII && $0.isUppercase } }
      && texts.contains { Self.currencies.contains($0.text) }
  }
  public var isText: Bool { !holdsDays && !holdsNumbers && !holdsISINs && !holdsCurrencies }

  /// The commonest ones (ISO 4217).
  public static let currencies: Set = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK", "PLN"]

  private func most(_ test: (String) -> Bool) -> Bool {
    let fitting = texts.reduce(0) { $0 + (test($1.text) ? $1.count : 0) }
    return fitting > 0 && fitting * 10 >= filled * 8
  }
}
