import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Decisions in the ledger, and the highest prices that a notice needs.
struct JournalTests {
  private let household = Household(name: "Nobody")
  private let figures = JournalEntry.Figures(total: "100000", sold: "12000", bought: "11990", cost: "3.5", tax: "-20")

  @Test func decisionsComeBackByDayAsTheyWereTold() throws {
    let folder = try TemporaryLedger()
    let ledger = folder.ledger
    let late = JournalEntry(day: "2026-03-02", verdict: .overridden, reason: "due: …", note: "no", figures: figures)
    let early = JournalEntry(day: "2026-02-01", verdict: .reviewed, reason: "confirmed")
    #expect(try ledger.record(late, sha256: String(repeating: "a", count: 64), at: "now") == 1)
    #expect(try ledger.record(early, sha256: String(repeating: "b", count: 64), at: "now") == 2)
    #expect(try ledger.record(early, sha256: String(repeating: "b", count: 64), at: "later") == nil)
    #expect(try ledger.journal() == [early, late])
    #expect(try ledger.imports().map { $0.files.map(\.rows) } == [[1], [1]])
  }

  @Test func aDecisionIsUndoneLikeAnImportAndMayBeTakenAgain() throws {
    let folder = try TemporaryLedger()
    let ledger = folder.ledger
    let entry = JournalEntry(day: "2026-03-02", verdict: .accepted, reason: "due", figures: figures)
    let key = String(repeating: "c", count: 64)
    let number = try #require(try ledger.record(entry, sha256: key, at: "now"))
    _ = try ledger.undo(number, household: household)
    #expect(try ledger.journal().isEmpty)
    #expect(try ledger.record(entry, sha256: key, at: "now") == number + 1)
    #expect(try ledger.journal() == [entry])
  }

  @Test func theSchemaKeepsAPlanWithItsFiguresOrAReviewWithout() throws {
    let folder = try TemporaryLedger()
    let ledger = folder.ledger
    let entry = JournalEntry(day: "2026-03-02", verdict: .accepted, reason: "due")
    #expect(throws: (any Error).self) {
      try ledger.record(entry, sha256: String(repeating: "d", count: 64), at: "now")
    }
    #expect(try ledger.imports().isEmpty)
  }

  @Test func theHighestPriceIsOfItsSpanAndNotOfWhatWasSplit() throws {
    let ledger = try TemporaryLedger()
    let prices: [(Day, PrintedNumber)] = [
      ("2025-01-02", "90"), ("2026-01-02", "80"), ("2026-02-02", "85"), ("2026-03-02", "60"),
    ]
    let trades = prices.map { day, price in
      var bought = entry(.buy, day, "AAA", units: "1", cash: "-90", id: "\(day)")
      bought.price = price
      return bought
    }
    try ledger.record(.ofx("a.ofx", statement(trades)))
    let highest = try ledger.ledger.highestPrices(from: "2025-03-02", through: "2026-03-02", household: household)
    #expect(highest == ["AAA": HighestPrice(price: "85", day: "2026-02-02")])
    try ledger.record(.ofx("b.ofx", statement([entry(.split, "2026-02-20", "AAA", units: "3", id: "S")])))
    #expect(
      try ledger.ledger.highestPrices(from: "2025-03-02", through: "2026-03-02", household: household).isEmpty)
  }
}
