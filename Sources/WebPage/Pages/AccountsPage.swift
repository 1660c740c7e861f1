import Diagnostics
import PortfolioModel
import Reports
import Workflows

/// All accounts of everybody, each with what it holds.
struct AccountsPage: Page {
  static let template = "accounts"
  let title = "Accounts"
  let section: Section? = .accounts
  let day: String
  let accounts: TableView
  let holdings: [HoldingsSection]
  let problems: DiagnosticList

  struct HoldingsSection: Sendable {
    let name: String
    let path: String
    let table: TableView
  }

  init(_ view: HouseholdView) {
    let snapshot = view.snapshot
    day = "\(snapshot.asOf)"
    var accounts = TableView(
      "Accounts on \(day)", [.text("Account"), .number("Value"), .text("Kind"), .text("Owner"), .number("Cash")])
    for account in snapshot.household.accounts {
      accounts.add(
        .init(account.name, to: AccountPage.path(of: account.id), note: account.institution),
        .init(Figures.dollars(snapshot.value(of: account.id))),
        .init(snapshot.kindTitle(of: account), mark: snapshot.unassigned.contains(account.id) ? "left out" : nil),
        .init(snapshot.ownerNames(of: account)), .init(Figures.dollars(snapshot.cash(in: account.id))))
    }
    accounts.add("Total", .init(Figures.dollars(snapshot.total)), "", "", "", isTotal: true)
    self.accounts = accounts
    holdings = snapshot.household.accounts.map { account in
      HoldingsSection(
        name: account.name, path: AccountPage.path(of: account.id),
        table: TableView(holdingsOf: account, in: snapshot, caption: "What \(account.name) holds"))
    }
    problems = DiagnosticList(view.problems)
  }

  static func answer(_ visit: Visit) throws -> Answer { .page(AccountsPage(try visit.view())) }
}
