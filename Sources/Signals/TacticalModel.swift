public import TimeSeries

/// A published rule that picks assets by their momentum: which share of the money each gets in the month after `month`.
///
/// `nil` where one of its series lacks a month: an unknown input never becomes a decision.
public enum TacticalModel: Sendable, Hashable {
  /// Dual momentum, "GEM" (Antonacci 2014): the better of US and foreign stocks over twelve months, if it beats bills; else bonds.
  /// Two orders are in use: the winner is held against bills, or US stocks are.
  case dualMomentum(
    us: MonthlySeries, foreign: MonthlySeries, bonds: MonthlySeries, bills: MonthlySeries, testsWinner: Bool)
  /// Vigilant allocation, "VAA-G4" (Keller and Keuning 2017): the best offensive asset while all of them have positive 13612W momentum,
  /// else the best defensive one.
  case vigilant(offensive: [MonthlySeries], defensive: [MonthlySeries])
  /// Defensive allocation, "DAA" (Keller and Keuning 2018): half of the money goes into the best defensive asset for each canary with
  /// negative 13612W momentum, the rest equally into the `top` risky assets.
  case defensive(canaries: [MonthlySeries], risky: [MonthlySeries], defensive: [MonthlySeries], top: Int)

  /// Fractions by the series' name; they sum to 1.
  public func weights(after month: Month) -> [String: Double]? {
    switch self {
    case .dualMomentum(let us, let foreign, let bonds, let bills, let testsWinner):
      guard let home = us.growth(over: 12, through: month), let abroad = foreign.growth(over: 12, through: month),
        let bill = bills.growth(over: 12, through: month)
      else { return nil }
      let winner = home >= abroad ? us : foreign
      let tested = testsWinner ? max(home, abroad) : home
      return [tested > bill ? winner.name : bonds.name: 1]
    case .vigilant(let offensive, let defensive):
      guard let attack = Self.ranked(offensive, month), let defence = Self.ranked(defensive, month) else { return nil }
      let isCalm = attack.allSatisfy { $0.momentum > 0 }
      return (isCalm ? attack : defence).first.map { [$0.name: 1] }
    case .defensive(let canaries, let risky, let defensive, let top):
      guard let alarms = Self.ranked(canaries, month), let attack = Self.ranked(risky, month),
        let defence = Self.ranked(defensive, month), let refuge = defence.first
      else { return nil }
      let negatives = alarms.count { $0.momentum <= 0 }
      let share = min(1, Double(negatives) / 2)
      var weights: [String: Double] = share > 0 ? [refuge.name: share] : [:]
      let picked = attack.prefix(top)
      if share < 1 {
        for asset in picked { weights[asset.name, default: 0] += (1 - share) / Double(picked.count) }
      }
      return weights
    }
  }

  /// The series with their 13612W momentum, best first; equal ones in the order given.
  private static func ranked(_ series: [MonthlySeries], _ month: Month) -> [(name: String, momentum: Double)]? {
    var ranked: [(offset: Int, name: String, momentum: Double)] = []
    for (offset, prices) in series.enumerated() {
      guard let momentum = Trend.weightedMomentum(of: prices, in: month) else { return nil }
      ranked.append((offset, prices.name, momentum))
    }
    return ranked.sorted { ($1.momentum, $0.offset) < ($0.momentum, $1.offset) }.map { ($0.name, $0.momentum) }
  }
}
