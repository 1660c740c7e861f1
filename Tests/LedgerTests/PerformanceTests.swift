import Ledger
import Measures
import Performance
import PortfolioModel
import Statements
import TestSupport
import Testing

/// What accounts earned, from statements, transactions and prices.
struct PerformanceTests {
  let elm = Household(
    name: "Elm Street",
    accounts: [
      account("brokerage", claiming: ["X1"]), account("bank", .bank, claiming: ["B1"]),
      account("plan", .traditional401k, claiming: ["P1"]),
    ])

  private func performance(_ day: Day, _ files: ParsedFile...) throws -> HouseholdPerformance {
    let ledger = try TemporaryLedger()
    for file in files { try ledger.record(file, household: elm) }
    return try ledger.ledger.performance(asOf: day, household: elm)
  }

  private let brokerage = ParsedFile.csv(
    "a.csv",
    statement(
      asOf: "2024-12-31", from: "2024-01-01", to: "2024-12-31", cash: "0",
      positions: [position("VTI", "10", price: "100", value: "1000")]),
    statement(
      asOf: "2025-12-31", from: "2025-01-01", to: "2025-12-31", cash: "55",
      [
        entry(.cash, "2025-07-01", cash: "500"), entry(.buy, "2025-07-02", "VTI", units: "5", cash: "-500"),
        entry(.dividend, "2025-10-01", "VTI", cash: "60"), entry(.fee, "2025-12-01", cash: "-5"),
      ], positions: [position("VTI", "15", price: "110", value: "1650")]))

  @Test func aDepositIsNoGainAndADividendIs() throws {
    let found = try performance("2025-12-31", brokerage)
    let account = try #require(found.accounts.first)
    let year = account.record.returns(in: ReportingPeriod("2025", from: "2024-12-31", through: "2025-12-31"))
    #expect([year.startValue, year.netFlow, year.gain, year.endValue] == ["1000", "500", "205", "1705"])
    #expect(account.income[2025]?.dividends == "60")
    #expect(account.income[2025]?.fees == "5")
    #expect(found.total.returns(in: year.period) == year)
  }

  @Test func commissionsOfTradesAreFees() throws {
    var bought = entry(.buy, "2025-03-03", "VTI", units: "5", cash: "-507")
    (bought.commission, bought.fees) = ("5", "2")
    var sold = entry(.sell, "2025-04-01", "VTI", units: "-5", cash: "495")
    sold.commission = "-5"
    var charged = entry(.fee, "2025-12-01", cash: "-3")
    charged.fees = "3"
    let file = ParsedFile.csv(
      "a.csv", statement(asOf: "2025-12-31", from: "2025-01-01", to: "2025-12-31", cash: "0", [bought, sold, charged]))
    let found = try performance("2025-12-31", file)
    #expect(found.accounts.first?.income[2025]?.fees == "15")
  }

  @Test func moneyBetweenOwnAccountsIsNoFlowOfTheHousehold() throws {
    let bank = ParsedFile.csv(
      "b.csv", statement(of: "B1", asOf: "2024-12-31", from: "2024-01-01", to: "2024-12-31", cash: "900"),
      statement(
        of: "B1", asOf: "2025-12-31", from: "2025-01-01", to: "2025-12-31", cash: "400",
        [entry(.cash, "2025-06-29", cash: "-500")]))
    let found = try performance("2025-12-31", brokerage, bank)
    let period = ReportingPeriod("2025", from: "2024-12-31", through: "2025-12-31")
    #expect(found.total.returns(in: period).netFlow == "0")
    #expect(found.total.returns(in: period).gain == "205")
    #expect(found.accounts.map { $0.record.returns(in: period).netFlow } == ["-500", "500"])
    let match = MatchedTransfer(
      from: "bank", to: "brokerage", left: "2025-06-29", arrived: "2025-07-01", amount: "500")
    #expect(found.matched == [match])
  }

  @Test func unitsThatAPlanBooksWithoutCashAreContributionsAndExchangesAreNone() throws {
    func moved(_ kind: StatementEntry.Kind, _ day: Day, _ fund: String, _ units: PrintedNumber, _ amount: PrintedNumber)
      -> StatementEntry
    {
      entry(kind, day, fund, units: units, amount: amount)
    }
    let plan = ParsedFile.csv(
      "p.csv",
      statement(
        of: "P1", asOf: "2024-12-31", from: "2024-01-01", to: "2024-12-31",
        positions: [position("FXAIX", "10", price: "100", value: "1000")]),
      statement(
        of: "P1", asOf: "2025-12-31", from: "2025-01-01", to: "2025-12-31",
        [
          moved(.buy, "2025-03-03", "FXAIX", "2", "200"), moved(.sell, "2025-05-05", "FXAIX", "-5", "500"),
          moved(.buy, "2025-05-05", "FXNAX", "50", "500"),
        ],
        positions: [
          position("FXAIX", "7", price: "110", value: "770"), position("FXNAX", "50", price: "11", value: "550"),
        ]))
    let found = try performance("2025-12-31", plan)
    let year = found.total.returns(in: ReportingPeriod("2025", from: "2024-12-31", through: "2025-12-31"))
    #expect([year.startValue, year.netFlow, year.gain, year.endValue] == ["1000", "200", "120", "1320"])
  }

  @Test func unitsThatNobodyExplainsMakeAPeriodUnknown() throws {
    let silent = ParsedFile.csv(
      "a.csv",
      statement(
        asOf: "2024-12-31", from: "2024-01-01", to: "2024-12-31", cash: "0",
        positions: [position("VTI", "10", price: "100", value: "1000")]),
      statement(
        asOf: "2025-12-31", from: "2025-01-01", to: "2025-12-31", cash: "0",
        positions: [position("VTI", "15", price: "110", value: "1650")]))
    let found = try performance("2025-12-31", silent)
    let year = found.total.returns(in: ReportingPeriod("2025", from: "2024-12-31", through: "2025-12-31"))
    #expect(year.timeWeighted == .unknown("transactions do not explain the VTI that brokerage had on 2025-12-31"))
    #expect(year.gain == nil)
  }

  @Test func aPriceThatIsTooOldIsNone() throws {
    let found = try performance("2026-02-01", brokerage)
    #expect(found.total.span?.upperBound == "2025-12-31")
  }
}
