import Diagnostics
import GRDB
import Ledger
import Measures
import PortfolioModel
import Schemas
import Statements
import TestSupport
import Testing

/// Names of securities: which are the same everywhere, and which belong to an institution.
struct NameTests {
  @Test(arguments: [
    ("922908769", true), ("037833100", true), ("38259P508", true), ("17275R102", true), ("922908760", false),
    ("OAEL", false), ("VGI007743", false), ("5945679OI", false),
  ])
  func aCUSIPIsGlobalWhereItsCheckDigitIsRight(text: String, isGlobal: Bool) throws {
    let ledger = try TemporaryLedger()
    let row = entry(.buy, "2026-01-02", "CUSIP:\(text)", units: "1", cash: "-10")
    for broker in ["fidelity", "vanguard.com"] {
      try ledger.record(.ofx("\(broker).ofx", statement(of: "1", at: broker, [row])))
    }
    let securities = try ledger.snapshot().household.securities
    #expect(securities.count == (isGlobal ? 1 : 2))
  }

  @Test func aTickerThatRepeatsTheCUSIPIsNone() throws {
    let ledger = try TemporaryLedger()
    let securities = [
      PrintedSecurity(reference("CUSIP:922908769"), ticker: "922908769", name: "TOTAL STOCK"),
      PrintedSecurity(reference("CUSIP:037833100"), ticker: "N/A", name: "APPLE"),
      PrintedSecurity(reference("CUSIP:38259P508"), ticker: "N/A", name: "GOOGLE"),
    ]
    let rows = securities.map { entry(.buy, "2026-01-02", $0.reference.description, units: "1", cash: "-10") }
    try ledger.record(.ofx("a.ofx", statement(rows), securities: securities))
    #expect(try ledger.snapshot().holdings.map(\.security) == ["APPLE", "GOOGLE", "TOTAL_STOCK"])
  }

  @Test func whatTheHouseholdKeepsApartNoListJoins() throws {
    let ledger = try TemporaryLedger()
    let rows = ["CUSIP:922908769", "VTI"].map { entry(.buy, "2026-01-02", $0, units: "1", cash: "-10") }
    try ledger.record(
      .ofx("a.ofx", statement(rows), securities: [PrintedSecurity(reference("CUSIP:922908769"), ticker: "VTI")]))
    let own = household(
      claiming: "X1", securities: [security("VTI"), security("OTHER", aliases: "CUSIP:922908769")])
    let reading = try ledger.ledger.snapshot(asOf: "2026-11-24", household: own)
    #expect(reading.value?.holdings.map(\.security) == ["OTHER", "VTI"])
    #expect(reading.diagnostics.map(\.code).contains("ledger-securities-apart"))
  }

  @Test func aNameOfAnotherSchemeMayBeTheSameSecurity() throws {
    let ledger = try TemporaryLedger()
    let period: (Day, Day) = ("2026-01-01", "2026-01-31")
    try ledger.record(
      .ofx(
        "a.ofx",
        statement(
          from: period.0, to: period.1, [entry(.buy, "2026-01-02", "CUSIP:922908769", units: "1.5", cash: "-450")])))
    let receipt = try ledger.record(
      .csv(
        "a.csv", statement(from: period.0, to: period.1, [entry(.buy, "2026-01-02", "VTI", units: "1.5", cash: "-450")])
      ))
    #expect(receipt.plan.files[0].duplicate == 1)
  }

  @Test func theSchemaKnowsEveryWordOfStatements() throws {
    let queue = try DatabaseQueue()
    try queue.write { database in
      for migration in Migration.all { try database.execute(sql: migration.sql) }
      let kinds = try String.fetchSet(database, sql: "SELECT kind FROM kinds")
      #expect(kinds == Set(StatementEntry.Kind.allCases.map(\.rawValue)))
      for (index, format) in ParsedFile.Format.allCases.enumerated() {
        try database.execute(
          sql: "INSERT INTO files (sha256, accounts, format, data_rows, used_rows) VALUES (?, ?, ?, 0, 0)",
          arguments: [String(repeating: "\(index)", count: 64), "", format.rawValue])
      }
      try database.execute(sql: "INSERT INTO aliases (id, scheme, value, institution) VALUES (1, 'TICKER', 'VTI', '')")
      for (index, kind) in PrintedSecurity.Kind.allCases.enumerated() {
        try database.execute(
          sql: "INSERT INTO descriptions (file_id, ordinal, alias_id, kind) VALUES (1, ?, 1, ?)",
          arguments: [index, kind.rawValue])
      }
    }
  }
}
