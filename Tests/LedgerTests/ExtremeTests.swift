import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Rows that are small enough to be booked one by one, and too large together.
@Suite struct ExtremeTests {
  /// What the ledger says of statements of the brokerage `X1`, once everything that adds them up has done so.
  func findings(_ statements: ParsedStatement...) throws -> (snapshot: HouseholdSnapshot, codes: Set<String>) {
    let temporary = try TemporaryLedger()
    let household = household(claiming: "X1", "X2")
    var file = ParsedFile(file: "a.ofx", format: .ofx2)
    file.statements = statements
    try temporary.record(file, household: household)
    _ = try temporary.ledger.reconciliation(asOf: "2026-11-24", household: household)
    let reading = try temporary.ledger.snapshot(asOf: "2026-11-24", household: household)
    let snapshot = try #require(reading.value)
    #expect(snapshot.total.magnitude < Money(2_000_000_000_000))
    return (snapshot, Set(reading.diagnostics.filter { $0.severity == .error }.map(\.code)))
  }

  static let tooLarge: Set<String> = ["ledger-number-too-large"]

  @Test("a position in many parts")
  func parts() throws {
    let parts = (1...103).map { _ in position("VTI", "900000000", price: "1", value: "900000000") }
    let found = try findings(statement(asOf: "2026-11-20", cash: "5", positions: parts))
    #expect(found.codes == Self.tooLarge)
    #expect(found.snapshot.summary == ["brokerage cash 5.00"])
  }

  @Test("purchases on both sides of a split")
  func split() throws {
    var split = entry(.split, "2026-02-01", "VTI")
    split.split = StatementEntry.Split(old: "1", new: "102")
    let found = try findings(
      statement(
        from: "2026-01-01", to: "2026-03-01",
        [
          entry(.buy, "2026-01-05", "VTI", units: "900000000", cash: "-900000000"), split,
          entry(.buy, "2026-02-05", "VTI", units: "900000000", cash: "-900000000"),
        ]))
    #expect(found.codes == Self.tooLarge)
    #expect(found.snapshot.holdings == [])
  }

  @Test("an opening that a reverse split makes large")
  func opening() throws {
    var split = entry(.split, "2026-02-01", "VTI")
    split.split = StatementEntry.Split(old: "1000", new: "1")
    let found = try findings(
      statement(
        asOf: "2026-03-01", from: "2026-01-01", to: "2026-03-01", [split], positions: [position("VTI", "900000000")]))
    #expect(found.codes == Self.tooLarge)
    #expect(found.snapshot.holdings == [])
  }

  @Test("the additional shares of splits without a ratio")
  func additional() throws {
    let splits = (1...200).map { _ in entry(.split, "2026-02-01", "VTI", units: "900000000") }
    let found = try findings(
      statement(
        from: "2026-01-01", to: "2026-03-01", [entry(.buy, "2026-01-05", "VTI", units: "1", cash: "-1")] + splits)
    )
    #expect(found.codes == Self.tooLarge)
  }

  @Test("the basis of lots that sales name")
  func namedLots() throws {
    let sales = (1...103).map { _ in
      var sale = entry(.sell, "2026-02-01", "VTI", units: "-1", cash: "1")
      sale.closes = [
        StatementEntry.ClosedLot(acquired: "2020-01-01", units: "1", price: nil, basis: "-90000000000")
      ]
      return sale
    }
    let found = try findings(statement(from: "2026-01-01", to: "2026-03-01", sales))
    #expect(found.codes == Self.tooLarge)
  }

  @Test("values of units at a price, and prices at the edge of their range")
  func values() throws {
    let found = try findings(
      statement(
        asOf: "2026-11-20",
        positions: [
          position("A", "900000000", price: "400000000"), position("B", "900000000", price: "400000000"),
          position("C", "1", price: "-922337203.6854775808"),
          position("D", "-9223372036.8547758", price: "1000", value: "-9223372036854.775808"),
          position("E", "-90000000000", value: "-1"), position("F", "3", price: "2"),
        ]))
    #expect(found.codes == Self.tooLarge)
    // The prices of nobody's shares are taken for none; what the values say stays.
    #expect(found.snapshot.summary.contains("brokerage F 3 = 6.00"))
    #expect(!found.snapshot.summary.contains { $0.contains(" A ") || $0.contains(" B ") })
  }

  @Test("more holdings than a total can hold")
  func holdings() throws {
    let positions = (1...200).map { position("S\($0)", "1", value: "90000000000", basis: "-90000000000") }
    let found = try findings(statement(asOf: "2026-11-20", positions: positions))
    #expect(found.codes == Self.tooLarge)
    #expect(found.snapshot.holdings.count < 20 && !found.snapshot.holdings.isEmpty)
  }

  @Test("balances of many statements, and movements after them")
  func cash() throws {
    let movements = (1...110).map { _ in entry(.cash, "2026-11-10", cash: "90000000000") }
    let found = try findings(
      statement(asOf: "2026-11-01", cash: "90000000000"), statement(of: "X2", asOf: "2026-11-01", cash: "90000000000"),
      statement(from: "2026-11-02", to: "2026-11-20", movements), statement(asOf: "2026-11-21", cash: "1"))
    #expect(found.snapshot.summary == ["brokerage cash 1.00"])
    let later = try findings(
      statement(asOf: "2026-11-01", cash: "1"), statement(from: "2026-11-02", to: "2026-11-20", movements))
    #expect(later.snapshot.summary == ["brokerage cash 1.00"])
  }

  @Test("gains of a year in many securities")
  func gains() throws {
    let sales = (1...150).flatMap { number in
      [
        entry(.buy, "2026-01-05", "S\(number)", units: "1", cash: "-1"),
        entry(.sell, "2026-02-05", "S\(number)", units: "-1", cash: "90000000000"),
      ]
    }
    let found = try findings(statement(from: "2026-01-01", to: "2026-03-01", sales))
    #expect(found.snapshot.realised.first?.isIncomplete == true)
  }

  @Test("what belongs to real households is booked to the cent")
  func ordinary() throws {
    let found = try findings(
      statement(
        asOf: "2026-11-20", cash: "80000000000",
        positions: [position("A", "900000000", price: "1.25"), position("B", "0.00000001", price: "460000000")]))
    #expect(found.codes == [])
    #expect(
      found.snapshot.summary == [
        "brokerage A 900000000 = 1125000000.00", "brokerage B 0.00000001 = 4.60", "brokerage cash 80000000000.00",
      ])
  }
}
