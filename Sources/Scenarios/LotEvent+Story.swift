import Booking
import Measures
import PortfolioModel

/// The words of a line, taken one after the other.
struct StoryWords {
  let line: String
  private var words: ArraySlice<Substring>

  init(_ line: String) {
    self.line = line
    words = line.split(separator: " ")[...]
  }

  var isEmpty: Bool { words.isEmpty }

  mutating func word() throws -> String {
    guard let word = words.popFirst() else { throw Story.Unreadable(line: line) }
    return String(word)
  }

  mutating func skip(_ word: String) -> Bool {
    guard words.first == Substring(word) else { return false }
    words.removeFirst()
    return true
  }

  mutating func number<Unit>() throws -> FixedPoint<Unit> {
    guard let value = FixedPoint<Unit>(try word().filter { $0 != "," }) else { throw Story.Unreadable(line: line) }
    return value
  }

  /// The amount after `word`; `nil` where the word is not there or the amount is `unknown`.
  mutating func number<Unit>(after word: String) throws -> FixedPoint<Unit>? {
    guard skip(word), !skip("unknown") else { return nil }
    return try number()
  }

  mutating func day(after word: String) throws -> Day? {
    guard skip(word), !skip("unknown") else { return nil }
    return try day()
  }

  mutating func day() throws -> Day {
    guard let day = Day(try word()) else { throw Story.Unreadable(line: line) }
    return day
  }
}

extension LotEvent {
  /// A line of a story: `2025-03-04 sell 40 for 2,800.00 out of 40 acquired 2024-01-02`.
  init(told line: String, number: Int) throws {
    var words = StoryWords(line)
    let day = try words.day()
    let action: Action
    var origin = LotOrigin.purchase
    switch try words.word() {
    case "buy": action = .acquire(try words.number(), cost: try words.number(after: "for"), acquired: day)
    case "receive":
      action = .acquire(
        try words.number(), cost: try words.number(after: "basis"), acquired: try words.day(after: "acquired"))
      origin = try Self.origin(&words)
    case "surrender":
      action = .surrender(
        try words.number(), cash: try words.number(after: "cash") ?? .zero, value: try words.number(after: "worth"))
    case "sell":
      let units: Quantity = try words.number()
      action = .dispose(units, proceeds: try words.number(after: "for"), choices: try Self.choices(&words))
    case "remove": action = .remove(try words.number())
    case "short": action = .sellShort(try words.number(), proceeds: try words.number(after: "for"))
    case "cover": action = .buyToCover(try words.number(), cost: try words.number(after: "for"))
    case "split":
      let old: Quantity = try words.number()
      guard let new: Quantity = try words.number(after: "into") else { throw Story.Unreadable(line: line) }
      action = .split(old: old, new: new)
    case "return": action = .returnCapital(try words.number())
    case "count": action = .count(try words.number(), basis: try words.number(after: "basis"))
    case "lots": action = .stateLots(try Self.lots(&words, from: number * 100))
    default: throw Story.Unreadable(line: line)
    }
    guard words.isEmpty else { throw Story.Unreadable(line: line) }
    self.init(day: day, order: number, source: number, action: action, origin: origin)
  }

  /// `inherited`, or `given 2024-03-01 worth 700.00`.
  private static func origin(_ words: inout StoryWords) throws -> LotOrigin {
    if words.skip("inherited") { return .inheritance }
    guard let day = try words.day(after: "given"), let value: Money = try words.number(after: "worth") else {
      return .purchase
    }
    return .gift(on: day, value: value)
  }

  /// `out of 40 basis 2,000.00 acquired 2024-01-02 and 10 acquired …`, any part of it left out.
  private static func choices(_ words: inout StoryWords) throws -> [LotChoice] {
    guard words.skip("out"), words.skip("of") else { return [] }
    var choices: [LotChoice] = []
    repeat {
      let quantity: Quantity? = words.skip("any") ? nil : try words.number()
      let basis: Money? = try words.number(after: "basis")
      choices.append(LotChoice(acquired: try words.day(after: "acquired"), quantity: quantity, basis: basis))
    } while words.skip("and")
    return choices
  }

  /// `60 basis 3,000.00 acquired 2024-01-02 and …`, or nothing.
  private static func lots(_ words: inout StoryWords, from source: Int) throws -> [StatedLot] {
    var lots: [StatedLot] = []
    while !words.isEmpty {
      let quantity: Quantity = try words.number()
      let basis: Money? = try words.number(after: "basis")
      lots.append(
        StatedLot(
          source: source + lots.count, quantity: quantity, basis: basis, acquired: try words.day(after: "acquired")))
      if !words.skip("and") { break }
    }
    return lots
  }
}
