public import Measures

/// What one account received and paid in a calendar year, by kind.
public struct IncomeOfYear: Sendable, Hashable {
  public var dividends = Money.zero
  public var interest = Money.zero
  /// Gains that funds realised and distributed.
  public var shortGains = Money.zero
  public var longGains = Money.zero
  public var otherIncome = Money.zero
  public var returnOfCapital = Money.zero
  /// What accounts, plans and advisers charged, and interest on margin, above zero; commissions, fees and loads of trades as they are
  /// printed, though they are inside basis and proceeds too.
  public var fees = Money.zero
  /// Withheld at the source or paid from the account, above zero.
  public var taxes = Money.zero

  public init() {}

  public var income: Money { dividends + interest + shortGains + longGains + otherIncome }

  public static func + (left: IncomeOfYear, right: IncomeOfYear) -> IncomeOfYear {
    var sum = left
    sum.dividends += right.dividends
    sum.interest += right.interest
    sum.shortGains += right.shortGains
    sum.longGains += right.longGains
    sum.otherIncome += right.otherIncome
    sum.returnOfCapital += right.returnOfCapital
    sum.fees += right.fees
    sum.taxes += right.taxes
    return sum
  }
}
