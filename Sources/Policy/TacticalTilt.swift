public import Allocation
public import Measures
public import PortfolioModel

/// Part of a class's target that moves into another one while a signal warns, never more than the cap.
///
/// The strategic targets stay what they are: a tilt is a second opinion, shown with the tax and the turnover that it costs.
public struct TacticalTilt: Sendable, Hashable {
  public enum Signal: String, Sendable, Hashable, CaseIterable {
    /// The price below its ten-month average; lower than twelve months ago.
    case average, momentum
    /// An inverted yield curve; a recession within a year likely; unemployment half a point up; activity weak.
    case curve, recession, sahm, activity
    /// Prices rising by 5 % a year; the ten-year yield higher than a year ago.
    case inflation, rates
  }

  public let signal: Signal
  /// Whose prices a trend is of; the index of stocks where nobody says.
  public let series: String?
  public let from: AssetClassID
  public let to: AssetClassID
  public let cap: Weight

  public init(signal: Signal, series: String? = nil, from: AssetClassID, to: AssetClassID, cap: Weight) {
    self.signal = signal
    self.series = series
    self.from = from
    self.to = to
    self.cap = cap
  }

  /// The targets while the signal warns: up to the cap moved, no more than there is; with a cap of 0 the strategic ones.
  public func moved(_ targets: [Target]) -> [Target] {
    guard let risky = targets.first(where: { $0.assetClass == from }),
      targets.contains(where: { $0.assetClass == to }), from != to
    else { return targets }
    let size = min(cap, risky.weight)
    return targets.map { target in
      switch target.assetClass {
      case from: Target(assetClass: from, weight: target.weight - size, band: target.band)
      case to: Target(assetClass: to, weight: target.weight + size, band: target.band)
      default: target
      }
    }
  }
}
