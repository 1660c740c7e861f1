import Backtesting
import Foundation
import Measures
import Statements
import Testing
import TestSupport
import TimeSeries
import Workflows

/// Series from CSV files as publishers give them, through the ledger and back.
@Suite("Series")
final class SeriesTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "series-\(UUID().uuidString)")
  var household: HouseholdFolder { HouseholdFolder(path: folder.path) }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  private func bring(_ text: String, as file: String, name: String? = nil) throws -> Int? {
    let url = folder.appending(path: file)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return try household.importSeries([url.path], name: name, at: "2026-11-24").receipt?.plan.files.first?.new
  }

  @Test("FRED: the title is the name, and a point is a missing number")
  func fred() throws {
    #expect(try bring("observation_date,UNRATE\n2025-09-01,4.4\n2025-10-01,.\n2025-11-01,4.6\n", as: "UNRATE.csv") == 2)
    let series = try #require(try household.series().first)
    #expect(series.name == "UNRATE")
    #expect(series.days == ["2025-09-01", "2025-11-01"])
    #expect(series.values == [4.4, 4.6])
  }

  @Test("Yahoo and Stooq: one series, with the close that counts dividends where there is one")
  func closes() throws {
    try bring("Date,Open,High,Low,Close,Adj Close,Volume\n2026-11-20,1,2,3,301.25,300,99\n", as: "VTI.csv")
    try bring("Date,Open,High,Low,Close,Volume\n2026-11-20,1,2,3,72.1,99\n", as: "bnd.us.csv", name: "BND")
    #expect(try household.series().map(\.name) == ["BND", "VTI"])
    #expect(try household.series().map(\.values) == [[72.1], [300]])
  }

  @Test("Thrift Savings Plan: a column for each fund; dollars and blanks")
  func tsp() throws {
    try bring(
      "Date,L 2050,G Fund,C Fund\n2026-11-19,,$18.9,$99.5\n2026-11-20,$1.0,18.91,100.25\n", as: "fund-price-history.csv"
    )
    #expect(try household.series().map(\.name) == ["C Fund", "G Fund", "L 2050"])
    #expect(try household.series().map(\.values.count) == [2, 2, 1])
  }

  @Test("numbers with an exponent are read exactly, others refused")
  func exponents() throws {
    #expect(try bring("date,value\n2026-01-01,1.5E-05\n2026-01-02,2.5e3\n2026-01-03,1e99\n", as: "x.csv") == 2)
    #expect(try household.series().map(\.values) == [[0.000015, 2500]])
  }

  @Test("Shiller: 1871.1 is October")
  func shiller() throws {
    try bring(
      "Stock Market Data\n\nDate,P,D\n1871.01,4.44,0.26\n1871.09,4.8,0.26\n1871.1,4.59,0.26\n", as: "ie_data.csv")
    #expect(try household.series().first { $0.name == "P" }?.days == ["1871-01-01", "1871-09-01", "1871-10-01"])
  }

  @Test("a later file revises an earlier one; undo brings the earlier number back; twice adds nothing")
  func revisions() throws {
    let first = "date,value,unit\n2026-01-01,1,percent\n2026-02-01,2,percent\n"
    #expect(try bring(first, as: "x.csv") == 2)
    #expect(try bring(first, as: "x.csv") == 0)
    #expect(try bring("date,value,unit\n2026-02-01,2.5,percent\n2026-03-01,3,percent\n", as: "X.csv") == 2)
    #expect(try household.series().map(\.values) == [[1, 2.5, 3]])
    _ = try household.undo(2)
    #expect(try household.series().map(\.values) == [[1, 2]])
  }

  @Test("a file without days or numbers is refused and leaves no trace", arguments: ["a,b\n1,2\n", "date,value\n", ""])
  func refused(text: String) throws {
    #expect(throws: (any Error).self) { try bring(text, as: "x.csv") }
    #expect(try household.series().isEmpty)
  }

  private func shelf(_ growth: [(String, [Double])]) -> SeriesShelf {
    SeriesShelf(
      growth.map { name, returns in
        var price = 100.0
        var observations: [(day: Day, value: Double)] = [(Month(2000, 1).lastDay, price)]
        for (index, growth) in returns.enumerated() {
          price *= 1 + growth
          observations.append(((Month(2000, 2) + index).lastDay, price))
        }
        return DatedSeries(name: name, observations: observations)
      })
  }

  private func question() -> BacktestQuestion {
    BacktestQuestion(mix: [.init(name: "A", weight: 0.6), .init(name: "B", weight: 0.4)])
  }

  private func shelf(seed: UInt64) -> SeriesShelf {
    var random = SeededGenerator(seed: seed)
    func returns() -> [Double] { (0..<120).map { _ in Double.random(in: -0.08...0.09, using: &random) } }
    return shelf([("A", returns()), ("B", returns())])
  }

  @Test("a tilt with cap 0 is the strategic mix exactly; with a cap it is not", arguments: 1...5 as ClosedRange<UInt64>)
  func cap(seed: UInt64) throws {
    var question = question()
    question.tilt = BacktestQuestion.Tilt(signal: .average, risky: 0, refuge: 1, cap: 0, lag: 0)
    let shelf = shelf(seed: seed)
    for line in try shelf.answer(question).parts[0].lines { #expect(line.tactical == line.strategic) }
    question.tilt?.cap = 0.2
    #expect(try shelf.answer(question).parts[0].lines.contains { $0.tactical != $0.strategic })
  }

  @Test("strategic and tactical stand side by side, in sample and out of sample")
  func split() throws {
    var question = question()
    question.tilt = BacktestQuestion.Tilt(signal: .momentum, risky: 0, refuge: 1, cap: 0.2, lag: 1)
    question.split = "2005-01-31"
    let answer = try shelf(seed: 3).answer(question)
    #expect(answer.parts.map(\.name) == ["whole", "in sample", "out of sample"])
    #expect(answer.parts[1].end == "2005-01-31" && answer.parts[2].start == "2005-01-31")
    #expect(answer.parts.allSatisfy { $0.lines.allSatisfy { $0.tactical != nil } })
  }

  @Test("prices after a signal's month change none of its trades")
  func lookAhead() throws {
    var question = question()
    question.rules = [NamedRule("monthly", RebalanceRule(.monthly))]
    question.tilt = BacktestQuestion.Tilt(signal: .average, risky: 0, refuge: 1, cap: 0.3, lag: 0)
    var random = SeededGenerator(seed: 9)
    let returns = (0..<60).map { _ in Double.random(in: -0.08...0.09, using: &random) }
    let flat = Array(repeating: 0.0, count: 60)
    let calm = try shelf([("A", returns), ("B", flat)]).answer(question)
    var shocked = returns
    for month in 50..<60 { shocked[month] = -0.5 }
    let crash = try shelf([("A", shocked), ("B", flat)]).answer(question)
    let (left, right) = (calm.parts[0].lines[0].tactical?.path ?? [], crash.parts[0].lines[0].tactical?.path ?? [])
    #expect(left.prefix(51) == right.prefix(51))
    #expect(left != right)
  }

  @Test("rules in words", arguments: ["never", "quarterly 5pp", "monthly 20% half-band", "daily 5pp 25% band-edge"])
  func rules(text: String) { #expect(NamedRule(parsing: text)?.name == text) }

  @Test("what is no rule is refused", arguments: ["", "weekly", "monthly 5", "monthly -5pp", "monthly x%"])
  func noRules(text: String) { #expect(NamedRule(parsing: text) == nil) }

  @Test("a grid of bands answers each as a backtest of its own")
  func grid() throws {
    let widths = (1...600).map { Double($0) / 4_000 }
    let shelf = shelf(seed: 5)
    let grid = try shelf.grid(question(), cycle: .monthly, widths: widths)
    #expect(grid.map(\.width) == widths)
    var one = question()
    one.rules = [NamedRule("x", RebalanceRule(.monthly, limits: .init(absolute: widths[299])))]
    var alone = try shelf.answer(one).parts[0].lines[0].strategic
    alone.path = []
    #expect(alone == grid[299].result)
  }
}
