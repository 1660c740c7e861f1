import Measures
import TestSupport
import Testing

@testable import ImporterCSV

@Suite struct PatternTests {
  @Test(arguments: [
    ("YOU BOUGHT*", "YOU BOUGHT VTI", true), ("YOU BOUGHT*", "You  bought", true),
    ("YOU BOUGHT*", "AS YOU BOUGHT", false),
    ("Buy", "buy", true), ("Buy", "Buy to Open", false), ("* Total", "X1 Total", true), ("* Total", "Total", false),
    ("*a*b", "xaxb", true), ("*a*b", "ab", true), ("*a*b", "ba", false), ("a*a", "a", false), ("a*a", "aa", true),
    ("*", "", true), ("", "", true), ("", "x", false), ("*\\*\\*", "SPAXX**", true), ("*\\*\\*", "SPAXX", false),
  ])
  func matchesWords(_ pattern: String, _ text: String, _ expected: Bool) {
    #expect(Wildcard(pattern).matches(Array(text.utf8)[...]) == expected)
  }

  @Test func findsAccountAndDayInATitle() throws {
    let pattern = try #require(TextPattern("Positions for account {account name} {account} as of *, {day}*"))
    let title = "Positions for account Joint Tenant ...724 as of 01:17 PM ET, 2026/05/03"
    let found = try #require(pattern.findings(in: title, days: .monthFirst))
    #expect(found.texts == [.accountName: "Joint Tenant", .account: "...724"])
    #expect(found.days == [.day: "2026-05-03"])
  }

  @Test(arguments: [
    ("\"{account name}\" {account}", "\"Individual\" X00000000", "Individual", "X00000000"),
    ("{account name} {account}", "MY TACTICAL (taxable) X00000000", "MY TACTICAL (taxable)", "X00000000"),
    ("{account name} {account}", "Roth IRA  XXXX-5678", "Roth IRA", "XXXX-5678"),
    ("{account name}_{account}_Transactions_*", "Joint_XXX178_Transactions_2025", "Joint", "XXX178"),
  ])
  func splitsNameAndNumber(_ pattern: String, _ text: String, _ name: String, _ number: String) throws {
    let found = try #require(TextPattern(pattern)?.findings(in: text, days: .monthFirst))
    #expect(found.texts == [.accountName: name, .account: number])
  }

  @Test func takesNoWordWithoutDigitOrMaskForANumber() {
    #expect(TextPattern("{account name} {account}")?.findings(in: "Cash Investments", days: .monthFirst) == nil)
  }

  @Test func refusesUnknownSlots() { #expect(TextPattern("as of {date}") == nil) }

  /// Many stars over a long line must not take for ever.
  @Test func givesUpOnAHostileLine() throws {
    let pattern = try #require(TextPattern("*a*a*a*a*a*a{day}"))
    #expect(pattern.findings(in: String(repeating: "a", count: 400), days: .monthFirst) == nil)
  }

  @Test func namesColumnsAlike() {
    let names: Set = ["run date", "action", "amount ($)", "price chng %"]
    #expect(HeaderName.normalised(Array("\u{feff} Run   Date* ".utf8)[...]) == "run date")
    #expect(HeaderPattern("run date, amount | amount ($)").matches(names))
    #expect(!HeaderPattern("run date, amount").matches(names))
    #expect(!HeaderPattern("price chng $").matches(names))
    #expect(!HeaderPattern("").matches(names))
  }

  @Test(arguments: [
    ("-XLE260731C55", true), ("SPY 03/31/2020 284.00 P", true), ("SPY   250321C00500000", true),
    ("BABA 18SEP26 120 C", true),
    ("PUT (XLE) SELECT SECTOR JUL 24 26 $53 (100 SHS)", true), ("VTI", false), ("912797UR6", false), ("BRK B", false),
    ("VANGUARD 500 INDEX CL C", false),
  ])
  func knowsOptions(_ text: String, _ expected: Bool) { #expect(SecurityNaming.isOption(text) == expected) }
}
