public import Allocation
public import Backtesting
import HouseholdFile
public import Measures
import Policy
public import PortfolioModel
import TimeSeries

/// How deep a household could fall, what it rests on, and what it pays: `hearth risk`.
public struct RiskAssessment: Sendable {
  /// Two funds whose prices move as one.
  public struct Twins: Sendable, Hashable {
    public let first: SecurityID
    public let second: SecurityID
    public let correlation: Double
  }

  /// Cash beyond its target, and what it would have earned at the household's mix, in a year.
  public struct CashDrag: Sendable, Hashable {
    public let cash: Money
    public let target: Money
    public let yearlyCost: Money?
  }

  public let total: Money
  public let current: BroadMix?
  public let target: BroadMix?
  /// `nil` where `missing` says what to import.
  public let history: HistoricalRisk?
  public let missing: [String]
  public let diversification: Diversification
  public let twins: [Twins]
  public let cashDrag: CashDrag?

  /// Funds that hold the same classes as another one, or move as it does.
  public var redundant: Int {
    Set(diversification.overlaps.flatMap(\.securities) + twins.flatMap { [$0.first, $0.second] }).count
  }
}

extension HouseholdFolder {
  public func risk(of view: HouseholdView) throws -> RiskAssessment {
    let shelf = SeriesShelf(try series().map { $0.through(view.snapshot.asOf) })
    let allocation = view.allocation()
    let (current, target) = view.broadMixes(allocation)
    let history = current.flatMap { shelf.risk(of: $0, target: target) }
    return RiskAssessment(
      total: allocation.total, current: current, target: target, history: history,
      missing: history == nil ? shelf.missingForRisk : [],
      diversification: Diversification(of: view.snapshot, allocation: allocation),
      twins: shelf.twins(among: Set(view.snapshot.holdings.map(\.security)).sorted()),
      cashDrag: view.cashDrag(allocation, growth: (history?.target ?? history?.current)?.growth))
  }
}

extension HouseholdView {
  /// `nil` where cash has no target or no more than it.
  fileprivate func cashDrag(_ allocation: AssetAllocation, growth: Double?) -> RiskAssessment.CashDrag? {
    guard let cash = allocation.classes.first(where: { $0.id == snapshot.household.cashClass }),
      let wanted = cash.target, let target = allocation.total.times(wanted), cash.value > target
    else { return nil }
    let missed = growth.map { $0 - document.policy.placement.cashYield.approximate }.flatMap(Weight.init(nearest:))
    return RiskAssessment.CashDrag(
      cash: cash.value, target: target, yearlyCost: missed.flatMap { (cash.value - target).times($0) })
  }
}

extension SeriesShelf {
  /// The test on the months that the series called stocks and bonds share. Cash earns what bills did, or nothing where their series is
  /// shorter.
  func risk(of current: BroadMix, target: BroadMix?) -> HistoricalRisk? {
    guard let stocks = try? monthlyReturns("stocks"), let bonds = try? monthlyReturns("bonds"),
      let shared = ReturnTable(monthlyReturns: [stocks, bonds])
    else { return nil }
    let bills = try? monthlyReturns("bills")
    let cash = shared.days.map { bills?[Month(of: $0)] }
    let isWhole = cash.allSatisfy { $0 != nil }
    let rows = shared.days.indices.flatMap { period in
      shared.returns[(2 * period)..<(2 * period + 2)] + [isWhole ? cash[period] ?? 0 : 0]
    }
    func weights(_ mix: BroadMix) -> [Double] { [mix.stocks, mix.bonds, mix.cash].map(\.approximate) }
    return ReturnTable(
      assets: ["stocks", "bonds", "cash"], start: shared.start, days: shared.days, returns: rows, isMonthly: true
    ).flatMap { HistoricalRisk($0, current: weights(current), target: target.map(weights)) }
  }

  /// What to import for the test.
  var missingForRisk: [String] {
    let roles: [SeriesRole] = self["stocks"] == nil ? [.stockPrices, .stockDividends] : []
    let more: [SeriesRole] = self["bonds"] == nil ? [.tenYearYield] : []
    return (roles + more).filter { self[$0] == nil }.map(\.remedy)
  }

  /// Held securities whose series are here and move together, above 0.95.
  func twins(among held: [SecurityID]) -> [RiskAssessment.Twins] {
    let prices = held.compactMap { id in self[id.rawValue].map { (id: id, prices: $0.monthly) } }
    return prices.indices.flatMap { first in
      prices.indices.dropFirst(first + 1).compactMap { second in
        let (left, right) = (prices[first], prices[second])
        guard let correlation = left.prices.correlation(with: right.prices), correlation > 0.95 else { return nil }
        return RiskAssessment.Twins(first: left.id, second: right.id, correlation: correlation)
      }
    }
  }
}
