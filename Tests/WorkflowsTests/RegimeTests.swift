import Allocation
import Measures
import Policy
import PortfolioModel
import Signals
import TestSupport
import Testing
import TimeSeries
import Workflows

/// What signals make of a household's review, its tilt and its month.
@Suite("Signals and the policy")
struct RegimeTests {
  /// Prices that rise by a hundredth a month for two years from January 2020 and then fall by `fall` a month for one.
  private static func stocks(fall: Double) -> DatedSeries {
    var price = 100.0
    return DatedSeries(
      name: "SP500",
      observations: (0..<36).map { index in
        price *= index < 24 ? 1.01 : 1 - fall
        return ((Month(2020, 1) + index).lastDay, price)
      })
  }

  private static let targets = [("stock", "0.6" as Weight), ("bond", "0.4")].map {
    Target(assetClass: AssetClassID($0.0), weight: $0.1, band: Band())
  }

  private static func tilted(
    _ signal: TacticalTilt.Signal, on shelf: SeriesShelf, _ day: Day, cap: Weight = "0.1", series: String? = nil
  ) throws -> TiltedTargets {
    var policy = InvestmentPolicy(targets: targets)
    policy.tilt = TacticalTilt(signal: signal, series: series, from: "stock", to: "bond", cap: cap)
    return try #require(shelf.tilted(policy, asOf: day))
  }

  @Test("a trend that is off moves the cap, one that is on nothing")
  func trend() throws {
    let shelf = SeriesShelf([Self.stocks(fall: 0.05)])
    #expect(try Self.tilted(.average, on: shelf, "2021-12-31").tactical == Self.targets)
    let off = try Self.tilted(.average, on: shelf, "2022-12-31")
    #expect(off.isWarning && off.tactical.map(\.weight) == ["0.5", "0.5"])
    #expect(try Self.tilted(.average, on: shelf, "2022-12-31", cap: .zero).tactical == Self.targets)
    #expect(try Self.tilted(.momentum, on: shelf, "2022-12-31", series: "sp500").isWarning)
  }

  @Test("a signal that is unknown moves nothing", arguments: TacticalTilt.Signal.allCases)
  func unknown(signal: TacticalTilt.Signal) throws {
    let tilted = try Self.tilted(signal, on: SeriesShelf([]), "2022-12-31")
    #expect(tilted.reading == nil && !tilted.isWarning && tilted.tactical == Self.targets)
  }

  @Test("a series that ends too early is unknown, not off")
  func stale() throws {
    let shelf = SeriesShelf([Self.stocks(fall: 0.05)])
    let tilted = try Self.tilted(.average, on: shelf, "2023-03-31")
    #expect(tilted.reading?.state == .unknown && tilted.tactical == Self.targets)
  }

  @Test("an alarm warns while it is on: unemployment, known only once it is published")
  func alarm() throws {
    let rates = DatedSeries(
      name: "UNRATE",
      observations: (0..<24).map {
        (Day(year: 2020 + $0 / 12, month: $0 % 12 + 1, day: 1) ?? "2020-01-01", $0 < 20 ? 4 : 6)
      })
    let shelf = SeriesShelf([rates])
    // September 2021 is the first month at 6; it is published in October.
    #expect(try !Self.tilted(.sahm, on: shelf, "2021-09-30").isWarning)
    #expect(try Self.tilted(.sahm, on: shelf, "2021-10-08").isWarning)
  }

  @Test("a one-day crash inside a month turns nothing")
  func crash() throws {
    var observations: [(day: Day, value: Double)] = []
    for index in 0..<500 { observations.append((("2021-01-01" as Day).adding(days: index), 100 + Double(index) / 10)) }
    let calm = SeriesShelf([DatedSeries(name: "SP500", observations: observations)])
    observations[475].value = 1  // 2022-04-21
    let shocked = SeriesShelf([DatedSeries(name: "SP500", observations: observations)])
    func states(_ shelf: SeriesShelf) -> [String] {
      shelf.changes(from: "2022-03-31", to: "2022-04-30").map { "\($0.before.state) \($0.now.state)" }
    }
    #expect(states(calm) == ["on on", "on on"])
    #expect(states(shocked) == states(calm))
  }

  @Test("two months side by side say what turned")
  func months() {
    let shelf = SeriesShelf([Self.stocks(fall: 0.08)])
    let changes = shelf.changes(from: "2021-12-31", to: "2022-01-31")
    #expect(changes.filter(\.isTurned).map(\.now.history.name) == ["10-month average"])
    #expect(changes.map(\.before.state) == [.on, .on])
    #expect(shelf.changes(from: "2022-01-31", to: "2022-01-31").filter(\.isTurned).isEmpty)
  }
}
