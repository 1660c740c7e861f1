import Booking
import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// What a person tells, since no statement does.
struct HandWrittenTests {
  let elm = household(claiming: "X1")

  private func lots(_ files: [ParsedFile], told facts: HandWrittenFact.Fact..., on day: Day) throws -> [String] {
    let ledger = try TemporaryLedger()
    for file in files { try ledger.record(file, household: elm) }
    for fact in facts {
      try ledger.record(HandWrittenFact(account: "brokerage", fact: fact, day: day).file, household: elm)
    }
    return try ledger.snapshot("2026-11-24", elm).holdings.flatMap { holding in
      holding.lots.map { "\($0.id) \($0.quantity) \($0.basis?.description ?? "?")" }
    }
  }

  private let list = ParsedFile.csv(
    "list.csv",
    statement(
      asOf: "2026-11-20", [entry(.buy, "2026-02-10", "VTI", units: "1", cash: "-300")],
      positions: [position("VTI", "11")]))

  private let transfer = ParsedFile.csv(
    "transfer.csv", statement([entry(.transferIn, "2026-03-02", "VTI", units: "20")]))

  @Test func aLotNamesUnitsOfBeforeTheHistory() throws {
    let lot = HandWrittenFact.Fact.lot(reference("VTI"), units: "10", basis: "900")
    #expect(
      try lots([list], told: lot, on: "2015-03-04") == [
        "brokerage/VTI/2015-03-04 10 900", "brokerage/VTI/2026-02-10 1 300",
      ])
  }

  @Test func aLotMayNameAPart() throws {
    let lot = HandWrittenFact.Fact.lot(reference("VTI"), units: "4", basis: "400")
    #expect(
      try lots([list], told: lot, on: "2015-03-04") == [
        "brokerage/VTI/opening 6 ?", "brokerage/VTI/2015-03-04 4 400", "brokerage/VTI/2026-02-10 1 300",
      ])
  }

  @Test func aLotNamesWhatATransferBrought() throws {
    let lot = HandWrittenFact.Fact.lot(reference("VTI"), units: "20", basis: "900")
    #expect(try lots([transfer], told: lot, on: "2015-03-04") == ["brokerage/VTI/2015-03-04 20 900"])
  }

  @Test func aLotOfWhatNoStatementKnowsIsAdded() throws {
    let lot = HandWrittenFact.Fact.lot(reference("VTI"), units: "20", basis: "900")
    #expect(try lots([], told: lot, on: "2015-03-04") == ["brokerage/VTI/2015-03-04 20 900"])
  }

  @Test func twoLotsOfOneDayAreTwoWhereTheirBasesDiffer() throws {
    let ledger = try TemporaryLedger()
    for basis in ["900", "950", "900"] as [PrintedNumber] {
      let fact = HandWrittenFact.Fact.lot(reference("VTI"), units: "10", basis: basis)
      try ledger.record(HandWrittenFact(account: "brokerage", fact: fact, day: "2015-03-04").file, household: elm)
    }
    #expect(try ledger.snapshot("2026-11-24", elm).holdings.flatMap { $0.lots.map(\.basis) } == ["900", "950"])
  }

  @Test func aLotToldByHandIsNoDuplicateOfTheTransfer() throws {
    let lot = HandWrittenFact.Fact.lot(reference("VTI"), units: "20", basis: "900")
    #expect(try lots([transfer], told: lot, on: "2026-03-02") == ["brokerage/VTI/2026-03-02 20 900"])
  }

  @Test func aGiftOfWhatATransferBroughtComesWithIt() throws {
    let gift = HandWrittenFact.Fact.lot(
      reference("VTI"), units: "20", basis: "900", origin: .gift(on: "2026-03-02", value: "800"))
    #expect(try lots([transfer], told: gift, on: "2015-03-04") == ["brokerage/VTI/2015-03-04 20 900"])
  }

  @Test func aGiftThatNoStatementShowsIsThereFromItsDay() throws {
    let ledger = try TemporaryLedger()
    let gift = HandWrittenFact.Fact.lot(
      reference("VTI"), units: "20", basis: "900", origin: .gift(on: "2026-03-02", value: "800"))
    try ledger.record(HandWrittenFact(account: "brokerage", fact: gift, day: "2015-03-04").file, household: elm)
    #expect(try ledger.snapshot("2026-03-01", elm).holdings.isEmpty)
    #expect(try ledger.snapshot("2026-03-02", elm).holdings.map(\.quantity) == ["20"])
  }

  @Test func whatWasSpunOffMayBeToldByHand() throws {
    let history = ParsedFile.csv("a.csv", statement([entry(.buy, "2020-02-10", "GE", units: "80", cash: "-8000")]))
    let allocation = HandWrittenFact.Fact.allocation(
      reference("GE"), fraction: "0.2", to: HandWrittenFact.Spun(reference("GEV"), units: "20"))
    #expect(
      try lots([history], told: allocation, on: "2026-04-01") == [
        "brokerage/GE/2020-02-10 80 6400", "brokerage/GEV/2020-02-10 20 1600",
      ])
  }

  @Test func aPositionSaysNothingOfOthers() throws {
    let position = HandWrittenFact.Fact.position(reference("BND"), units: "5", price: "70", basis: nil)
    #expect(
      try lots([list], told: position, on: "2026-11-22") == [
        "brokerage/BND/opening 5 ?", "brokerage/VTI/opening 10 ?", "brokerage/VTI/2026-02-10 1 300",
      ])
  }

  @Test func cashIsWhatWasToldLast() throws {
    let ledger = try TemporaryLedger()
    for (day, amount) in [("2026-10-01", "500"), ("2026-11-01", "250.25")] as [(Day, PrintedNumber)] {
      try ledger.record(
        HandWrittenFact(account: "brokerage", fact: .cash(amount), day: day).file, household: elm)
    }
    #expect(try ledger.snapshot("2026-11-24", elm).summary == ["brokerage cash 250.25"])
    #expect(try ledger.snapshot("2026-10-24", elm).summary == ["brokerage cash 500.00"])
  }

  @Test func aSplitThatNoStatementShows() throws {
    let buy = ParsedFile.csv("a.csv", statement([entry(.buy, "2026-02-10", "VTI", units: "10", cash: "-300")]))
    #expect(
      try lots([buy], told: .split(reference("VTI"), old: "1", new: "3"), on: "2026-05-01") == [
        "brokerage/VTI/2026-02-10 30 300"
      ])
  }

  @Test func aSpinOffTakesItsPartOfTheBasis() throws {
    let history = ParsedFile.csv(
      "a.csv",
      statement([
        entry(.buy, "2020-02-10", "GE", units: "80", cash: "-8000"),
        entry(.buy, "2024-02-10", "GE", units: "20", cash: "-3000"),
        entry(.spinOff, "2026-04-02", "GEV", units: "25"),
      ]))
    #expect(
      try lots([history], told: .allocation(reference("GE"), fraction: "0.2"), on: "2026-04-01") == [
        "brokerage/GE/2020-02-10 80 6400", "brokerage/GE/2024-02-10 20 2400", "brokerage/GEV/2020-02-10 20 1600",
        "brokerage/GEV/2024-02-10 5 600",
      ])
  }

  @Test func anAllocationWithoutASpinOffChangesNothing() throws {
    let history = ParsedFile.csv("a.csv", statement([entry(.buy, "2020-02-10", "GE", units: "80", cash: "-8000")]))
    #expect(
      try lots([history], told: .allocation(reference("GE"), fraction: "0.2"), on: "2026-04-01") == [
        "brokerage/GE/2020-02-10 80 8000"
      ])
  }

  @Test func itIsUndoneAsAnImport() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(list, household: elm)
    let told = HandWrittenFact(
      account: "brokerage", fact: .lot(reference("VTI"), units: "10", basis: "900"), day: "2015-03-04")
    let receipt = try ledger.record(told.file, household: elm)
    _ = try ledger.ledger.undo(try #require(receipt.number), household: elm)
    #expect(try ledger.snapshot("2026-11-24", elm).holdings.first?.basis == nil)
  }
}
