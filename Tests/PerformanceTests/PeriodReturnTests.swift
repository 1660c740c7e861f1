import Measures
import Performance
import TestSupport
import Testing

@Suite("Returns of periods")
struct PeriodReturnTests {
  private typealias Valuation = ReturnRecord.Valuation

  private func flow(_ day: Day, _ amount: Money) -> CashFlow { CashFlow(day: day, amount: amount) }

  @Test("between two valuations Modified Dietz, over several linked")
  func timeWeighted() {
    let record = ReturnRecord(
      valuations: [
        Valuation(day: "2024-12-31", amount: "1000"), Valuation(day: "2025-01-30", amount: "1265"),
        Valuation(day: "2025-03-01", amount: "632.50"),
      ], flows: [flow("2025-01-15", "200"), flow("2025-03-01", "-759")])
    let returns = record.returns(in: ReportingPeriod("a", from: "2024-12-31", through: "2025-03-01"))
    // 65 over 1,000 and half of 200; then 126.50 over 1,265, since money that leaves on the last day was there throughout.
    guard case .known(let rate) = returns.timeWeighted else {
      Issue.record("unknown")
      return
    }
    #expect(abs(rate - (1 + 65.0 / 1100) * 1.1 + 1) < 1e-12)
    #expect(returns.gain == "191.5")
    #expect(returns.netFlow == "-559")
  }

  @Test("money that doubles and is then halved has a time-weighted return of 0, whatever came in between")
  func independence() {
    let record = ReturnRecord(
      valuations: [
        Valuation(day: "2024-12-31", amount: "100"), Valuation(day: "2025-06-30", amount: "1200"),
        Valuation(day: "2025-12-31", amount: "600"),
      ], flows: [flow("2025-06-30", "1000")])
    let returns = record.returns(in: ReportingPeriod("2025", from: "2024-12-31", through: "2025-12-31"))
    #expect(returns.timeWeighted == .known(0))
    guard case .known(let own) = returns.moneyWeighted else {
      Issue.record("unknown")
      return
    }
    #expect(own < -0.4)
  }

  @Test("what is missing is unknown, with its reason")
  func unknown() {
    let record = ReturnRecord(
      valuations: [
        Valuation(day: "2025-01-31", amount: "100"), Valuation(day: "2025-02-28", doubt: "VTI has no price"),
        Valuation(day: "2025-06-30", amount: "120"), Valuation(day: "2025-09-30", amount: "130"),
      ], flows: [],
      gaps: [ReturnRecord.Gap(from: "2025-03-01", through: "2025-03-31", reason: "March is missing")])
    func reason(_ from: Day, _ through: Day) -> String? {
      guard
        case .unknown(let reason) = record.returns(in: ReportingPeriod("", from: from, through: through)).timeWeighted
      else { return nil }
      return reason
    }
    #expect(reason("2024-12-31", "2025-06-30") == "what was held before 2025-01-31 is not known")
    #expect(reason("2025-01-31", "2025-02-28") == "VTI has no price")
    #expect(reason("2025-01-31", "2025-06-30") == "March is missing")
    #expect(reason("2025-01-31", "2025-12-31") == "what was held on 2025-12-31 is not known")
    #expect(reason("2025-06-30", "2025-09-30") == nil)
  }

  @Test("returns of more than a year are by the year")
  func yearly() {
    let record = ReturnRecord(
      valuations: [Valuation(day: "2023-12-31", amount: "100"), Valuation(day: "2025-12-30", amount: "121")], flows: [])
    let returns = record.returns(in: ReportingPeriod("", from: "2023-12-31", through: "2025-12-30"))
    guard case .known(let time) = returns.timeWeighted, case .known(let money) = returns.moneyWeighted else {
      Issue.record("unknown")
      return
    }
    #expect(abs(time - 0.1) < 1e-12 && abs(money - 0.1) < 1e-12)
  }

  @Test("accounts joined: money between them is no flow, one that comes into view brings what it holds")
  func joined() {
    let first = ReturnRecord(
      valuations: [Valuation(day: "2024-12-31", amount: "100"), Valuation(day: "2025-12-31", amount: "70")],
      flows: [flow("2025-06-30", "-40")])
    let second = ReturnRecord(
      valuations: [Valuation(day: "2025-03-31", amount: "50"), Valuation(day: "2025-12-31", amount: "95")],
      flows: [flow("2025-07-02", "40")])
    let all = ReturnRecord(
      joining: [first, second], internalFlows: [flow("2025-06-30", "-40"), flow("2025-07-02", "40")])
    let returns = all.returns(in: ReportingPeriod("2025", from: "2024-12-31", through: "2025-12-31"))
    #expect(returns.startValue == "100" && returns.endValue == "165")
    #expect(returns.netFlow == "50" && returns.gain == "15")
  }

  @Test("the usual periods")
  func periods() {
    let usual = ReportingPeriod.usual(from: "2023-05-10", through: "2026-11-20")
    #expect(
      usual.map { "\($0.name): \($0.from) \($0.through)" } == [
        "year to date: 2025-12-31 2026-11-20", "1 year: 2025-11-20 2026-11-20", "3 years: 2023-11-20 2026-11-20",
        "5 years: 2021-11-20 2026-11-20", "since start: 2023-05-10 2026-11-20", "2025: 2024-12-31 2025-12-31",
        "2024: 2023-12-31 2024-12-31", "2023: 2022-12-31 2023-12-31",
      ])
  }
}
