import Diagnostics
import Foundation
import Importers
import Measures
import Statements
import Testing

/// What a check says about a profile and a file that do not fit.
@Suite struct CheckTests {
  func check(_ right: String = "", _ wrong: String = "", file: [UInt8] = ProfileTests.file) -> ProfileCheck {
    let profile = right.isEmpty ? ProfileTests.profile : ProfileTests.profile.replacing(right, with: wrong)
    return StatementReader(extraProfiles: [(name: "importers/mybank.yaml", text: profile)])
      .checking(file, file: "x.csv")
  }

  @Test func findsNothingWhereAllFits() {
    let check = check()
    #expect(check.profile?.name == "mybank")
    #expect(check.diagnostics.isEmpty && check.isClean)
    #expect(check.rows?.used == 1)
  }

  @Test func namesAColumnThatIsNotThereAndOneThatNothingUses() throws {
    let check = check("units: stück", "units: stueck")
    let diagnostic = try #require(check.diagnostics.first { $0.code == "profile-column-absent" })
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.message.contains("“stueck”") && diagnostic.element == "units")
    #expect(diagnostic.place == SourceLocation(file: "x.csv", line: 1))
    #expect(diagnostic.remedy == "Did you mean “stück”?")
    #expect(check.unusedColumns == [.init(name: "stück", line: 1, column: 22)])
  }

  @Test func namesEventsAndCellsWithTheirPlaces() throws {
    let file = Array(
      "Depot;Datum;Art;ISIN;Stück;Betrag\nD-1;03.02.2026;Tausch;IE00B3XXRP09;10;-1\nD-1;morgen;Kauf;;1;x\n".utf8)
    let check = check(file: file)
    let unknown = try #require(check.diagnostics.first { $0.code == "csv-unknown-action" })
    #expect(unknown.place == SourceLocation(file: "x.csv", line: 2, column: 16))
    #expect(check.diagnostics.contains { $0.code == "csv-bad-day" && $0.place?.line == 3 && $0.place?.column == 5 })
  }

  @Test func saysWhichColumnKeepsAHeaderFromFitting() throws {
    let check = check("header: Datum, Art, Betrag", "header: Datum, Art, Betreg")
    #expect(check.profile == nil)
    let diagnostic = try #require(check.diagnostics.first { $0.code == "profile-header-absent" })
    #expect(diagnostic.place == SourceLocation(file: "importers/mybank.yaml", line: 7))
    #expect(diagnostic.message.contains("“betreg”") && diagnostic.message.contains("line 1 of x.csv"))
    #expect(diagnostic.remedy == "Did you mean “betrag”?")
  }

  @Test func tellsOfABrokersRenamedColumn() throws {
    let file = Array("Run Day,Action,Symbol,Description,Type,Amount ($)\n01/02/2026,YOU BOUGHT,VTI,FUND,Cash,-1\n".utf8)
    let check = StatementReader().checking(file, file: "x.csv")
    #expect(check.profile == nil)
    let diagnostic = try #require(check.diagnostics.first { $0.message.contains("fidelity-history") })
    #expect(diagnostic.message.contains("“run date”"))
  }

  @Test func reportsABrokenProfileThoughAnotherReadsTheFile() throws {
    let file = Array(
      "Run Date,Action,Symbol,Description,Type,Quantity,Amount ($)\n01/02/2026,YOU BOUGHT,VTI,F,Cash,1,-1\n".utf8)
    let check = check("rows: transactions", "rows: transaction", file: file)
    #expect(check.profile?.name == "fidelity-history")
    #expect(check.diagnostics.filter { $0.severity == .error }.map(\.code) == ["profile-unknown-word"])
  }

  @Test func readingTellsOfABrokenProfileOnlyWhereItCouldMatter() {
    let reader = StatementReader(extraProfiles: [(name: "a.yaml", text: "nmae: a")])
    let known = Array(
      "Run Date,Action,Symbol,Description,Type,Quantity,Amount ($)\n01/02/2026,YOU BOUGHT,VTI,F,Cash,1,-1\n".utf8)
    let generic = Array("Date,Action,Symbol,Quantity,Amount\n2026-01-02,Buy,VTI,1,-100\n".utf8)
    #expect(!reader.reading(known, file: "x.csv").diagnostics.contains { $0.code.hasPrefix("profile-") })
    let read = reader.reading(generic, file: "x.csv")
    #expect(read.value != nil && !read.hasErrors)
    #expect(read.diagnostics.contains { $0.code == "profile-unknown-key" && $0.severity == .warning })
    let refused = reader.reading(Array("a;b;c\n1;2;3\n".utf8), file: "x.csv")
    #expect(refused.diagnostics.contains { $0.code == "profile-unknown-key" && $0.severity == .error })
  }

  @Test func aHeaderMustStandWhereItIsSearched() {
    let hidden = ProfileTests.profile.replacing(
      "- header: Datum, Art, Betrag\n    ", with: "- {header: 'Datum, Art, Betrag', "
    )
    .replacing("rows: transactions\n", with: "rows: transactions}\n")
    let text = hidden.prefix(upTo: hidden.firstRange(of: "\n    columns")?.lowerBound ?? hidden.endIndex)
    let check = StatementReader().checkingProfile(String(text), file: "mybank.yaml")
    #expect(check.diagnostics.map(\.code) == ["profile-hidden-header"])
    #expect(check.profile?.isUsable == false)
  }

  @Test func listsTheHouseholdsProfilesFirst() throws {
    let reader = StatementReader(extraProfiles: [
      (name: "z.yaml", text: ProfileTests.profile), (name: "a.yaml", text: "x"),
    ])
    let reading = reader.knownProfiles
    let profiles = try #require(reading.value)
    #expect(profiles.prefix(2).map(\.file) == ["z.yaml", "a.yaml"])
    #expect(profiles.prefix(2).map(\.isUsable) == [true, false])
    #expect(profiles.contains { $0.name == "fidelity-history" && $0.file == nil })
    #expect(reading.hasErrors)
  }

  @Test func anOFXFileNeedsNoProfile() {
    let check = StatementReader().checking(Array("OFXHEADER:100\n\n<OFX></OFX>".utf8), file: "x.ofx")
    #expect(check.profile == nil)
    #expect(!check.diagnostics.contains { $0.code.hasPrefix("profile-") })
  }
}
