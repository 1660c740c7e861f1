import Diagnostics
import Measures
import PortfolioModel
import Rebalancing
import Taxes

extension CaseTranslation {
  /// Whether every name means one thing that the case describes.
  ///
  /// A name without which a trade cannot be counted is an error. One that only permits, forbids or remembers something
  /// else is a warning, since the case can be solved without it.
  mutating func checkReferences(_ problem: RebalanceProblem) {
    let returns = unique(problem.taxReturns.map(\.id.rawValue), "tax_units")
    let classes = unique(problem.assetClasses.map(\.id.rawValue), "asset_classes")
    let securities = unique(problem.securities.map(\.id.rawValue), "securities")
    let accounts = unique(problem.accounts.map(\.id.rawValue), "accounts")
    _ = unique(problem.lots.map(\.id.rawValue), "lots")

    find(problem.cashClass.rawValue, "asset class", in: classes, .warning, "settings.cash_class")
    for (index, security) in problem.securities.enumerated() {
      for name in security.classes.keys.sorted() {
        find(name.rawValue, "asset class", in: classes, .warning, "securities[\(index)].classes")
      }
    }
    for (index, account) in problem.accounts.enumerated() {
      let path = "accounts[\(index)]"
      find(account.taxReturn.rawValue, "tax unit", in: returns, .error, path + ".tax_unit")
      for (key, list) in [
        ("menu", account.menu ?? []), ("no_buy", account.neverBuy), ("no_sell", account.neverSell),
        ("then_only", account.tradingLimit.thenOnly),
      ] {
        for name in list { find(name.rawValue, "security", in: securities, .warning, "\(path).\(key)") }
      }
    }
    for (index, lot) in problem.lots.enumerated() {
      find(lot.account.rawValue, "account", in: accounts, .error, "lots[\(index)].account")
      find(lot.security.rawValue, "security", in: securities, .error, "lots[\(index)].security")
    }
    let recent = problem.recentTransactions.map { ($0.account, $0.security) }
    let scheduled = problem.scheduledBuys.map { ($0.account, $0.security) }
    for (list, rows) in [("recent_transactions", recent), ("scheduled_buys", scheduled)] {
      for (index, row) in rows.enumerated() {
        find(row.0.rawValue, "account", in: accounts, .warning, "\(list)[\(index)].account")
        find(row.1.rawValue, "security", in: securities, .warning, "\(list)[\(index)].security")
      }
    }
    for (index, profile) in problem.taxReturns.enumerated() where TaxTable.forProposal(profile.year) == nil {
      complain("tax_units[\(index)].year", "There is no tax table for \(profile.year).")
    }
  }

  /// Weights of one whole, with room for their rounding.
  mutating func checkSums(_ problem: RebalanceProblem) {
    let whole = Weight(steps: Weight.stepsPerUnit / 100 * 101)
    func isMore(_ weights: [Weight]) -> Bool { (Weight.sum(weights) ?? whole) > whole }
    if isMore(problem.assetClasses.map(\.target)) {
      complain("asset_classes", "The targets sum to more than the whole.")
    }
    for (index, security) in problem.securities.enumerated() where isMore(Array(security.classes.values)) {
      complain("securities[\(index)].classes", "The classes sum to more than the whole.")
    }
    for excess in problem.excesses { complain(excess.element, excess.sentence) }
  }

  /// The names, with a complaint about each that stands twice.
  private mutating func unique(_ names: [String], _ list: String) -> Set<String> {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      complain("\(list)[\(index)].id", "The id “\(name)” stands twice.")
    }
    return seen
  }

  private mutating func find(
    _ name: String, _ kind: String, in known: Set<String>, _ severity: Diagnostic.Severity, _ path: String
  ) {
    guard !known.contains(name) else { return }
    let meant = nearestName(to: name, among: known).map { "Did you mean “\($0)”?" }
    complain(path, "There is no \(kind) “\(name)”.", severity, remedy: meant ?? "Describe it, or correct the name.")
  }
}
