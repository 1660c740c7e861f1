import Allocation
import Diagnostics
import Measures
import Policy
import PortfolioModel
import Statements
import Taxes
import TestSupport
import Testing

@testable import HouseholdFile

@Suite("A household file drafted from statements")
struct HouseholdDraftTests {
  static func statement(
    _ number: String, _ name: String?, kind: String? = nil, broker: String = "fidelity", holds: [SecurityReference] = []
  ) -> ParsedStatement {
    var statement = ParsedStatement(
      account: PrintedAccount(number: number, broker: broker, name: name, kind: kind))
    statement.positions = holds.enumerated().map { PrintedPosition($0.element, line: $0.offset + 2) }
    return statement
  }

  static var files: [ParsedFile] {
    var positions = ParsedFile(file: "positions.csv", format: .csv, profile: "fidelity-positions")
    positions.statements = [
      statement("X12345678", "Individual - TOD", holds: [.init(.ticker, "VTI"), .init(.ticker, "ACME")]),
      statement("Z987", "ROTH IRA", holds: [.init(.ticker, "FXAIX"), .init(.ticker, "SPAXX")]),
      statement("", "Mystery: \"#1\" {account}"),
      statement("J1", "Joint WROS"),
    ]
    var plan = ParsedFile(file: "plan.ofx", format: .ofx2)
    plan.statements = [
      statement(
        "1234", nil, kind: "401K", broker: "plan.example",
        holds: [.init(.planCode, "0899"), .init(.cusip, "921937835")])
    ]
    plan.securities = [
      PrintedSecurity(.init(.planCode, "0899"), name: "FID 500 INDEX", kind: .fund),
      PrintedSecurity(.init(.cusip, "921937835"), ticker: "BND", name: "VANGUARD TOTAL BOND MARKET ETF", kind: .etf),
    ]
    return [positions, plan]
  }

  static let answers = HouseholdDraft.Answers(
    members: [Member(id: "anna", name: "Anna"), Member(id: "ben", name: "Ben", birthDay: "1980-02-29")], year: 2026)

