internal import GRDB
import Statements

/// The accounts and names of securities that the ledger knows, with numbers for them; new ones wait to be stored.
struct Catalog {
  private struct AccountKey: Hashable {
    private let broker: String
    /// The number, else the name.
    private let title: String?

    init(_ account: PrintedAccount) {
      broker = account.broker
      title = account.number.isEmpty ? account.name.map { ":" + $0 } : account.number
    }
  }

  private(set) var accounts: [Int: PrintedAccount] = [:]
  private(set) var aliases: [Int: Alias] = [:]
  private(set) var newAccounts: [Int] = []
  private(set) var newAliases: [Int] = []
  private var accountIDs: [AccountKey: Int] = [:]
  private var aliasIDs: [Alias: Int] = [:]
  private var lastAccount = 0
  private var lastAlias = 0

  init(_ database: Database) throws {
    let accountRows = try Row.fetchCursor(database, sql: "SELECT id, broker, number, name, kind FROM accounts")
    while let row = try accountRows.next() {
      let account = PrintedAccount(number: row[2], broker: row[1], name: row[3], kind: row[4])
      lastAccount = max(lastAccount, row[0])
      remember(account, as: row[0])
    }
    let aliasRows = try Row.fetchCursor(database, sql: "SELECT id, scheme, value, institution FROM aliases")
    while let row = try aliasRows.next() {
      lastAlias = max(lastAlias, row[0])
      remember(Alias(scheme: row[1], value: row[2], institution: row[3]), as: row[0])
    }
  }

  private mutating func remember(_ account: PrintedAccount, as id: Int) {
    accounts[id] = account
    accountIDs[AccountKey(account)] = id
  }

  private mutating func remember(_ alias: Alias, as id: Int) {
    aliases[id] = alias
    aliasIDs[alias] = id
  }

  mutating func number(of account: PrintedAccount) -> Int {
    if let id = accountIDs[AccountKey(account)] { return id }
    lastAccount += 1
    newAccounts.append(lastAccount)
    remember(account, as: lastAccount)
    return lastAccount
  }

  mutating func number(of alias: Alias) -> Int {
    if let id = aliasIDs[alias] { return id }
    lastAlias += 1
    newAliases.append(lastAlias)
    remember(alias, as: lastAlias)
    return lastAlias
  }

  func storeNew(in database: Database) throws {
    for id in newAccounts {
      guard let account = accounts[id] else { continue }
      try database.execute(
        sql: "INSERT INTO accounts (id, broker, number, name, kind) VALUES (?, ?, ?, ?, ?)",
        arguments: [id, account.broker, account.number, account.name, account.kind])
    }
    for id in newAliases {
      guard let alias = aliases[id] else { continue }
      try database.execute(
        sql: "INSERT INTO aliases (id, scheme, value, institution) VALUES (?, ?, ?, ?)",
        arguments: [id, alias.scheme, alias.value, alias.institution])
    }
  }
}
