import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Which printed accounts are which accounts of the household.
struct ClaimTests {
  let day: Day = "2026-11-20"

  func holding(_ number: String, at broker: String = "fidelity", units: PrintedNumber = "10") -> ParsedFile {
    .csv(
      "\(broker)-\(number).csv",
      statement(of: number, at: broker, asOf: day, positions: [position("VTI", units, price: "330", value: "3300")]))
  }

  @Test func anAccountThatNobodyClaimsIsUnassigned() throws {
    let ledger = try TemporaryLedger()
    #expect(try ledger.record(holding("X1")).plan.unmappedAccounts == ["fidelity X1"])
    let snapshot = try ledger.snapshot()
    #expect(snapshot.unassigned == ["fidelity:X1"])
    #expect(snapshot.household.accounts.map(\.id) == ["fidelity:X1"])
    #expect(snapshot.holdings.map(\.account) == ["fidelity:X1"])
  }

  @Test func oneNumberAtTwoSpellingsOfAnInstitutionIsOneAccount() throws {
    let buys = Array(repeating: entry(.buy, "2026-03-02", "VTI", units: "10", cash: "-3000"), count: 4)
    let table = ParsedFile.csv("history.csv", statement(of: "X1-22", at: "fidelity", buys))
    let download = ParsedFile.ofx("download.ofx", statement(of: "X122", at: "fidelity.com", buys))
    for (first, second, name) in [(table, download, "fidelity:X1-22"), (download, table, "fidelity.com:X122")] {
      let ledger = try TemporaryLedger()
      #expect(try ledger.record(first).plan.files[0].new == 4)
      #expect(try ledger.record(second).plan.files[0].new == 0)
      #expect(try ledger.snapshot().holdings.map(\.account.rawValue) == [name])
      #expect(try ledger.record(.csv("else.csv", statement(of: "X122", at: "schwab", buys))).plan.files[0].new == 4)
    }
  }

  @Test func claimingLaterJoinsWithoutDoubling() throws {
    let ledger = try TemporaryLedger()
    let buy = entry(.buy, "2026-03-02", "VTI", units: "10", cash: "-3000")
    try ledger.record(.csv("a.csv", statement(of: "X12345678", [buy])))
    try ledger.record(.csv("b.csv", statement(of: "…678", at: "Fidelity", [buy])))
    #expect(try ledger.snapshot().holdings.count == 2)
    let claimed = try ledger.snapshot("2026-11-24", household(claiming: "X12345678"))
    #expect(claimed.summary == ["brokerage VTI 10 = 3000.00", "brokerage cash -3000.00"])
    #expect(claimed.unassigned.isEmpty)
  }

  @Test(arguments: ["X12345678", "…678", "XXXX-5678", "***5678"])
  func aMaskClaimsTheNumberItEnds(claim: String) throws {
    let ledger = try TemporaryLedger()
    try ledger.record(holding("X12345678"))
    #expect(try ledger.snapshot("2026-11-24", household(claiming: claim)).holdings.map(\.account) == ["brokerage"])
  }

  @Test func formerNumbersAreOneAccount() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(.csv("a.csv", statement(of: "OLD-7", [entry(.cash, "2024-01-02", cash: "5")])))
    try ledger.record(.csv("b.csv", statement(of: "NEW-9", [entry(.cash, "2025-01-02", cash: "6")])))
    let snapshot = try ledger.snapshot("2026-11-24", household(claiming: "NEW-9", "OLD-7"))
    #expect(snapshot.cash.map(\.amount) == ["11"])
  }

  @Test func aPrintedMaskThatFitsTwoAccountsStaysUnassigned() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(holding("…321"))
    let two = Household(
      name: "Two", accounts: [account("a", claiming: ["X111321"]), account("b", claiming: ["X222321"])])
    let reading = try ledger.ledger.snapshot(asOf: "2026-11-24", household: two)
    #expect(reading.value?.unassigned == ["fidelity:…321"])
    #expect(reading.diagnostics.map(\.code).contains("ledger-account-ambiguous"))
  }

  @Test func aClaimedMaskThatFitsTwoNumbersClaimsNeither() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(holding("X111321"), holding("X222321"))
    let reading = try ledger.ledger.snapshot(asOf: "2026-11-24", household: household(claiming: "…321"))
    #expect(reading.value?.unassigned == ["fidelity:X111321", "fidelity:X222321"])
    #expect(
      reading.diagnostics.filter { $0.severity == .error }.map(\.code) == [
        "ledger-account-ambiguous", "ledger-account-ambiguous",
      ])
  }

  @Test func theInstitutionDecidesBetweenEquals() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(holding("…321", at: "schwab"), holding("…321", at: "fidelity.com"))
    let two = Household(
      name: "Two",
      accounts: [
        account("a", at: "Fidelity", claiming: ["X111321"]), account("b", at: "Charles Schwab", claiming: ["…321"]),
      ])
    #expect(try ledger.snapshot("2026-11-24", two).holdings.map(\.account) == ["a", "b"])
  }

  @Test func aFullNumberOutweighsAMask() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(holding("X222321"))
    let two = Household(
      name: "Two", accounts: [account("a", claiming: ["…321"]), account("b", claiming: ["X222321"])])
    #expect(try ledger.snapshot("2026-11-24", two).holdings.map(\.account) == ["b"])
  }

  @Test func accountsWithoutNumbersAreToldApartByTheirNames() throws {
    let ledger = try TemporaryLedger()
    for name in ["Acorn 401(k)", "Birch 401(k)"] {
      var plan = statement(of: "", [entry(.cash, "2026-01-02", cash: "5")])
      plan.account.name = name
      try ledger.record(.csv("\(name).csv", plan))
    }
    #expect(try ledger.snapshot().unassigned == ["fidelity:acorn-401-k", "fidelity:birch-401-k"])
    let own = household(claiming: "acorn 401(k)")
    #expect(try ledger.snapshot("2026-11-24", own).unassigned == ["fidelity:birch-401-k"])
  }

  @Test func equalBytesAboutAnotherAccountAreAnotherFile() throws {
    let ledger = try TemporaryLedger()
    var first = ParsedFile.csv("one.csv", statement(of: "1", [entry(.cash, "2026-01-02", cash: "5")])).asRead
    first.sha256 = String(repeating: "a", count: 64)
    var second = ParsedFile.csv("two.csv", statement(of: "2", [entry(.cash, "2026-01-02", cash: "5")])).asRead
    second.sha256 = first.sha256
    let nobody = Household(name: "Nobody")
    _ = try ledger.ledger.record([first], household: nobody, at: "2026-11-24")
    #expect(try ledger.ledger.record([second], household: nobody, at: "2026-11-24").plan.files[0].new == 1)
    #expect(try ledger.snapshot().cash.count == 2)
  }
}