  @Test("the draft reads back without complaint, with what the statements show")
  func roundTrip() throws {
    var answers = Self.answers
    answers.owners = ["Z987": ["ben"]]
    let text = HouseholdDraft.text(for: Self.files, answers: answers)
    let document = try ReadingTests.document(text)
    let accounts = document.household.accounts
    #expect(accounts.map(\.id) == ["taxable_5678", "roth_ira_z987", "joint_j1", "401k_1234"])
    #expect(accounts.map(\.kind) == [.taxableIndividual, .rothIRA, .taxableJoint, .traditional401k])
    #expect(accounts.map { $0.owners.map(\.member) } == [["anna"], ["ben"], ["anna", "ben"], ["anna"]])
    #expect(accounts.map(\.numbers) == [["X12345678"], ["Z987"], ["J1"], ["1234"]])
    #expect(accounts.map(\.menu) == [nil, nil, nil, ["FID_500_INDEX", "BND"]])
    let securities = document.household.securities
    #expect(securities.map(\.id) == ["VTI", "ACME", "FXAIX", "SPAXX", "FID_500_INDEX", "BND"])
    #expect(securities[0].exposure == ["us_stock": "1"])
    #expect(securities[1].exposure.isEmpty && securities[1].kind == .stock)
    #expect(securities[4].group == "sp500" && securities[4].aliases == ["PRIVATE:0899"])
    #expect(securities[5].aliases == ["CUSIP:921937835"])
    #expect(document.policy.targets.reduce(Weight.zero) { $0 + $1.weight } == "1")
    #expect(document.taxReturns.isEmpty, "nobody said status and income")
    #expect(
      text.contains(
        "  # What kind of account is fidelity Mystery: \"#1\" {account}? Say it and remove the # of these lines."))
    #expect(text.contains("ACME: {kind: stock, classes: {}}  # what is in it, and what does it cost?"))
  }

  @Test("the question about an account's kind becomes an account when its # are removed")
  func uncommented() throws {
    let text = HouseholdDraft.text(for: Self.files, answers: Self.answers)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0.contains("# What kind of account") })
    var answered = lines
    var index = start + 1
    while answered[index].hasPrefix("  # ") {
      answered[index] = "  " + answered[index].dropFirst(4)
      index += 1
    }
    let document = try ReadingTests.document(answered.joined(separator: "\n"))
    #expect(document.household.accounts.map(\.name).contains("Mystery: \"#1\" {account}"))
  }

  @Test("with status and income the draft has a tax return")
  func taxReturn() throws {
    var answers = Self.answers
    answers.filingStatus = .marriedFilingJointly
    answers.income = "150000"
    let document = try ReadingTests.document(HouseholdDraft.text(for: Self.files, answers: answers))
    #expect(document.taxReturns.map(\.ordinaryIncome) == ["150000"])
    #expect(document.household.accounts.allSatisfy { $0.taxReturn == "ours" })
  }

  @Test("no name of an account or a security can break the draft", arguments: UInt64(1)...300)
  func hostile(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("aZ09 :#{}[],&*!|>'\"%@`~\\\t\n\r\u{0}\u{7f}\u{85}\u{feff}\u{2028}é…漢🙂-.?=<$")
    func word() -> String {
      String(
        (0..<Int.random(in: 0...9, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) })
    }
    var file = ParsedFile(file: "x.csv", format: .csv)
    for _ in 0..<4 {
      let references = (0..<4).map { _ in
        SecurityReference(SecurityReference.Scheme.allCases.randomElement(using: &generator) ?? .name, word())
      }
      file.statements.append(
        Self.statement(
          word(), Bool.random(using: &generator) ? "401k " + word() : word(), broker: word(), holds: references))
      for reference in references where Bool.random(using: &generator) {
        file.securities.append(PrintedSecurity(reference, ticker: word(), name: word(), kind: .fund))
      }
    }
    let text = HouseholdDraft.text(
      for: [file],
      answers: HouseholdDraft.Answers(householdName: word(), members: [Member(id: "a", name: word())], year: 2026))
    let reading = HouseholdFile.reading(text, file: "h.yaml")
    #expect(!reading.hasErrors, "\(reading.diagnostics)\n\(text)")
  }

  @Test(
    "kinds guessed from printed names",
    arguments: [
      ("ROTH IRA", "roth_ira"), ("Rollover IRA", "ira"), ("Traditional IRA Brokerage Account", "ira"),
      ("META PLATFORMS 401(K) PLAN", "401k"), ("Roth 401(k)", "roth_401k"), ("Health Savings Account", "hsa"),
      ("Individual - TOD", "taxable"), ("Joint WROS - TOD", "joint"), ("Individual Retirement Account", "ira"),
      ("NY 529 College Savings", "529"), ("Thrift Savings Plan", "tsp"), ("SEP-IRA", "sep_ira"),
      ("SIMPLE IRA", "simple_ira"), ("Inherited Roth IRA", "inherited_roth_ira"), ("Family Trust", "trust"),
      ("UTMA for Leo", "custodial"), ("Checking", "bank"), ("403(b) Plan", "403b"), ("Nest egg", "?"),
      ("Employee savings plan", "?"),
    ])
  func kinds(name: String, kind: String) {
    let printed = PrintedAccount(number: "1", broker: "b", name: name)
    #expect((AccountKindGuess.kind(of: printed, hasPlanSection: false)?.rawValue ?? "?") == kind)
  }

  @Test(
    "funds recognised by name",
    arguments: [
      ("FID 500 INDEX", "sp500"), ("VANGUARD TARGET RETIREMENT 2050 TRUST", "VFIFX"), ("S&P 500 INDEX FUND", "sp500"),
      ("VANG TOT BD MKT IDX INST", "bloomberg-us-aggregate-float-adjusted"), ("ACME EMPLOYER STOCK", "?"),
      ("VANGUARD TARGET RETIREMENT 2033", "?"), ("STABLE VALUE FUND", "?"), ("FUND", "?"),
    ])
  func names(name: String, group: String) {
    #expect((FundNameGuess.fund(named: name)?.group ?? "?") == group)
  }
}

@Suite("Adding to a household file")
struct SplicingTests {
  static let text = """
    # ours
    members:
        anna: {name: Anna}   # me
    accounts:
        # the first one
        joint: {kind: taxable, numbers: ["…5678"]}  # kept

    # about funds
    securities:
        VTI: {expense_ratio: 0.02%}  # cheaper here
    targets: {us_stock: 100%}

    """

