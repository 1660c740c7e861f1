import Diagnostics
import Measures
import PortfolioModel

extension ProblemPosing {
  /// What each account may buy, as a list.
  ///
  /// Without a menu in the household file an employer's plan buys what it holds, a bank account nothing, and any other
  /// account every ETF and fund of the household that is not offered by a plan alone. A single stock is bought only where a
  /// menu names it: a class is no reason to own more of one company.
  mutating func poseMenus() {
    let open = openMenu
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
        wanted = open
      }
      let menu = wanted.filter { mayBeBought($0, in: account) }
      problem.accounts[index].menu = menu
      buyable.formUnion(menu)
      needed.formUnion(menu)
      problem.accounts[index].neverBuy = account.neverBuy
      problem.accounts[index].neverSell = account.neverSell
      needed.formUnion((account.neverBuy + account.neverSell).filter { prices[$0] != nil })
    }
  }

  private mutating func mayBeBought(_ security: SecurityID, in account: Account) -> Bool {
    guard let known = securities[security], isTraded(security), known.kind != .cash else { return false }
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

  /// The ETFs and funds of the household that some account other than an employer's plan holds or offers, or that no
  /// account does.
  private var openMenu: [SecurityID] {
    var ofPlans: Set<SecurityID> = []
    var ofOthers: Set<SecurityID> = []
    for account in included.values {
      let own = Set(snapshot.holdings.filter { $0.account == account.id }.map(\.security)).union(account.menu ?? [])
      if account.kind.isPlan { ofPlans.formUnion(own) } else { ofOthers.formUnion(own) }
    }
    return securities.values
      .filter { [.etf, .fund].contains($0.kind) && prices[$0.id] != nil }
      .map(\.id).filter { ofOthers.contains($0) || !ofPlans.contains($0) }
      .sorted()
  }
}

extension AccountKind {
  /// Whether an employer or a state chooses what may be bought.
  var isPlan: Bool {
    switch self {
    case .traditional401k, .roth401k, .traditional403b, .roth403b, .traditional457b, .roth457b, .traditionalTSP,
      .rothTSP, .education529:
      true
    default: false
    }
  }
}
