import PortfolioModel
import Statements

/// What statements tell about accounts and securities, gathered over files.
struct DraftFacts {
  struct FoundAccount {
    var printed: PrintedAccount
    var kind: AccountKind?
    /// Ids of the securities that its positions and transactions name, in order of appearance.
    var securities: [String] = []
  }

  struct FoundSecurity {
    let id: String
    var name: String?
    var kind: PrintedSecurity.Kind?
    /// Identifiers other than the ticker, as the ledger writes them.
    var aliases: [String] = []
  }

  private(set) var accounts: [FoundAccount] = []
  private(set) var securities: [FoundSecurity] = []
  /// The place of each security, and the aliases that belong to one.
  private var places: [String: Int] = [:]
  private var taken: Set<String> = []

  /// - Parameter kinds: what somebody said of accounts, by number as printed; it overrules the guess.
  init(_ files: [ParsedFile], kinds: [String: AccountKind] = [:]) {
    for file in files {
      let described = Self.descriptions(in: file)
      for statement in file.statements { gather(statement, described) }
    }
    for index in accounts.indices {
      accounts[index].kind = kinds[accounts[index].printed.number] ?? accounts[index].kind
    }
  }

  mutating func retain(accounts: [FoundAccount], securities: [FoundSecurity]) {
    self.accounts = accounts
    self.securities = securities
  }

  /// What the file's list says of each name, the first that speaks of it.
  private static func descriptions(in file: ParsedFile) -> [SecurityReference: PrintedSecurity] {
    var found: [SecurityReference: PrintedSecurity] = [:]
    for security in file.securities {
      for reference in [security.reference] + security.aliases where found[reference] == nil {
        found[reference] = security
      }
    }
    return found
  }

  private mutating func gather(_ statement: ParsedStatement, _ described: [SecurityReference: PrintedSecurity]) {
    let printed = statement.account
    let index: Int
    if let known = accounts.firstIndex(where: { Self.isOne($0.printed, printed) }) {
      index = known
      accounts[index].printed.name = accounts[index].printed.name ?? printed.name
      accounts[index].printed.kind = accounts[index].printed.kind ?? printed.kind
    } else {
      index = accounts.count
      accounts.append(FoundAccount(printed: printed))
    }
    let kind = AccountKindGuess.kind(of: accounts[index].printed, hasPlanSection: statement.plan != nil)
    accounts[index].kind = kind ?? accounts[index].kind
    let references =
      statement.positions.map(\.security) + statement.entries.compactMap(\.security) + statement.lots.map(\.security)
    var known = Set(accounts[index].securities)
    var seen: Set<SecurityReference> = []
    for reference in references where seen.insert(reference).inserted {
      guard let id = remember(reference, described[reference]), known.insert(id).inserted else { continue }
      accounts[index].securities.append(id)
    }
  }

  /// Whether two statements are of one account: a full number is enough, since household.yaml has it once, however each file
  /// spells the institution.
  private static func isOne(_ one: PrintedAccount, _ other: PrintedAccount) -> Bool {
    let number = AccountNumber(one.number)
    if !number.isMasked, !number.shown.isEmpty { return number == AccountNumber(other.number) }
    return one.broker == other.broker && one.number == other.number
  }

  private mutating func remember(_ reference: SecurityReference, _ described: PrintedSecurity?) -> String? {
    let name = described?.name ?? (reference.scheme == .name ? reference.value : nil)
    let ticker = described?.ticker ?? (reference.scheme == .ticker ? reference.value : nil)
    let id = ticker.flatMap(Self.id(ofTicker:)) ?? Self.id(ofName: name ?? reference.value)
    guard !id.isEmpty else { return nil }
    var references = [reference] + (described.map { [$0.reference] + $0.aliases } ?? [])
    references.removeAll { $0.scheme == .ticker }
    let index = places[id] ?? securities.count
    if index == securities.count {
      securities.append(FoundSecurity(id: id))
      places[id] = index
    }
    securities[index].name = securities[index].name ?? name
    securities[index].kind = securities[index].kind ?? described?.kind
    for alias in references.map(\.description) where taken.insert(alias).inserted {
      securities[index].aliases.append(alias)
    }
    return id
  }

  private static func id(ofTicker text: String) -> String? {
    let ticker = text.uppercased()
    let isTicker = (1...12).contains(ticker.utf8.count) && ticker.utf8.allSatisfy { (0x21...0x7e).contains($0) }
    return isTicker ? ticker : nil
  }

  /// `FID 500 INDEX` becomes `FID_500_INDEX`.
  private static func id(ofName text: String) -> String {
    text.uppercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
  }
}
