/// How a quotient that is not a whole number of steps becomes one.
///
/// Every place that rounds names its rule, so that no figure of Hearth depends on an unstated habit.
public enum Rounding: Sendable {
  /// To the nearest step; a tie goes to the even one (the rule for figures that are added up later).
  case halfEven
  /// To the nearest step; a tie goes away from zero (the rule that brokers and the IRS use for cents).
  case halfAwayFromZero
  /// Toward zero.
  case towardZero
  /// Toward negative infinity.
  case down
  /// Toward positive infinity.
  case up

  /// The whole number that stands for `dividend / divisor` under this rule.
  ///
  /// - Parameter divisor: any number but zero.
  package func quotient(_ dividend: Int128, by divisor: Int128) -> Int128 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    if remainder == 0 { return quotient }
    let awayFromZero: Int128 = (dividend < 0) == (divisor < 0) ? 1 : -1
    switch self {
    case .towardZero: return quotient
    case .down: return awayFromZero < 0 ? quotient - 1 : quotient
    case .up: return awayFromZero > 0 ? quotient + 1 : quotient
    case .halfEven, .halfAwayFromZero:
      let doubled = remainder.magnitude * 2
      if doubled < divisor.magnitude { return quotient }
      if doubled > divisor.magnitude { return quotient + awayFromZero }
      if self == .halfAwayFromZero { return quotient + awayFromZero }
      return quotient % 2 == 0 ? quotient : quotient + awayFromZero
    }
  }
}
