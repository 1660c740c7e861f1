public import Measures

/// The least that must leave a traditional account in a year (IRC 401(a)(9), 408(a)(6)).
public enum RequiredDistribution {
  /// The age from which it is required: 72, 73 or 75 by the year of birth (IRC 401(a)(9)(C)(v); 73 for 1959, as proposed in
  /// Prop. Reg. 1.401(a)(9)-2(b)(2)). Born before July 1949 it was 70½, and has begun.
  public static func firstAge(bornIn year: Int) -> Int {
    switch year {
    case ...1950: 72
    case 1951...1959: 73
    default: 75
    }
  }

  /// The first year for which a distribution is required; that one may wait until 1 April of the next year.
  public static func firstYear(bornIn year: Int) -> Int { year + firstAge(bornIn: year) }

  /// - Parameters:
  ///   - balance: at the end of the year before (Reg. 1.401(a)(9)-5(b)).
  ///   - year: for which it is required.
  /// - Returns: zero before the first year.
  public static func amount(of balance: Money, in year: Int, bornIn birthYear: Int) -> Money {
    guard year >= firstYear(bornIn: birthYear), let period = period(atAge: year - birthYear), balance > .zero else {
      return .zero
    }
    let cents = balance.scaled(by: Weight(10), over: Weight(period), rounding: .up) ?? .zero
    return cents.rounded(toPlaces: 2, .up)
  }

  /// Tenths of years at the age that is reached in the year: the Uniform Lifetime Table (Reg. 1.401(a)(9)-9(c), from 2022 on).
  ///
  /// A spouse who is the only heir and more than ten years younger has a table of his own, which is not here; it asks for less.
  static func period(atAge age: Int) -> Int? {
    guard age >= 72 else { return nil }
    return uniformLifetime[min(age - 72, uniformLifetime.count - 1)]
  }

  /// From 72 to 120 and over.
  private static let uniformLifetime = [
    274, 265, 255, 246, 237, 229, 220, 211, 202, 194, 185, 177, 168, 160, 152, 144, 137, 129, 122, 115, 108, 101, 95,
    89, 84, 78, 73, 68, 64, 60, 56, 52, 49, 46, 43, 41, 39, 37, 35, 34, 33, 31, 30, 29, 28, 27, 25, 23, 20,
  ]
}
