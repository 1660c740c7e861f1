/// Less of a risky asset while it moves more (A. Moreira and T. Muir 2017, with volatility in place of variance).
public struct VolatilityTarget: Sendable, Hashable {
  /// The yearly volatility that is wanted, as a fraction.
  public var wanted: Double
  /// The most that is ever held.
  public var cap: Double
  /// How many daily returns the estimate rests on.
  public var window: Int

  public init(wanted: Double, cap: Double = 1, window: Int = 21) {
    self.wanted = wanted
    self.cap = cap
    self.window = window
  }

  /// The sample deviation of the last `window` daily returns of `prices`, times the root of 252.
  public func estimate(_ prices: [Double]) -> Double? {
    guard window > 1, prices.count > window else { return nil }
    let recent = Array(prices.suffix(window + 1))
    let returns = zip(recent.dropFirst(), recent).map { $0 / $1 - 1 }
    let mean = returns.reduce(0, +) / Double(window)
    let squares = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(window - 1)).squareRoot() * Double(252).squareRoot()
  }

  /// The share to hold next: `min(cap, wanted / estimate)`.
  public func weight(_ prices: [Double]) -> Double? {
    estimate(prices).map { $0 > 0 ? min(cap, wanted / $0) : cap }
  }
}
