import Diagnostics
import Importers
import Measures
import Statements
import Testing

/// Profiles proposed for files of brokers that nobody has heard of: what each file gives when it is read with its own.
@Suite struct DraftTests {
  func reading(_ file: String) throws -> (text: String, file: ParsedFile) {
    let draft = try #require(ProfileDraft.reading(Array(file.utf8), file: "Nord 7/bank-2026.csv").value)
    #expect(draft.name == "bank")
    let problems = StatementReader().checkingProfile(draft.text, file: "bank.yaml").diagnostics
    #expect(problems.isEmpty, "\(problems)")
    let reading = StatementReader(extraProfiles: [(name: "bank.yaml", text: draft.text)])
      .reading(Array(file.utf8), file: "bank-2026.csv")
    return (draft.text, try #require(reading.value))
  }

  func effects(_ file: ParsedFile) -> [String] {
    file.statements.flatMap(\.entries).map { entry in
      let changes = [entry.effect.units, entry.effect.cash].map { $0?.description ?? "-" }
      return "\(entry.day) \(entry.kind.rawValue) \(changes.joined(separator: " "))"
    }
  }

  @Test func europeanNumbersSemicolonsAndAnEventOverTwoRows() throws {
    let (_, file) = try reading(
      """
      Nordbank AG;Umsatzanzeige
      Depot:;D-4471 0099;Inhaber:;Mia Muster

      Buchungstag;Valuta;Umsatzart;Wertpapier;ISIN;Stück;Kurs;Betrag;Währung
      31.10.2026;02.11.2026;Kauf;FTSE ALL-WORLD;;;;-1.234,50;EUR
      ;;Ausführung 09:04 Xetra;;IE00BK5BQT80;10;123,45;;
      15.10.2026;17.10.2026;Verkauf;MSCI WORLD;;;;2.000,00;EUR
      ;;Ausführung 11:20 Tradegate;;IE00B4L5Y983;20,5;97,56;;
      01.10.2026;01.10.2026;Ertragsgutschrift;FTSE ALL-WORLD;IE00BK5BQT80;;;12,34;EUR
      01.10.2026;01.10.2026;Quellensteuer;FTSE ALL-WORLD;IE00BK5BQT80;;;-1,85;EUR
      30.09.2026;30.09.2026;Depotgebühr;;;;;-4,90;EUR
      01.09.2026;01.09.2026;Überweisung Gutschrift;;;;;1.500,00;EUR
      Summe;;;;;;;2.271,09;EUR
      """)
    #expect(
      effects(file) == [
        "2026-10-31 buy 10 -1234.5", "2026-10-15 sell -20.5 2000", "2026-10-01 dividend - 12.34",
        "2026-10-01 tax - -1.85", "2026-09-30 fee - -4.9", "2026-09-01 cash - 1500",
      ])
    #expect(file.statements.first?.account.number == "D-4471 0099")
    #expect(file.statements.first?.currency == "EUR")
    #expect(file.rows.skipped.map(\.line) == [13])
  }

