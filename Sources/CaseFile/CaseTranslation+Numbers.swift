import Diagnostics
import Measures
import PortfolioModel

/// What a number of a case may be, so that every sum and product of the problem fits.
enum CaseRange {
  /// Dollars, less than a hundred thousand million.
  static let amount = 0...99_999_999_999.0
  static let signedAmount = -99_999_999_999.0...99_999_999_999.0
  /// Dollars for one trade.
  static let fee = 0...1_000_000.0
  /// Dollars per share.
  static let price = 0...400_000_000.0
  static let shares = 0...1_000_000_000.0
  static let fraction = 0...1.0
  /// Dollars of the objective per dollar of drift, or of the allocation per dollar of an account.
  static let slope = 0...10.0
  static let annuity = 0...100.0
  static let washDays = 0...61
  /// Between two moves, and moves of a month.
  static let days = 0...366
  static let trades = 0...1_000_000
}

extension CaseTranslation {
  /// The decimal number that was written, to the nearest step.
  mutating func exact<Unit>(_ value: Double, _ path: String, in range: ClosedRange<Double>) -> FixedPoint<Unit> {
    // Weights that were computed may be a last bit more than one.
    guard range.lowerBound <= value, value <= range.upperBound * (1 + 1e-9) else {
      complain(path, "\(value) is not a number from \(range.lowerBound.plain) to \(range.upperBound.plain).")
      return .zero
    }
    if let printed = PrintedNumber(value.description), let read = FixedPoint<Unit>.reading(printed) {
      return read.value
    }
    // Very small and very large numbers print with an exponent.
    return FixedPoint<Unit>(nearest: value) ?? .zero
  }

  /// A fraction of 0 to 1; nothing where none is written.
  mutating func fraction(_ value: Double?, _ path: String) -> FixedPoint<FractionUnit> {
    exact(value ?? 0, path, in: CaseRange.fraction)
  }

  /// Dollars of zero or more; nothing where none are written.
  mutating func amount(_ value: Double?, _ path: String) -> Money { exact(value ?? 0, path, in: CaseRange.amount) }

  mutating func signedAmount(_ value: Double?, _ path: String) -> Money {
    exact(value ?? 0, path, in: CaseRange.signedAmount)
  }

  mutating func whole(_ value: Int, _ path: String, in range: ClosedRange<Int>) -> Int {
    if range.contains(value) { return value }
    complain(path, "\(value) is not a whole number from \(range.lowerBound) to \(range.upperBound).")
    return range.lowerBound
  }

  mutating func day(_ text: String, _ path: String) -> Day {
    if let day = Day(text) { return day }
    complain(path, "“\(text)” is no day of the form YYYY-MM-DD.")
    return Day(number: 0)
  }

  mutating func named<Name: RawRepresentable & CaseIterable>(
    _ text: String, _ path: String, else fallback: Name
  ) -> Name where Name.RawValue == String {
    if let name = Name(rawValue: text) { return name }
    complain(path, "“\(text)” is none of \(Name.allCases.map(\.rawValue).joined(separator: ", ")).")
    return fallback
  }
}

extension Double {
  /// Without a fraction of zero or an exponent: `99999999999`, `0.5`.
  fileprivate var plain: String { Int(exactly: self).map(String.init) ?? description }
}
