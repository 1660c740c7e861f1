import Diagnostics
import PortfolioModel
import Statements

/// Which printed accounts are which accounts of the household.
///
/// The household file claims numbers, masks of them and former numbers. A number printed in full outweighs a mask, and the
/// institution decides between equals; what still fits two stays unassigned until a person has said which.
struct AccountClaims {
  /// By the catalog's number; what nobody claims is an account of its own.
  private(set) var accounts: [Int: AccountID] = [:]
  /// The printed accounts that nobody claims, by the name that stands for them.
  private(set) var unassigned: [AccountID: PrintedAccount] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ printed: [Int: PrintedAccount], household: Household) {
    var claimed: [AccountID: [Int]] = [:]
    for id in printed.keys.sorted() {
      guard let account = printed[id] else { continue }
      let candidates = Self.claimants(of: account, in: household)
      if candidates.count == 1, let only = candidates.first {
        claimed[only.id, default: []].append(id)
      } else {
        if candidates.count > 1 { report(account, fits: candidates) }
        leaveUnassigned(id, account)
      }
    }
    for account in household.accounts {
      keepApart(claimed[account.id] ?? [], of: account, printed)
    }
  }

  /// A mask of the household file that fits two different full numbers claims neither.
  private mutating func keepApart(_ ids: [Int], of account: Account, _ printed: [Int: PrintedAccount]) {
    let exact = Set(account.numbers.map(AccountNumber.init).filter { !$0.isMasked })
    let byMask = ids.filter { id in
      guard let found = printed[id], !found.isHandWritten else { return false }
      let number = AccountNumber(found.number)
      return !number.isMasked && !number.shown.isEmpty && !exact.contains(number)
    }
    let agreeing = byMask.filter { id in
      account.institution.map { Institution($0).agrees(with: Institution(printed[id]?.broker ?? "")) } ?? false
    }
    let kept = Set(byMask.count > 1 && agreeing.count == 1 ? agreeing : byMask)
    let isDoubtful = Set(kept.compactMap { printed[$0].map { AccountNumber($0.number) } }).count > 1
    for id in ids {
      guard let found = printed[id] else { continue }
      if byMask.contains(id), isDoubtful || !kept.contains(id) {
        if isDoubtful { reportMask(of: account, fits: found) }
        leaveUnassigned(id, found)
      } else {
        accounts[id] = account.id
      }
    }
  }

  /// Spellings of one institution are one, `fidelity` and `fidelity.com`: the account of a full number goes by the first.
  private mutating func leaveUnassigned(_ id: Int, _ account: PrintedAccount) {
    if let (name, known) = unassigned.sorted(by: { $0.key < $1.key }).first(where: { account.isSurely($0.value) }) {
      accounts[id] = name
      if known.name == nil { unassigned[name] = account }
      return
    }
    let broker = account.broker.lowercased().split(separator: " ").joined(separator: "-")
    let words = (account.name ?? "unnumbered").lowercased().split { !$0.isLetter && !$0.isNumber }
    let name = AccountID("\(broker):\(account.number.isEmpty ? words.joined(separator: "-") : account.number)")
    accounts[id] = name
    unassigned[name] = account
  }

  private static func claimants(of printed: PrintedAccount, in household: Household) -> [Account] {
    if printed.isHandWritten { return household.accounts.filter { $0.id.rawValue == printed.number } }
    let number = AccountNumber(printed.number)
    let institution = Institution(printed.broker)
    let isAtInstitution = { (account: Account) in
      account.institution.map { Institution($0).agrees(with: institution) } ?? false
    }
    let fitting: [Account]
    if number.shown.isEmpty {
      // A file without numbers means the account that claims its printed name, else the only one without a number there.
      let byName = household.accounts.filter { $0.numbers.contains { $0.lowercased() == printed.name?.lowercased() } }
      fitting = byName.isEmpty ? household.accounts.filter { $0.numbers.isEmpty && isAtInstitution($0) } : byName
    } else {
      fitting = household.accounts.filter { $0.numbers.contains { AccountNumber($0).fits(number) } }
    }
    let names = { (account: Account) in account.numbers.contains { AccountNumber($0) == number } }
    let isFull = { (account: Account) in !number.isMasked && names(account) }
    var best = fitting
    for isBetter in [isFull, isAtInstitution, names] where best.count > 1 {
      let better = best.filter(isBetter)
      if !better.isEmpty { best = better }
    }
    return best
  }

  private mutating func report(_ printed: PrintedAccount, fits accounts: [Account]) {
    let names = accounts.map(\.id.rawValue).joined(separator: " and ")
    diagnostics.append(
      Diagnostic(
        .error, code: "ledger-account-ambiguous",
        "The account \(printed.title) may be \(names); it stays unassigned.",
        remedy: "Write its number as printed under `numbers` of the right one in household.yaml."))
  }

  private mutating func reportMask(of account: Account, fits printed: PrintedAccount) {
    diagnostics.append(
      Diagnostic(
        .error, code: "ledger-account-ambiguous",
        "A mask of the account \(account.id) fits several numbers, \(printed.title) among them, which stays unassigned.",
        remedy: "Write the account's full number under `numbers` in household.yaml."))
  }
}

extension PrintedAccount {
  var isHandWritten: Bool { broker == HandWrittenFact.institution }

  /// Whether both print one full number at one institution.
  fileprivate func isSurely(_ other: PrintedAccount) -> Bool {
    let own = AccountNumber(number)
    return !own.isMasked && !own.shown.isEmpty && own == AccountNumber(other.number)
      && Institution(broker).agrees(with: Institution(other.broker))
  }

  /// For a person: `fidelity X12345678 (Roth IRA)`.
  var title: String {
    ([broker, number].filter { !$0.isEmpty } + (name.map { ["(\($0))"] } ?? [])).joined(separator: " ")
  }
}
