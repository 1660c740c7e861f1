import Allocation
import Diagnostics
import Measures
import Policy
import PortfolioModel
import Taxes

/// The work of `RebalanceProblem.posed(by:)`, step by step.
struct ProblemPosing {
  let snapshot: HouseholdSnapshot
  let policy: InvestmentPolicy
  let securities: [SecurityID: Security]
  let prices: [SecurityID: Price]
  let tree: ClassTree
  var targets: [Target] = []
  var problem: RebalanceProblem
  var diagnostics: [Diagnostic] = []
  /// The accounts of the problem, and the securities that it must describe.
  var included: [AccountID: Account] = [:]
  var needed: Set<SecurityID> = []
  var buyable: Set<SecurityID> = []

  init(snapshot: HouseholdSnapshot, policy: InvestmentPolicy, taxReturns: [TaxReturnProfile]) {
    self.snapshot = snapshot
    self.policy = policy
    let household = snapshot.household
    securities = Dictionary(household.securities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    prices = snapshot.latestPrices
    tree = ClassTree(household.assetClasses)
    problem = RebalanceProblem(
      name: household.name, asOf: snapshot.asOf, settings: policy.placement, cashClass: household.cashClass)
    problem.taxReturns = taxReturns
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ element: String, remedy: String
  ) {
    diagnostics.append(Diagnostic(severity, code: code, message, element: element, remedy: remedy))
  }

  // MARK: Accounts

  mutating func poseAccounts() {
    if problem.taxReturns.isEmpty {
      report(
        .error, "rebalance-no-tax-return", "the household file has no tax return, so no tax can be counted",
        "tax_returns", remedy: "Add one with year, status and income under “tax_returns”.")
    }
    let unknown = Set(snapshot.holdings.map(\.account) + snapshot.cash.map(\.account))
      .subtracting(snapshot.household.accounts.map(\.id))
    for id in snapshot.unassigned.union(unknown).sorted() {
      report(
        .warning, "rebalance-unassigned-account",
        "the account \(id) is left out, trades in it unseen by the wash-sale rule: nobody has said what kind it is",
        "accounts.\(id)", remedy: "Add its number to an account in household.yaml, or describe it there.")
    }
    for account in snapshot.household.accounts where !snapshot.unassigned.contains(account.id) {
      poseAccount(account)
    }
  }

  private mutating func poseAccount(_ account: Account) {
    let only = problem.taxReturns.count == 1 ? problem.taxReturns.first?.id : nil
    guard let taxReturn = account.taxReturn ?? only, problem.taxReturns.contains(where: { $0.id == taxReturn }) else {
      if !problem.taxReturns.isEmpty {
        report(
          .error, "rebalance-no-tax-return", "the account \(account.id) belongs to no tax return",
          "accounts.\(account.id).tax_return", remedy: "Name its tax return in household.yaml.")
      }
      return
    }
    let owner = account.owners.min { ($1.share, $0.member) < ($0.share, $1.member) }
    var posed = RebalanceProblem.Account(
      id: account.id, owner: owner?.member ?? MemberID(""), treatment: account.treatment, taxReturn: taxReturn,
      cash: cash(of: account.id))
    posed.name = account.name
    posed.cashReserve = account.cashReserve
    posed.commission = account.commission
    posed.allowsFractionalShares = account.allowsFractionalShares
    posed.lotMethod = account.lotMethods.method(on: snapshot.asOf)
    posed.canTrade = account.canTrade
    posed.tradingLimit = account.tradingLimit
    problem.accounts.append(posed)
    included[account.id] = account
  }

  /// Cash and money-market positions of stable value, which pay for purchases at once.
  private func cash(of account: AccountID) -> Money {
    let plain = snapshot.cash.filter { $0.account == account }.reduce(Money.zero) { $0 + $1.amount }
    let funds = snapshot.holdings.filter { $0.account == account && isCash($0) }
    return funds.reduce(plain) { $0 + $1.value }
  }

  func isCash(_ holding: Holding) -> Bool {
    guard securities[holding.security]?.kind == .cash else { return false }
    return holding.price.map { $0 == Price(1) } ?? true
  }

  // MARK: Targets

  mutating func poseTargets() {
    targets = tree.completed(policy.targets, band: policy.band)
    if targets.isEmpty {
      report(
        .error, "rebalance-no-targets", "the household has no targets", "targets",
        remedy: "Add weights that sum to 100 % under “targets” in household.yaml.")
    }
  }

  /// The exposure of a security in the classes that carry a target.
  func targetedExposure(of security: Security) -> [AssetClassID: Weight] {
    let targeted = Set(targets.map(\.assetClass))
    var exposure: [AssetClassID: Weight] = [:]
    for (leaf, weight) in security.leafExposure(in: tree) {
      guard let id = tree.lineage(of: leaf).first(where: targeted.contains) else { continue }
      exposure[id, default: .zero] += weight
    }
    return exposure
  }
}

extension HouseholdSnapshot {
  /// The latest positive price of each security, from any account; of one day the highest account's.
  var latestPrices: [SecurityID: Price] {
    var latest = prices.filter { $0.value > .zero }
    var days: [SecurityID: Day] = [:]
    for holding in holdings.sorted(by: { ($0.security, $0.account) < ($1.security, $1.account) }) {
      guard let price = holding.price, price > .zero else { continue }
      let day = holding.priceDay ?? Day(number: .min)
      if let other = days[holding.security], other > day { continue }
      latest[holding.security] = price
      days[holding.security] = day
    }
    return latest
  }
}
