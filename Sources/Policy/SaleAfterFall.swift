public import Measures
public import PortfolioModel

/// A plan sells what has fallen: the moment at which people sell out of fear, and at which a rule seldom asks for it.
public struct SaleAfterFall: Sendable, Hashable {
  public let security: SecurityID
  public let highest: HighestPrice
  /// By how much the price is below the highest one, as a fraction of it.
  public let fall: Weight

  /// From a tenth on: what newspapers call a correction.
  public static let least = Weight(steps: 100_000_000_000)

  /// `nil` where the price is less than a tenth below the highest one.
  public init?(of security: SecurityID, at price: Price, highest: HighestPrice) {
    guard let rest = Weight(1).scaled(by: price, over: highest.price, rounding: .halfEven) else { return nil }
    let fall = Weight(1) - rest
    guard fall >= Self.least else { return nil }
    self.security = security
    self.highest = highest
    self.fall = fall
  }
}

extension SaleAfterFall: CustomStringConvertible {
  public var description: String {
    let percent = Weight(steps: fall.steps * 100).formatted(places: 1)
    return
      "you are selling \(security) after a fall of \(percent) % from its highest price of the last twelve months, on \(highest.day)"
  }
}
