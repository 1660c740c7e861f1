public import Measures

/// The highest price of a security in a span of time, as far as statements show it.
public struct HighestPrice: Sendable, Hashable {
  public let price: Price
  public let day: Day

  public init(price: Price, day: Day) {
    self.price = price
    self.day = day
  }
}
