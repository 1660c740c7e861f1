import Diagnostics
import Measures
import PortfolioModel

extension ProblemPosing {
  /// What each account may buy, as a list.
  ///
  /// Without a menu in the household file an employer's plan buys what it holds, a bank account nothing, and any other
  /// account every ETF of the household that is not offered by a plan alone, and the mutual funds that its own institution
  /// has shown: many are sold nowhere else. A single stock is bought only where a menu names it: a class is no reason to
  /// own more of one company.
  mutating func poseMenus() {
    let open = OpenMenu(of: Array(included.values), holdings: snapshot.holdings)
    for index in problem.accounts.indices {
      guard let account = included[problem.accounts[index].id] else { continue }
      let wanted: [SecurityID]
      if let menu = account.menu {
        wanted = menu
      } else if account.kind == .bank {
        wanted = []
      } else if account.kind.isPlan {
        wanted = Set(snapshot.holdings.filter { $0.account == account.id }.map(\.security)).sorted()
        report(
          .note, "rebalance-no-menu", "\(account.id) may buy only what it holds: its menu is not known",
          "accounts.\(account.id).menu", remedy: "List what the plan offers under “menu” in household.yaml.")
      } else {
        wanted = securities.values.filter { prices[$0.id] != nil && open.offers($0, in: account) }.map(\.id).sorted()
      }
      let menu = wanted.filter { mayBeBought($0, in: account) }
      problem.accounts[index].menu = menu
      if account.kind.isPlan { limitCash(of: index, menu: menu, account) }
      reportUnknownCosts(menu)
      buyable.formUnion(menu)
      needed.formUnion(menu)
      problem.accounts[index].neverBuy = account.neverBuy
      problem.accounts[index].neverSell = account.neverSell
      needed.formUnion((account.neverBuy + account.neverSell).filter { prices[$0] != nil })
    }
  }

  private mutating func mayBeBought(_ security: SecurityID, in account: Account) -> Bool {
    guard let known = securities[security], isTraded(security), known.kind != .cash,
      !isRestricted(security)
    else { return false }
    let element = "accounts.\(account.id).menu"
    if prices[security] == nil {
      report(
        .note, "rebalance-no-price", "\(security) cannot be bought in \(account.id): no price of it is known", element,
        remedy: "Import a statement or a price that shows \(security).")
      return false
    }
    if targetedExposure(of: known).isEmpty {
      report(
        .note, "rebalance-unclassified", "\(security) is not bought in \(account.id): its classes are not known",
        element,
        remedy: "State its classes under “securities” in household.yaml.")
      return false
    }
    return true
  }

  /// An employer's plan holds funds: its money moves from one to another, all but the price of a share that is not divided.
  private mutating func limitCash(of index: Int, menu: [SecurityID], _ account: Account) {
    let undivided = menu.filter { securities[$0]?.kind != .fund && !account.allowsFractionalShares }
    let share = undivided.compactMap { prices[$0].flatMap { Money(Quantity(1), at: $0) } }.max() ?? .zero
    let today = max(problem.accounts[index].cash, problem.accounts[index].cashReserve)
    problem.accounts[index].largestCash = today + max(Money(25), share)
  }

  private mutating func reportUnknownCosts(_ menu: [SecurityID]) {
    for id in menu where securities[id]?.isExpenseRatioKnown == false && !buyable.contains(id) {
      report(
        .warning, "rebalance-unknown-cost", "what \(id) costs a year is not known, so it counts as free",
        "securities.\(id).expense_ratio", remedy: "Add its expense_ratio to household.yaml.")
    }
  }
}

/// What may be bought where the household file lists nothing.
private struct OpenMenu {
  private var ofPlans: Set<SecurityID> = []
  private var ofOthers: Set<SecurityID> = []
  private var ofInstitutions: [String?: Set<SecurityID>] = [:]

  init(of accounts: [Account], holdings: [Holding]) {
    let held = Dictionary(grouping: holdings, by: \.account).mapValues { Set($0.map(\.security)) }
    for account in accounts {
      let own = (held[account.id] ?? []).union(account.menu ?? [])
      if account.kind.isPlan {
        ofPlans.formUnion(own)
      } else {
        ofOthers.formUnion(own)
        ofInstitutions[account.institution, default: []].formUnion(own)
      }
    }
  }

  func offers(_ security: Security, in account: Account) -> Bool {
    let isOfPlansAlone = ofPlans.contains(security.id) && !ofOthers.contains(security.id)
    switch security.kind {
    case .etf: return !isOfPlansAlone
    case .fund:
      // A fund that only the household file names was put there to be bought.
      return ofInstitutions[account.institution]?.contains(security.id) ?? false
        || !ofPlans.contains(security.id) && !ofOthers.contains(security.id)
    case .stock, .bond, .option, .cash, .other: return false
    }
  }
}
