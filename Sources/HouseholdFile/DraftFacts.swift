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

  /// - Parameter kinds: what somebody said of accounts, by number as printed; it overrules the guess.
  init(_ files: [ParsedFile], kinds: [String: AccountKind] = [:]) {
    for file in files {
      for statement in file.statements { gather(statement, of: file) }
    }
    for index in accounts.indices {
      accounts[index].kind = kinds[accounts[index].printed.number] ?? accounts[index].kind
    }
  }

  mutating func retain(accounts: [FoundAccount], securities: [FoundSecurity]) {
    self.accounts = accounts
    self.securities = securities
  }

  private mutating func gather(_ statement: ParsedStatement, of file: ParsedFile) {
    let printed = statement.account
    let index: Int
    if let known = accounts.firstIndex(where: {
      $0.printed.broker == printed.broker && $0.printed.number == printed.number
    }) {
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
    for reference in references {
      guard let id = remember(reference, of: file), !accounts[index].securities.contains(id) else { continue }
      accounts[index].securities.append(id)
    }
  }

  private mutating func remember(_ reference: SecurityReference, of file: ParsedFile) -> String? {
    let described = file.securities.first { $0.reference == reference || $0.aliases.contains(reference) }
    let name = described?.name ?? (reference.scheme == .name ? reference.value : nil)
    let ticker = described?.ticker ?? (reference.scheme == .ticker ? reference.value : nil)
    let id = ticker.flatMap(Self.id(ofTicker:)) ?? Self.id(ofName: name ?? reference.value)
    guard !id.isEmpty else { return nil }
    var references = [reference] + (described.map { [$0.reference] + $0.aliases } ?? [])
    references.removeAll { $0.scheme == .ticker }
    if !securities.contains(where: { $0.id == id }) { securities.append(FoundSecurity(id: id)) }
    guard let index = securities.firstIndex(where: { $0.id == id }) else { return nil }
    securities[index].name = securities[index].name ?? name
    securities[index].kind = securities[index].kind ?? described?.kind
    let taken = Set(securities.flatMap(\.aliases))
    for alias in references.map(\.description)
    where !taken.contains(alias) && !securities[index].aliases.contains(alias) {
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
