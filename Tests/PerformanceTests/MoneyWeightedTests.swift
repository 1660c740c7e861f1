import Measures
import Performance
import TestSupport
import Testing

@Suite("The money-weighted return")
struct MoneyWeightedTests {
  /// Histories that another program has solved: Tests/Oracles/xirr.py says how they were made.
  @Test("a hundred random histories as scipy's root finder has them")
  func recorded() throws {
    let lines = try Checkout.text("Tests/Oracles/xirr.csv").split(separator: "\n").dropFirst()
    for line in lines {
      let fields = line.split(separator: ",")
      let expected = try #require(Double(fields[0]))
      let flows = try fields.dropFirst().map { field in
        let parts = field.split(separator: ":")
        return (day: try #require(Day(parts[0])), amount: try #require(Double(parts[1])))
      }
      guard case .rate(let rate) = MoneyWeightedReturn(of: flows.shuffled()) else {
        Issue.record("no single rate: \(line)")
        continue
      }
      #expect(abs(rate - expected) < 1e-9, "\(line.prefix(40)): \(rate)")
    }
    #expect(lines.count == 100)
  }

  @Test("a dollar that becomes 1.10 in 365 days earned 10 %, and in 730 days the root of it")
  func plain() {
    func rate(_ days: Int) -> Double? {
      let start: Day = "2025-03-01"
      guard case .rate(let rate) = MoneyWeightedReturn(of: [(start, -1), (start.adding(days: days), 1.1)]) else {
        return nil
      }
      return rate
    }
    #expect(abs((rate(365) ?? 0) - 0.1) < 1e-14)
    #expect(abs((rate(730) ?? 0) - (1.1.squareRoot() - 1)) < 1e-14)
  }

  @Test("several rates and none are said as such")
  func doubtful() throws {
    // -100 + 230 / (1 + r) - 132 / (1 + r)^2 is zero at 10 % and at 20 %.
    let days: [Day] = ["2025-01-01", "2026-01-01", "2027-01-01"]
    let both = MoneyWeightedReturn(of: zip(days, [-100, 230, -132]).map { (day: $0, amount: $1) })
    guard case .several(let rates) = both else { throw Unexpected() }
    #expect(rates.count == 2)
    #expect(abs(rates[0] - 0.1) < 1e-9 && abs(rates[1] - 0.2) < 1e-9)
    #expect(MoneyWeightedReturn(of: zip(days, [-100, 50, -132]).map { (day: $0, amount: $1) }) == .none)
    #expect(MoneyWeightedReturn(of: [(days[0], -100), (days[1], -5)]) == .none)
    #expect(MoneyWeightedReturn(of: []) == .none)
  }

  private struct Unexpected: Error {}
}
