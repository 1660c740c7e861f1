import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Amounts in another currency, and prices that come by themselves.
struct CurrencyTests {
  let elm = household(claiming: "X1")

  private func prices(_ rows: (SecurityReference, Day, PrintedNumber)...) -> ParsedFile {
    var file = ParsedFile(file: "prices.csv", format: .csv, profile: "prices")
    file.securities = rows.map { reference, day, price in
      var security = PrintedSecurity(reference)
      security.price = price
      security.priceDay = day
      file.rows.meet()
      file.rows.use(.price)
      return security
    }
    return file
  }

  private let euro = SecurityReference(printed: "CURRENCY", value: "EUR")

  @Test func aForeignAccountIsValuedByTheLatestRateOfItsTime() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement(
          asOf: "2026-11-20", cash: "100", currency: "EUR",
          positions: [position("VWCE", "10", price: "50", value: "500")])),
      household: elm)
    #expect(try ledger.snapshot("2026-11-24", elm).total == "0")
    try ledger.record(
      prices((euro, "2026-11-18", "1.10"), (euro, "2026-11-21", "1.20"), (euro, "2026-11-30", "9")), household: elm)
    let reading = try ledger.ledger.snapshot(asOf: "2026-11-24", household: elm)
    #expect(reading.value?.summary == ["brokerage VWCE 10 = 600.00", "brokerage cash 120.00"])
    #expect(reading.diagnostics.filter { $0.severity == .warning }.map(\.code) == ["ledger-missing-basis"])
    #expect(try ledger.snapshot("2026-11-20", elm).total == "660")
  }

  @Test func aPriceOfAFilePricesWhatIsHeld() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement(asOf: "2026-11-20", positions: [position("VTI", "10", price: "300", value: "3000")])),
      household: elm)
    let file = prices((reference("VTI"), "2026-11-23", "310"))
    let receipt = try ledger.record(file, household: elm)
    #expect(receipt.plan.files.map(\.new) == [1])
    #expect(try ledger.snapshot("2026-11-24", elm).total == "3100")
    #expect(try ledger.snapshot("2026-11-22", elm).total == "3000")
    #expect(try ledger.record(file, household: elm).number == nil)
    #expect(try ledger.ledger.imports().map { $0.files.map(\.rows) } == [[1], [1]])
    _ = try ledger.ledger.undo(try #require(receipt.number), household: elm)
    #expect(try ledger.snapshot("2026-11-24", elm).total == "3000")
  }
}
