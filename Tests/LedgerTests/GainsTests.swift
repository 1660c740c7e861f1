import Booking
import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// What a year realised, line by line, with the wash sales in it.
struct GainsTests {
  let elm = Household(
    name: "Elm Street",
    accounts: [account("brokerage", claiming: ["X1"]), account("roth", .rothIRA, claiming: ["R1"])])

  private func gains(_ year: Int = 2026, _ files: ParsedFile..., asOf day: Day = "2027-02-24") throws -> (
    gains: GainsOfYear, codes: [String]
  ) {
    let ledger = try TemporaryLedger()
    for file in files { try ledger.record(file, household: elm) }
    let reading = try ledger.ledger.gains(of: year, asOf: day, household: elm)
    return (try reading.get(), reading.diagnostics.map(\.code))
  }

  private let history = ParsedFile.csv(
    "a.csv",
    statement([
      entry(.buy, "2024-03-01", "VTI", units: "10", cash: "-3000"),
      entry(.sell, "2026-03-02", "VTI", units: "-6", cash: "1500"),
      entry(.sell, "2026-05-04", "VTI", units: "-4", cash: "1600"),
      entry(.sell, "2026-06-01", "OLD", units: "-1", cash: "50"),
    ]))
  private let ira = ParsedFile.csv(
    "b.csv",
    statement(
      of: "R1",
      [
        entry(.buy, "2026-03-20", "VTI", units: "2", cash: "-520"),
        entry(.sell, "2026-07-20", "VTI", units: "-2", cash: "700"),
      ]))

  @Test func linesHaveTermsAdjustmentsAndWhatIsNotKnown() throws {
    let (gains, codes) = try gains(2026, history, ira)
    #expect(
      gains.lines.map { line in
        "\(line.security) \(line.realised.quantity) \(line.realised.sold) \(line.realised.recognised?.description ?? "?") "
          + (line.realised.isLongTerm.map { $0 ? "long" : "short" } ?? "?") + " " + line.code
      } == [
        "VTI 2 2026-03-02 0 long W", "VTI 4 2026-03-02 -200 long ", "VTI 4 2026-05-04 400 long ",
        "OLD 1 2026-06-01 ? ? ",
      ])
    let long = gains.total(isLongTerm: true)
    #expect([long.proceeds, long.basis, long.adjustment, long.gain] == ["3100", "3000", "100", "200"])
    #expect(gains.disallowances.map(\.loss) == ["100"])
    #expect(gains.disallowances.map(\.isLost) == [true])
    #expect(codes == ["gains-incomplete"])
  }

  @Test func theBoxFollowsKindAndDayUnlessTheHouseholdSaysOtherwise() throws {
    var household = elm
    var fund = Security(id: "VTI", name: "VTI", kind: .etf)
    fund.aliases = []
    household.securities = [fund]
    let old = ParsedFile.csv(
      "a.csv",
      statement([
        entry(.buy, "2011-12-30", "VTI", units: "1", cash: "-60"),
        entry(.buy, "2012-01-03", "VTI", units: "1", cash: "-60"),
        entry(.sell, "2026-03-02", "VTI", units: "-2", cash: "600"),
      ]))
    func boxes() throws -> [String?] {
      let ledger = try TemporaryLedger()
      try ledger.record(old, household: household)
      let gains = try ledger.ledger.gains(of: 2026, asOf: "2027-02-24", household: household).get()
      return gains.lines.map { $0.scheduleDLine?.box }
    }
    #expect(try boxes() == ["E", "D"])
    household.accounts[0].brokerReport = .nothing
    #expect(try boxes() == ["F", "F"])
  }

  @Test func aPurchaseInJanuaryDisallowsALossOfDecember() throws {
    let year = ParsedFile.csv(
      "a.csv",
      statement([
        entry(.buy, "2024-03-01", "VTI", units: "10", cash: "-3000"),
        entry(.sell, "2026-12-15", "VTI", units: "-10", cash: "2500"),
        entry(.buy, "2027-01-08", "VTI", units: "10", cash: "-2550"),
      ]))
    let early = try gains(2026, year, asOf: "2026-12-31")
    #expect(early.gains.total(isLongTerm: true).gain == "-500")
    #expect(early.codes == ["gains-not-final"])
    let late = try gains(2026, year)
    #expect(late.gains.total(isLongTerm: true).gain == "0")
    #expect(late.codes == [])
    #expect(try gains(2027, year).gains.lines.isEmpty)
  }

  @Test func anInheritanceToldByHandIsLongTermAtOnce() throws {
    let fact = HandWrittenFact(
      account: "brokerage", fact: .lot(reference("VTI"), units: "10", basis: "3000", origin: .inheritance),
      day: "2026-02-01")
    let sale = ParsedFile.csv("a.csv", statement([entry(.sell, "2026-03-02", "VTI", units: "-10", cash: "3100")]))
    let (gains, codes) = try gains(2026, fact.file, sale)
    #expect(gains.lines.map(\.realised.isInherited) == [true])
    #expect(gains.total(isLongTerm: true).gain == "100")
    #expect(codes == [])
  }

  @Test func aGiftToldByHandHasTwoBases() throws {
    let sale = { (proceeds: PrintedNumber) in
      ParsedFile.csv("a.csv", statement([entry(.sell, "2026-05-04", "VTI", units: "-10", cash: proceeds)]))
    }
    let fact = HandWrittenFact(
      account: "brokerage",
      fact: .lot(reference("VTI"), units: "10", basis: "3000", origin: .gift(on: "2026-02-01", value: "2000")),
      day: "2020-02-01")
    #expect(try gains(2026, fact.file, sale("3500")).gains.total(isLongTerm: true).gain == "500")
    #expect(try gains(2026, fact.file, sale("2500")).gains.total(isLongTerm: true).gain == "0")
    #expect(try gains(2026, fact.file, sale("1900")).gains.total(isLongTerm: false).gain == "-100")
  }

  @Test func aCallOnWhatWasSoldReplacesIt() throws {
    let call = ParsedFile.csv(
      "c.csv", statement([entry(.buy, "2026-03-20", "-VTI270115C300", units: "1", cash: "-900")]))
    let (gains, _) = try gains(2026, history, call)
    #expect(gains.disallowances.map(\.quantity) == ["6"])
    #expect(gains.disallowances.map(\.replacementSecurity) == ["-VTI270115C300"])
  }

  @Test func salesInAccountsThatNobodyClaimsAreNamed() throws {
    let other = ParsedFile.csv(
      "z.csv", statement(of: "Z9", [entry(.sell, "2026-05-04", "VTI", units: "-1", cash: "30")]))
    let (gains, codes) = try gains(2026, other)
    #expect(gains.lines.isEmpty)
    #expect(codes == ["gains-unassigned"])
  }
}
