import Measures
import Statements

extension StatementEntry.ClosedLot {
  /// The lots that a memo names: `VS 07/16/13 15 @ 87.281000` is the day of purchase, the shares, and the price paid.
  static func named(in memo: String?) -> [Self] {
    guard let memo, Memo(memo).says("VS ") else { return [] }
    let words = memo.split(separator: " ")
    return words.indices.compactMap { index in
      guard index + 4 < words.count, words[index].uppercased().hasSuffix("VS"), words[index + 3] == "@",
        let acquired = day(words[index + 1]), let units = PrintedNumber(words[index + 2]),
        let price = PrintedNumber(words[index + 4])
      else { return nil }
      return Self(acquired: acquired, units: units, price: price)
    }
  }

  /// `MM/DD/YY` or `MM/DD/YYYY`; two digits are a year from 1970 to 2069.
  private static func day(_ text: Substring) -> Day? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[2] < 100 ? parts[2] + (parts[2] < 70 ? 2000 : 1900) : parts[2]
    return Day(year: year, month: parts[0], day: parts[1])
  }
}
