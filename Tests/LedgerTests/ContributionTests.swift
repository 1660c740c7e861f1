import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// New money of a year, as statements tell of it.
struct ContributionTests {
  private func row(
    _ kind: StatementEntry.Kind, _ day: Day, cash: PrintedNumber, memo: String, source: String? = nil, id: String
  ) -> StatementEntry {
    var row = entry(kind, day, kind == .buy ? "FUND" : nil, units: kind == .buy ? "10" : nil, cash: cash, id: id)
    row.memo = memo
    row.source401k = source
    return row
  }

  private func found(_ rows: [StatementEntry]..., year: Int = 2026) throws -> YearContributions? {
    let ledger = try TemporaryLedger()
    for (index, rows) in rows.enumerated() { try ledger.record(.ofx("\(index).ofx", statement(rows))) }
    return try ledger.ledger.contributions(in: year, household: Household(name: "Nobody")).values.first
  }

  @Test func whatAPersonAndAnEmployerAddAreTold() throws {
    let rows = [
      row(.buy, "2026-02-02", cash: "-620", memo: "CONTRIBUTION", source: "PRETAX", id: "a"),
      row(.buy, "2026-02-02", cash: "-310", memo: "CONTRIBUTION", source: "MATCH", id: "b"),
      row(.cash, "2026-03-02", cash: "500", memo: "Roth contribution", id: "c"),
    ]
    #expect(try found(rows) == YearContributions(own: "1120", employer: "310"))
  }

  @Test func aContributionOfTwoFilesCountsOnceAndOneThatGoesBackIsTakenOff() throws {
    let first = row(.cash, "2026-03-02", cash: "500", memo: "CONTRIBUTION", id: "c")
    let back = row(.cash, "2026-04-02", cash: "-200", memo: "EXCESS CONTRIBUTION RETURNED", id: "d")
    #expect(try found([first], [first, back]) == YearContributions(own: "300"))
  }

  @Test func otherYearsRolloversAndOtherMoneyDoNotCount() throws {
    let rows = [
      row(.cash, "2025-12-31", cash: "500", memo: "CONTRIBUTION", id: "a"),
      row(.cash, "2026-01-02", cash: "9000", memo: "ROLLOVER CONTRIBUTION", id: "b"),
      row(.cash, "2026-01-03", cash: "70", memo: "deposit", id: "c"),
    ]
    #expect(try found(rows) == nil)
    #expect(try found(rows, year: 2025) == YearContributions(own: "500"))
  }
}
