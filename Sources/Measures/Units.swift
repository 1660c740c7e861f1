public enum MoneyUnit: DecimalUnit { public static let places = 6 }
public enum QuantityUnit: DecimalUnit { public static let places = 8 }
public enum PriceUnit: DecimalUnit { public static let places = 10 }
public enum FractionUnit: DecimalUnit { public static let places = 12 }

/// An amount of one currency, to a millionth: ±9.2 million million dollars.
public typealias Money = FixedPoint<MoneyUnit>
/// Shares, fund units, face value or contracts, to eight places.
public typealias Quantity = FixedPoint<QuantityUnit>
/// Money per share, to ten places: fund administrators print up to nine.
public typealias Price = FixedPoint<PriceUnit>
/// A part of a whole: 0.6 is sixty percent.
public typealias Weight = FixedPoint<FractionUnit>
/// A yearly or tax rate as a fraction: 0.0003 is three basis points.
public typealias Rate = FixedPoint<FractionUnit>

extension FixedPoint where Unit == MoneyUnit {
  /// The worth of `quantity` shares at `price`; `nil` where it does not fit.
  public init?(_ quantity: Quantity, at price: Price, rounding: Rounding = .halfEven) {
    let product = Int128(quantity.steps) * Int128(price.steps)
    let grain = Int128(powerOfTen(QuantityUnit.places + PriceUnit.places - MoneyUnit.places))
    self.init(exactly: rounding.quotient(product, by: grain))
  }

  /// This fraction of the amount; `nil` where it does not fit.
  public func times(_ fraction: Weight, rounding: Rounding = .halfEven) -> Money? {
    scaled(by: fraction, over: Weight(1), rounding: rounding)
  }

  /// This amount as a fraction of `whole`; zero where the whole is zero.
  public func fraction(of whole: Money, rounding: Rounding = .halfEven) -> Weight {
    guard whole.steps != 0 else { return .zero }
    let scaled = Int128(steps) * Int128(Weight.stepsPerUnit)
    return Weight(steps: Int64(clamping: rounding.quotient(scaled, by: Int128(whole.steps))))
  }

  /// The shares that this amount pays for; `nil` for a price of zero or where they do not fit.
  public func shares(at price: Price, rounding: Rounding = .halfEven) -> Quantity? {
    guard price.steps != 0 else { return nil }
    let grain = Int128(powerOfTen(QuantityUnit.places + PriceUnit.places - MoneyUnit.places))
    return Quantity(exactly: rounding.quotient(Int128(steps) * grain, by: Int128(price.steps)))
  }

  /// The price at which `quantity` shares are worth this amount; `nil` for no shares or where it does not fit.
  public func perShare(of quantity: Quantity, rounding: Rounding = .halfEven) -> Price? {
    guard quantity.steps != 0 else { return nil }
    let grain = Int128(powerOfTen(QuantityUnit.places + PriceUnit.places - MoneyUnit.places))
    return Price(exactly: rounding.quotient(Int128(steps) * grain, by: Int128(quantity.steps)))
  }
}
