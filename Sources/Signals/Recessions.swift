public import TimeSeries

/// The recessions that the National Bureau of Economic Research has dated. They are known years later: for scoring, never for acting.
public struct Recessions: Sendable, Hashable {
  public let spells: [Spell]

  /// - Parameter indicator: 1 in a recession month (FRED USREC).
  public init(indicator: MonthlySeries) {
    spells = Spell.all(in: indicator, where: { $0 == 1 }, extreme: >)
  }

  /// The recession that is on in `month`, or else the next to begin.
  public func current(orAfter month: Month) -> Spell? { spells.first { $0.last >= month } }

  public func contains(_ month: Month) -> Bool { spells.contains { $0.first <= month && month <= $0.last } }
}
