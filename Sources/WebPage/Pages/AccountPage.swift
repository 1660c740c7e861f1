import Diagnostics
import PortfolioModel
import Reports
import Workflows

/// One account: whose it is, what it holds and in which lots.
struct AccountPage: Page {
  static let template = "account"
  let title: String
  let section: Section? = .accounts
  let facts: [Fact]
  let isUnassigned: Bool
  let isSheltered: Bool
  let holdings: TableView
  let lots: TableView
  let problems: DiagnosticList

  struct Fact: Sendable {
    let name: String
    let value: String
  }

  init(_ account: Account, in view: HouseholdView) {
    let snapshot = view.snapshot
    title = account.name
    isUnassigned = snapshot.unassigned.contains(account.id)
    isSheltered = account.treatment.isSheltered
    let facts = [
      ("Value", Figures.dollars(snapshot.value(of: account.id)) + " " + snapshot.household.baseCurrency),
      ("Kind", snapshot.kindTitle(of: account)), ("Taxes", isUnassigned ? "" : account.treatment.title),
      ("Owner", snapshot.ownerNames(of: account)), ("Institution", account.institution ?? ""),
      ("Numbers", account.numbers.joined(separator: ", ")), ("Seen on", "\(snapshot.asOf)"),
    ]
    self.facts = facts.filter { !$0.1.isEmpty }.map(Fact.init)
    holdings = TableView(holdingsOf: account, in: snapshot, caption: "Holdings")
    lots = TableView(lotsOf: account, in: snapshot, caption: "Tax lots")
    problems = DiagnosticList(view.problems)
  }

  static func path(of account: AccountID) -> String { "/accounts/" + PercentEncoding.encoded(account.rawValue) }

  static func answer(_ visit: Visit) throws -> Answer {
    let view = try visit.view()
    let id = try visit.parameter("account")
    guard let account = view.snapshot.household.accounts.first(where: { $0.id.rawValue == id }) else {
      throw Refusal(.notFound, "There is no account “\(id)”.", remedy: "Look for it among the accounts.")
    }
    return .page(AccountPage(account, in: view))
  }
}
