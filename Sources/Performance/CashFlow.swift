public import Measures

/// Money that came from outside on a day, or went there, below zero.
public struct CashFlow: Sendable, Hashable {
  public let day: Day
  public let amount: Money

  public init(day: Day, amount: Money) {
    self.day = day
    self.amount = amount
  }
}