  @Test("accounts and securities that the file lacks are added, and every line that was there stays")
  func added() throws {
    let reading = HouseholdDraft.adding(
      HouseholdDraftTests.files, to: Self.text, file: "h.yaml", answers: HouseholdDraftTests.answers)
    let result = try #require(reading.value, "\(reading.diagnostics)")
    let kept = result.split(separator: "\n", omittingEmptySubsequences: false)
    var remaining = Self.text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in kept where line == remaining.first { remaining = remaining.dropFirst() }
    #expect(remaining.isEmpty)
    let household = try ReadingTests.document(result).household
    #expect(household.accounts.map(\.id) == ["joint", "roth_ira_z987", "joint_j1", "401k_1234"])
    #expect(household.securities.map(\.id) == ["VTI", "ACME", "FXAIX", "SPAXX", "FID_500_INDEX", "BND"])
    let again = HouseholdDraft.adding(
      HouseholdDraftTests.files, to: result, file: "h.yaml", answers: HouseholdDraftTests.answers)
    #expect(again.value == result, "a second time nothing is new")
  }

  @Test("a file with Windows line ends keeps them")
  func carriageReturns() throws {
    let windows = Self.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let reading = HouseholdDraft.adding(
      HouseholdDraftTests.files, to: windows, file: "h.yaml", answers: HouseholdDraftTests.answers)
    let result = try #require(reading.value, "\(reading.diagnostics)")
    #expect(!result.contains("\n" as Character))
    #expect(try ReadingTests.document(result).household.accounts.count == 4)
  }

  @Test("a guessed fund is described in the household's own classes")
  func ownClasses() throws {
    let reading = HouseholdDraft.adding(
      HouseholdDraftTests.files, to: Samples.full, file: "h.yaml", answers: HouseholdDraftTests.answers)
    let result = try #require(reading.value, "\(reading.diagnostics)")
    let household = try ReadingTests.document(result).household
    // The household has no class for US stocks under the built-in name, and does not say which one covers it.
    #expect(household.securities.first { $0.id == "FID_500_INDEX" }?.exposure == [:])
    #expect(household.accounts.map(\.id) == ["T", "K", "R", "taxable_5678", "roth_ira_z987", "joint_j1", "401k_1234"])
  }

  @Test("with nothing new the text is the same, to the last character")
  func nothing() {
    let reading = HouseholdDraft.adding([], to: Self.text, file: "h.yaml", answers: HouseholdDraftTests.answers)
    #expect(reading.value == Self.text)
  }

  @Test("a section in braces is not touched, and the reading says so")
  func braces() {
    let reading = HouseholdDraft.adding(
      HouseholdDraftTests.files, to: "members: {anna: }\naccounts: {x: {kind: ira}}\n", file: "h.yaml",
      answers: HouseholdDraftTests.answers)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.code) == ["household-not-spliced"])
  }

  @Test(
    "numbers and masks",
    arguments: [
      ("X12345678", "X12345678", true), ("X12345678", "…5678", true), ("XXXX-5678", "X12345678", true),
      ("***78", "…678", false), ("1234", "234", false), ("12-34", "1234", true), ("", "…", false),
    ])
  func masks(number: String, claim: String, same: Bool) {
    #expect(AccountNumber(number).fits(AccountNumber(claim)) == same)
  }

  @Test("two of one first name are two members")
  func namesakes() {
    let members = HouseholdDraft.members(named: "Sam Berg, Sam Lee,, Ada ,Sam")
    #expect(members.map(\.id) == ["sam", "sam_2", "ada", "sam_3"])
    #expect(members.map(\.name) == ["Sam Berg", "Sam Lee", "Ada", "Sam"])
  }

  @Test("one number in two files is one account, however each spells the institution")
  func spellings() throws {
    var download = ParsedFile(file: "q1.ofx", format: .ofx1)
    download.statements = [
      HouseholdDraftTests.statement("X1111-2222", nil, broker: "fidelity.com", holds: [.init(.ticker, "VTI")])
    ]
    var history = ParsedFile(file: "history.csv", format: .csv)
    history.statements = [HouseholdDraftTests.statement("X11112222", "Individual", holds: [.init(.ticker, "BND")])]
    let document = try ReadingTests.document(
      HouseholdDraft.text(for: [download, history], answers: HouseholdDraftTests.answers))
    #expect(document.household.accounts.map(\.numbers) == [["X1111-2222"]])
    #expect(document.household.accounts.map(\.kind) == [.taxableIndividual])
  }
}
