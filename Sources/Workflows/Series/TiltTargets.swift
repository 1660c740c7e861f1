public import Allocation
import Diagnostics
import HouseholdFile
public import Measures
public import Policy
import PortfolioModel
public import Signals
public import TimeSeries

/// What a tilt makes of the targets on a day, and the number that decides it.
public struct TiltedTargets: Sendable, Hashable {
  public let tilt: TacticalTilt
  /// `nil` where its series are missing.
  public let reading: SignalReading?
  public let strategic: [Target]

  /// Whether the signal asks to leave the class: a trend that is off, or an alarm that is on. Unknown never does.
  public var isWarning: Bool {
    guard let state = reading?.state else { return false }
    return state == (tilt.signal.isTrend ? .off : .on)
  }

  public var tactical: [Target] { isWarning ? tilt.moved(strategic) : strategic }
}

extension TacticalTilt.Signal {
  /// A trend warns while it is off; everything else while it is on.
  fileprivate var isTrend: Bool { self == .average || self == .momentum }

  /// The name of the signal that it looks at.
  fileprivate var history: String {
    switch self {
    case .average: "10-month average"
    case .momentum: "12-month momentum"
    case .curve: "yield curve"
    case .recession: "recession probability"
    case .sahm: "Sahm rule"
    case .activity: "national activity"
    case .inflation: "inflation"
    case .rates: "interest rates"
    }
  }
}

extension SeriesShelf {
  public func tilted(_ policy: InvestmentPolicy, asOf day: Day) -> TiltedTargets? {
    policy.tilt.map { tilt in
      let series = tilt.series ?? self[.stockPrices]?.name
      let reading = signals(asOf: day).readings.first { reading in
        reading.history.name == tilt.signal.history
          && (!tilt.signal.isTrend || reading.history.inputs.first?.uppercased() == series?.uppercased())
      }
      return TiltedTargets(tilt: tilt, reading: reading, strategic: policy.targets)
    }
  }
}

extension HouseholdView {
  /// The same household with the targets that its tilt asks for today.
  ///
  /// - Throws: `DiagnosticsError` where the household has no tilt.
  public func tilted(on shelf: SeriesShelf) throws -> (targets: TiltedTargets, view: HouseholdView) {
    guard let tilted = shelf.tilted(document.policy, asOf: snapshot.asOf) else {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "rebalance-no-tilt", "the household has no tilt", element: "tilt",
          remedy: "Write “tilt: {signal: average, from: us_stock, to: bond, cap: 10 points}” in household.yaml."))
    }
    var moved = document
    moved.policy.targets = tilted.tactical
    return (tilted, HouseholdView(document: moved, snapshot: snapshot, journal: journal, diagnostics: diagnostics))
  }
}

/// What changed in a month, and what that makes of the tilt: `hearth signals --month`.
public struct MonthlyChanges: Sendable {
  public let month: Month
  public let asOf: Day
  public let comparedWith: Day
  public let signals: [SignalChange]
  public let missing: [SignalPanel.Missing]
  /// `nil` where the household has no tilt.
  public let before: TiltedTargets?
  public let now: TiltedTargets?
}

extension HouseholdFolder {
  public func changes(in month: Month) throws -> MonthlyChanges {
    let shelf = SeriesShelf(try series())
    let (day, earlier) = (month.lastDay, (month - 1).lastDay)
    let policy = try document().get().policy
    return MonthlyChanges(
      month: month, asOf: day, comparedWith: earlier, signals: shelf.changes(from: earlier, to: day),
      missing: shelf.signals(asOf: day).missing,
      before: shelf.tilted(policy.inForce(on: earlier), asOf: earlier),
      now: shelf.tilted(policy.inForce(on: day), asOf: day))
  }
}
