import Diagnostics
import HouseholdFile
import Measures
import PortfolioModel
import Statements
import Taxes

/// What `hearth init` asks where somebody can answer; an empty answer leaves the question in the file.
struct HouseholdQuestions {
  private let console: Console

  init(_ console: Console) { self.console = console }

  func ask(_ answers: inout HouseholdDraft.Answers, _ statements: [ParsedFile]) {
    if answers.members.isEmpty, let names = console.ask("Who is in the household? (names, separated by commas)") {
      answers.members = names.split(separator: ",").compactMap { MemberOption(argument: String($0))?.member }
    }
    for account in HouseholdDraft.accountsOfUnknownKind(in: statements, answers: answers) {
      let title = [account.broker, account.number, account.name ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      let kinds = AccountKind.allCases.map(\.rawValue).joined(separator: ", ")
      answers.kinds[account.number] = word("What kind of account is \(title)? (\(kinds))")
    }
    if answers.filingStatus == nil {
      answers.filingStatus = word("Filing status? (single, mfj, mfs, hoh, qss; empty to say it later)")
    }
    if answers.income == nil, answers.filingStatus != nil {
      answers.income = answer("Ordinary income of the year, in dollars? (empty to say it later)") {
        Money(argument: $0)
      }
    }
  }

  private func word<Word: RawRepresentable & CaseIterable>(_ question: String) -> Word? where Word.RawValue == String {
    answer(question) { Word(rawValue: $0) }
  }

  /// Asks until the answer is understood or empty.
  private func answer<Value>(_ question: String, _ understood: (String) -> Value?) -> Value? {
    while let text = console.ask(question), !text.isEmpty {
      if let value = understood(text) { return value }
      console.tell("“\(text)” is none of that.")
    }
    return nil
  }
}
