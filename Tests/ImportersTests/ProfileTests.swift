import Diagnostics
import Importers
import Measures
import Statements
import Testing

/// A household's own profiles, right and wrong.
@Suite struct ProfileTests {
  static let profile = """
    name: mybank
    broker: mybank
    dates: day first
    numbers: 1.234,56
    currency: EUR
    tables:
      - header: Datum, Art, Betrag
        rows: transactions
        columns: {day: datum, action: art, symbol: isin, units: stück, amount: betrag, account: depot}
        units sign: by kind
        actions:
          Kauf*: buy
          Dividende: dividend
    """
  static let file = Array("Depot;Datum;Art;ISIN;Stück;Betrag\nD-1;03.02.2026;Kauf;IE00B3XXRP09;10;-1.000,50\n".utf8)

  func reading(_ profile: String) -> Reading<ParsedFile> {
    StatementReader(extraProfiles: [(name: "importers/mybank.yaml", text: profile)]).reading(Self.file, file: "x.csv")
  }

  @Test func readsAFileThatNoBuiltInProfileKnows() throws {
    let file = try #require(reading(Self.profile).value)
    let statement = try #require(file.statements.first)
    #expect(file.profile == "mybank")
    #expect(statement.currency == "EUR")
    #expect(statement.account.number == "D-1")
    #expect(statement.entries.first?.day.description == "2026-02-03")
    #expect(statement.entries.first?.effect.cash?.description == "-1000.5")
  }

  @Test(arguments: [
    ("units sign: by kind", "units sing: by kind", 10, 5, "Did you mean “units sign”?"),
    ("rows: transactions", "rows: transaction", 8, 11, "Did you mean “transactions”?"),
    ("Kauf*: buy", "Kauf*: byu", 12, 14, "Did you mean “buy”?"),
    ("amount: betrag", "amuont: betrag", 9, 68, "Did you mean “amount”?"),
    ("name: mybank", "nmae: mybank", 1, 1, "Did you mean “name”?"),
    ("dates: day first", "dates: day frist", 3, 8, "Did you mean “day first”?"),
  ])
  func saysWhereAProfileIsWrong(
    _ right: String, _ wrong: String, _ line: Int, _ column: Int, _ remedy: String
  ) throws {
    let place = try #require(Self.profile.firstRange(of: right))
    let text = Self.profile[..<place.lowerBound] + wrong + Self.profile[place.upperBound...]
    let diagnostic = try #require(reading(String(text)).diagnostics.first)
    #expect(reading(String(text)).value == nil)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.place == SourceLocation(file: "importers/mybank.yaml", line: line, column: column))
    #expect(diagnostic.remedy == remedy)
  }

  @Test func saysWhichKeyIsWrittenTwice() throws {
    let diagnostic = try #require(reading(Self.profile + "\n      Kauf*: sell").diagnostics.first)
    #expect(diagnostic.message == "“Kauf*” is written twice")
    #expect(diagnostic.place?.line == 12)
  }

  @Test func saysThatAProfileIsNotYAML() throws {
    let diagnostic = try #require(reading(Self.profile + "\n  - [unclosed").diagnostics.first)
    #expect(diagnostic.code == "profile-not-yaml")
    #expect(diagnostic.place?.line != nil)
  }
}
