import HouseholdFile
import PortfolioModel
import Statements
import Workflows

/// What only a person knows of new accounts: who is in the household, and the kinds that no statement tells.
struct DescribeForm: Sendable {
  struct Question: Sendable {
    let field: String
    let title: String
  }

  struct Kind: Sendable {
    let word: String
    let title: String
  }

  /// Whether there is no `household.yaml` yet, so that members are asked for too.
  let isFirst: Bool
  let questions: [Question]
  let kinds: [Kind]

  init(_ statements: [ParsedFile], isFirst: Bool, year: Int) {
    self.isFirst = isFirst
    let answers = HouseholdDraft.Answers(members: [], year: year)
    questions = HouseholdDraft.accountsOfUnknownKind(in: statements, answers: answers).map { account in
      let words = [account.broker, account.number, account.name ?? ""].filter { !$0.isEmpty }
      return Question(field: Self.field(of: account.number), title: words.joined(separator: " "))
    }
    kinds = AccountKind.allCases.filter { $0 != .other }.map { Kind(word: $0.rawValue, title: $0.title) }
  }

  private static func field(of number: String) -> String { "kind of \(number)" }

  /// What somebody answered; a kind left open stays a question in the file.
  static func answers(in fields: FormFields, _ statements: [ParsedFile], year: Int) -> HouseholdDraft.Answers {
    var answers = HouseholdDraft.Answers(
      members: HouseholdDraft.members(named: fields["members"] ?? ""), year: year)
    if let name = fields["name"], !name.isEmpty { answers.householdName = name }
    for account in statements.flatMap(\.statements).map(\.account) {
      answers.kinds[account.number] = fields[field(of: account.number)].flatMap(AccountKind.init)
    }
    return answers
  }
}
