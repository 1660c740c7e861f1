/// What a `FixedPoint` counts and how fine its steps are.
public protocol DecimalUnit: Sendable {
  /// Decimal places of one step: 6 means that a step is one millionth.
  static var places: Int { get }
}

/// A decimal number of fixed step, counted in an `Int64`; the phantom `Unit` keeps dollars from being added to shares.
///
/// Sums are exact. Products and quotients go through `Int128` and name their `Rounding`. A sum past the range of `Int64`
/// traps as an integer does; what comes from outside is bounded where it is read (`init(_:rounding:)` returns `nil`).
public struct FixedPoint<Unit: DecimalUnit>: Sendable, Hashable {
  /// The number of steps; one step is `10^-places` units.
  public var steps: Int64

  public init(steps: Int64) { self.steps = steps }

  /// A whole number of units.
  public init(_ whole: Int) { steps = Int64(whole) * Self.stepsPerUnit }

  public static var zero: Self { Self(steps: 0) }
  public static var stepsPerUnit: Int64 { powerOfTen(Unit.places) }

  public var isZero: Bool { steps == 0 }
  public var isNegative: Bool { steps < 0 }
  public var magnitude: Self { steps < 0 ? -self : self }
}

extension FixedPoint: Comparable, AdditiveArithmetic {
  public static func < (left: Self, right: Self) -> Bool { left.steps < right.steps }
  public static func + (left: Self, right: Self) -> Self { Self(steps: left.steps + right.steps) }
  public static func - (left: Self, right: Self) -> Self { Self(steps: left.steps - right.steps) }
  public static prefix func - (value: Self) -> Self { Self(steps: -value.steps) }
  public static func * (count: Int, value: Self) -> Self { Self(steps: Int64(count) * value.steps) }
}

extension FixedPoint {
  /// `self × numerator / denominator` in one rounding; `nil` where the result does not fit.
  public func scaled<Ratio>(
    by numerator: FixedPoint<Ratio>, over denominator: FixedPoint<Ratio>, rounding: Rounding
  ) -> Self? {
    guard denominator.steps != 0 else { return nil }
    let product = Int128(steps) * Int128(numerator.steps)
    return Self(exactly: rounding.quotient(product, by: Int128(denominator.steps)))
  }

  /// This figure rounded to `places` decimals (2 for cents), still counted in its own steps.
  public func rounded(toPlaces places: Int, _ rounding: Rounding) -> Self {
    guard places < Unit.places else { return self }
    let grain = powerOfTen(Unit.places - places)
    if steps % grain == 0 { return self }
    return Self(steps: Int64(clamping: rounding.quotient(Int128(steps), by: Int128(grain)) * Int128(grain)))
  }

  package init?(exactly steps: Int128) {
    guard let steps = Int64(exactly: steps) else { return nil }
    self.steps = steps
  }
}

/// 10 to the power of `exponent`, for exponents from 0 to 18.
package func powerOfTen(_ exponent: Int) -> Int64 {
  var result: Int64 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}
