public import Diagnostics
import HouseholdFile
public import Measures
public import PortfolioModel
public import Rebalancing
import Taxes

/// What must leave a traditional account in a year.
public struct RequiredWithdrawal: Sendable, Hashable {
  public let account: AccountID
  public let owner: MemberID
  /// At the end of the year before.
  public let balance: Money
  public let amount: Money
  /// What has left it already, as the household says.
  public let taken: Money
  public var left: Money { max(.zero, amount - taken) }
}

/// Which accounts may give money, and why others do not.
public struct WithdrawalSources: Sendable {
  public internal(set) var sources: [WithdrawalSource] = []
  /// One sentence for each account that is left out, wholly or in part, or that rests on what nobody has said.
  public internal(set) var leftOut: [String] = []
}

extension HouseholdView {
  /// The accounts that may give money; those that are named may where the law lets them.
  ///
  /// Without a name an account gives nothing that costs a penalty because somebody is young: retirement accounts wait until 59½,
  /// health savings until 65, and so do employers' plans of people who still work.
  public func withdrawalSources(named: [AccountID], isMedical: Bool) throws -> WithdrawalSources {
    try checkNames(named)
    var found = WithdrawalSources()
    for account in snapshot.household.accounts where !snapshot.unassigned.contains(account.id) {
      guard named.isEmpty || named.contains(account.id) else { continue }
      let owner = document.household.members.first { $0.id == account.owners.first?.member }
      var choice = SourceChoice(account, owner: owner, asOf: snapshot.asOf)
      choice.isNamed = named.contains(account.id)
      choice.isMedical = isMedical
      switch choice.verdict {
      case .gives(let source, let caution):
        found.sources.append(source)
        if let caution { found.leftOut.append("\(account.name) \(caution)") }
      case .waits(let why): found.leftOut.append("\(account.name) gives nothing: \(why)")
      }
    }
    return found
  }
}

extension HouseholdFolder {
  /// What the law demands this year of owners who are old enough, by the balances at the end of last year.
  ///
  /// A balance that no statement tells is an error in nobody's favour: it is said.
  public func requiredWithdrawals(
    for view: HouseholdView, taken: [AccountID: Money]
  ) throws -> Reading<[RequiredWithdrawal]> {
    let year = view.snapshot.asOf.year
    let births = Dictionary(
      view.document.household.members.compactMap { member in member.birthDay.map { (member.id, $0.year) } },
      uniquingKeysWith: { first, _ in first })
    let concerned = view.snapshot.household.accounts.filter { account in
      account.treatment == .traditional && account.kind != .inheritedIRA
        && account.owners.first.flatMap { births[$0.member] }.map {
          RequiredDistribution.firstYear(bornIn: $0) <= year
        } ?? false
    }
    guard !concerned.isEmpty, let lastDay = Day(year: year - 1, month: 12, day: 31) else { return Reading([]) }
    let before = try self.view(asOf: lastDay).snapshot
    var found: [RequiredWithdrawal] = []
    var diagnostics: [Diagnostic] = []
    for account in concerned {
      guard let owner = account.owners.first?.member, let born = births[owner] else { continue }
      let balance = before.value(of: account.id)
      if balance.isZero, view.snapshot.value(of: account.id) > .zero {
        diagnostics.append(
          Diagnostic(
            .warning, code: "rebalance-no-balance", "what \(account.id) held on \(lastDay) is not known",
            element: "accounts.\(account.id)",
            remedy: "Import the statement of that day: the required distribution is reckoned from it."))
      }
      found.append(
        RequiredWithdrawal(
          account: account.id, owner: owner, balance: balance,
          amount: RequiredDistribution.amount(of: balance, in: year, bornIn: born), taken: taken[account.id] ?? .zero))
    }
    return Reading(found, diagnostics: diagnostics)
  }
}

extension HouseholdSnapshot {
  fileprivate func value(of account: AccountID) -> Money {
    holdings.filter { $0.account == account }.reduce(.zero) { $0 + $1.value }
      + cash.filter { $0.account == account }.reduce(.zero) { $0 + $1.amount }
  }
}

/// Whether one account gives money.
private struct SourceChoice {
  enum Verdict {
    /// - Parameter caution: what of it is left out, or taken for granted.
    case gives(WithdrawalSource, caution: String?)
    case waits(String)
  }

  private let account: Account
  private let owner: Member?
  private let asOf: Day
  var isNamed = false
  var isMedical = false

  init(_ account: Account, owner: Member?, asOf: Day) {
    self.account = account
    self.owner = owner
    self.asOf = asOf
  }

  /// Fifty-nine and a half (IRC 72(t)(2)(A)(i)); nobody whose day of birth is unknown is.
  private var isOldEnough: Bool { owner?.birthDay.map { $0.adding(months: 59 * 12 + 6) <= asOf } ?? false }

  private var isRetired: Bool { owner?.retirementYear.map { $0 <= asOf.year } ?? false }

  var verdict: Verdict {
    switch account.treatment {
    case .taxable:
      return account.kind == .custodial && !isNamed
        ? .waits("it belongs to a child") : gives(.gains, isPenalised: false)
    case .traditional:
      if account.kind.isEmployersPlan, !isNamed, !isOldEnough, !isRetired {
        return .waits("an employer's plan pays out when its owner leaves or is 59½; name it with --from if it does")
      }
      // A governmental 457(b) and an inherited account know no penalty (IRC 72(t)(9), (t)(2)(A)(ii)).
      let isFree = isOldEnough || account.kind == .traditional457b || account.kind == .inheritedIRA
      if !isFree, !isNamed { return .waits("before 59½ a tenth is taken of it; --from names it all the same") }
      return gives(.income, isPenalised: !isFree)
    case .roth: return roth
    case .hsa:
      if isMedical { return gives(.free, isPenalised: false) }
      let isOld = owner?.birthDay.map { $0.adding(months: 65 * 12) <= asOf } ?? false
      if isOld { return gives(.income, isPenalised: false) }
      return .waits("before 65 it is for care alone (--medical), else a fifth is taken")
    case .education: return .waits("it is for education alone")
    }
  }

  /// Contributions leave a Roth IRA first, at any age free of tax and penalty; then conversions, then earnings (IRC 408A(d)(1), (4)).
  private var roth: Verdict {
    if isOldEnough || account.kind == .inheritedRothIRA { return gives(.free, isPenalised: false) }
    if let basis = account.rothBasis {
      return gives(
        .free, isPenalised: false, limit: basis,
        caution: "gives no more than the contributions of \(basis.grouped(places: 2)): before 59½ the rest may be taxed"
      )
    }
    let isIRA = account.kind == .rothIRA
    guard isNamed else {
      return .waits(
        "its owner is not 59½"
          + (isIRA ? "; what was paid in may leave it free of tax, and roth_basis in household.yaml says how much" : "")
      )
    }
    return gives(
      .free, isPenalised: false,
      caution: "counts as if all of it were contributions, which leave it free of tax"
        + (isIRA ? "; roth_basis in household.yaml says how much is" : ""))
  }

  private func gives(
    _ taxation: WithdrawalSource.Taxation, isPenalised: Bool, limit: Money? = nil, caution: String? = nil
  ) -> Verdict {
    .gives(
      WithdrawalSource(account: account.id, taxation: taxation, isPenalised: isPenalised, limit: limit),
      caution: caution)
  }
}

extension AccountKind {
  fileprivate var isEmployersPlan: Bool {
    [.traditional401k, .traditional403b, .traditional457b, .traditionalTSP].contains(self)
  }
}