  @Test func unsignedAmountsTakeTheirDirectionFromTheWords() throws {
    let (_, file) = try reading(
      """
      Date d'opération;Opération;ISIN;Libellé;Quantité;Cours;Montant;Devise
      15/01/2026;Achat;FR0000000001;Exemple SA;25;172,50;4 312,50;EUR
      01/02/2026;Dividende;FR0000000001;Exemple SA;;;53,40;EUR
      20/02/2026;Vente;FR0000000001;Exemple SA;10;185,75;1 857,50;EUR
      01/03/2026;Versement;;;;;5 000,00;EUR
      05/03/2026;Prélèvement;;;;;1 200,00;EUR
      """)
    #expect(
      effects(file) == [
        "2026-01-15 buy 25 -4312.5", "2026-02-01 dividend - 53.4", "2026-02-20 sell -10 1857.5",
        "2026-03-01 cash - 5000", "2026-03-05 cash - -1200",
      ])
  }

  @Test func unitsAndPriceInWordsAndAColumnWithoutAName() throws {
    let (text, file) = try reading(
      """
      Date,Product,ISIN,Description,Change,,Balance,
      15-10-2026,EXAMPLE,US0000000001,"Buy 1.020,5 EXAMPLE@33,9 USD",USD,"-34.594,95",USD,"0,00"
      16-10-2026,EXAMPLE,US0000000001,"Sell 20 EXAMPLE@35 USD",USD,"700,00",USD,"700,00"
      17-10-2026,EXAMPLE,US0000000001,Dividend,USD,"0,44",USD,"700,44"
      """)
    #expect(text.contains("amount: after change"))
    #expect(
      effects(file) == ["2026-10-15 buy 1020.5 -34594.95", "2026-10-16 sell -20 700", "2026-10-17 dividend - 0.44"])
  }

  @Test func positions() throws {
    let (_, file) = try reading(
      """
      Konto: 0815
      Name;ISIN;Stück;Kurs;Kurswert;Währung
      FTSE ALL-WORLD;IE00BK5BQT80;10;123,45;1.234,50;EUR
      MSCI WORLD;IE00B4L5Y983;20,5;97,56;1.999,98;EUR
      Summe;;;;3.234,48;EUR
      """)
    let positions = try #require(file.statements.first?.positions)
    #expect(positions.map { $0.units?.description } == ["10", "20.5"])
    #expect(positions.map { $0.value?.description } == ["1234.5", "1999.98"])
    #expect(file.statements.first?.account.number == "0815")
  }

  @Test func aColumnForWhatGoesOutAndOneForWhatComesIn() throws {
    let (text, file) = try reading(
      """
      "Konto 12-345"
      "Datum";"Text";"Titel";"Anzahl";"Belastung CHF";"Gutschrift"
      "03.02.2026";"Kauf";"Beispiel Fonds A";"1";"1'234.50";""
      "04.02.2026";"Dividende";"Beispiel Fonds A";"";"";"12.00"
      "05.02.2026";"Einzahlung";"";"";"0.00";"500.00"
      """)
    #expect(text.contains("currency: CHF"))
    #expect(effects(file) == ["2026-02-03 buy 1 -1234.5", "2026-02-04 dividend - 12", "2026-02-05 cash - 500"])
    #expect(file.statements.first?.account.number == "12-345")
  }

  @Test func aPlanWhoseMoneyIsUnits() throws {
    let (_, file) = try reading(
      """
      Date\tActivity\tFund\tMoney Source\t# of Units/Shares\tUnit/Share Price\tAmount
      01/15/2026\tContribution\tTarget 2045\tPre-tax\t10.5\t20.00\t$210.00
      01/31/2026\tAdministrative Fee\tBond Fund\tPre-tax\t-0.1\t10\t-$1.00
      """)
    #expect(effects(file) == ["2026-01-15 buy 10.5 -", "2026-01-31 fee -0.1 -"])
  }

  @Test func unknownWordsAndGuessesAreMarked() throws {
    let (text, file) = try reading(
      "When,What,Ticker,Qty,Amount\n2026-01-02,Frobnicated,VTI,1,-5.00\n2026-01-03,Buy,VTI,1,-5.00\n")
    #expect(file.statements.first?.entries.map(\.kind) == [.other, .buy])
    let marked = text.split(separator: "\n").filter { $0.contains("???") }
    #expect(marked.contains { $0.contains("Frobnicated: other") })
    #expect(marked.contains { $0.contains("day: when") })
    #expect(!marked.contains { $0.contains("symbol: ticker") })
  }

  @Test(arguments: ["", "hello\nworld\n", "a,b\n1,2\n", "%PDF-1.7"])
  func whatHasNoTableGivesNoProfile(_ text: String) {
    let reading = ProfileDraft.reading(Array(text.utf8), file: "x.csv")
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.code) == ["profile-no-table"])
  }

  @Test func everyWordIsQuotedWhereYAMLNeedsIt() throws {
    let (_, file) = try reading(
      """
      Date,Type: what's #1,Symbol,Quantity,Amount
      2026-01-02,"- Buy: ""all"" #1",VTI,1,-5.00
      2026-01-03,'yes',VTI,1,-5.00
      2026-01-04,* Sell *,VTI,-1,5.00
      2026-01-05,{x},VTI,-1,5.00
      """)
    #expect(file.rows.used == 4)
    #expect(file.statements.first?.entries.map(\.kind) == [.buy, .other, .sell, .other])
  }
}
