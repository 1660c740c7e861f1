import Booking
import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Transfers in kind between accounts of the household.
struct TransferTests {
  let elm = Household(
    name: "Elm Street",
    accounts: [
      account("old", claiming: ["X1"]), account("new", claiming: ["Y1"]),
      account("ira", .traditionalIRA, claiming: ["Z1"]),
    ])

  /// `new 10 2000 2024-03-02`, one line for each lot.
  private func lots(_ statements: ParsedStatement..., asOf day: Day = "2026-11-24") throws -> [String] {
    let ledger = try TemporaryLedger()
    for (index, statement) in statements.enumerated() {
      try ledger.record(.csv("\(index).csv", statement), household: elm)
    }
    return try ledger.snapshot(day, elm).holdings.flatMap { holding in
      holding.lots.map {
        "\(holding.account) \($0.quantity) \($0.basis?.description ?? "?") \($0.acquired?.description ?? "?")"
      }
    }
  }

  private let bought = [
    entry(.buy, "2024-03-02", "VTI", units: "10", cash: "-2000"),
    entry(.buy, "2025-03-02", "VTI", units: "10", cash: "-2500"),
  ]

  @Test func lotsGoAlongWithBasisAndDates() throws {
    let found = try lots(
      statement(of: "X1", bought + [entry(.transferOut, "2026-03-02", "VTI", units: "-20")]),
      statement(of: "Y1", at: "schwab", [entry(.transferIn, "2026-03-05", "VTI", units: "20", amount: "6000")]))
    #expect(found == ["new 10 2000 2024-03-02", "new 10 2500 2025-03-02"])
  }

  @Test func aPartTakesTheOldestLots() throws {
    let found = try lots(
      statement(of: "X1", bought + [entry(.transferOut, "2026-03-02", "VTI", units: "-15")]),
      statement(of: "Y1", at: "schwab", [entry(.transferIn, "2026-03-05", "VTI", units: "15")]))
    #expect(found == ["new 10 2000 2024-03-02", "new 5 1250 2025-03-02", "old 5 1250 2025-03-02"])
  }

  @Test func theArrivalMayBeStatedBeforeTheDeparture() throws {
    let found = try lots(
      statement(of: "X1", bought + [entry(.transferOut, "2026-03-05", "VTI", units: "-20")]),
      statement(of: "Y1", at: "schwab", [entry(.transferIn, "2026-03-02", "VTI", units: "20")]))
    #expect(found == ["new 10 2000 2024-03-02", "new 10 2500 2025-03-02"])
  }

  @Test func whatComesBackIsWhatWent() throws {
    let found = try lots(
      statement(
        of: "X1",
        bought + [
          entry(.transferOut, "2026-03-02", "VTI", units: "-20"), entry(.transferIn, "2026-06-02", "VTI", units: "20"),
        ]),
      statement(
        of: "Y1", at: "schwab",
        [entry(.transferIn, "2026-03-02", "VTI", units: "20"), entry(.transferOut, "2026-06-02", "VTI", units: "-20")]))
    #expect(found == ["old 10 2000 2024-03-02", "old 10 2500 2025-03-02"])
  }

  @Test func saleAfterATransferHasTheGainOfTheOldBasis() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement(of: "X1", bought + [entry(.transferOut, "2026-03-02", "VTI", units: "-20")])),
      .csv(
        "b.csv",
        statement(
          of: "Y1", at: "schwab",
          [
            entry(.transferIn, "2026-03-02", "VTI", units: "20"),
            entry(.sell, "2026-04-02", "VTI", units: "-20", cash: "6500"),
          ])), household: elm)
    #expect(
      try ledger.snapshot("2026-11-24", elm).realised == [
        RealisedGains(account: "new", short: "0", long: "2000", isIncomplete: false)
      ])
  }

  @Test func moreThanTenDaysApartIsNoTransfer() throws {
    let found = try lots(
      statement(of: "X1", bought + [entry(.transferOut, "2026-03-02", "VTI", units: "-20")]),
      statement(of: "Y1", at: "schwab", [entry(.transferIn, "2026-03-13", "VTI", units: "20")]))
    #expect(found == ["new 20 ? ?"])
  }

  @Test func aDistributionInKindBeginsAnew() throws {
    let found = try lots(
      statement(of: "Z1", bought + [entry(.transferOut, "2026-03-02", "VTI", units: "-20")]),
      statement(of: "Y1", at: "schwab", [entry(.transferIn, "2026-03-02", "VTI", units: "20")]))
    #expect(found == ["new 20 ? ?"])
  }

  @Test func aMoveWithinAnAccountIsNone() throws {
    let found = try lots(
      statement(
        of: "X1",
        bought + [
          entry(.journal, "2026-03-02", "VTI", units: "-20"), entry(.journal, "2026-03-02", "VTI", units: "20"),
        ]))
    #expect(found == ["old 10 2000 2024-03-02", "old 10 2500 2025-03-02"])
  }

  @Test func twoMayGiveEachOtherOnOneDay() throws {
    let swap = { (out: PrintedNumber, back: PrintedNumber) in
      [entry(.transferOut, "2026-03-02", "VTI", units: out), entry(.transferIn, "2026-03-02", "VTI", units: back)]
    }
    let found = try lots(
      statement(of: "X1", bought + swap("-20", "7")),
      statement(
        of: "Y1", at: "schwab",
        [
          entry(.buy, "2023-03-02", "VTI", units: "7", cash: "-700")
        ] + swap("-7", "20")))
    #expect(found == ["new 10 2000 2024-03-02", "new 10 2500 2025-03-02", "old 7 700 2023-03-02"])
  }

  @Test func whatCannotBePairedSaysSo() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("b.csv", statement(of: "Y1", at: "schwab", [entry(.transferIn, "2026-03-02", "VTI", units: "20")])),
      household: elm)
    let found = try ledger.ledger.reconciliation(asOf: "2026-11-24", household: elm).get().discrepancies
    #expect(found.map(\.subject) == [.transfer(units: "20")])
  }
}
