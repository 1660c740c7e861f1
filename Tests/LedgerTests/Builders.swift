import Diagnostics
import Foundation
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport

/// A ledger in a folder of its own, which goes with it.
final class TemporaryLedger {
  let folder: URL
  let ledger: Ledger
  var path: String { folder.appending(path: "ledger.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    ledger = try Ledger(path: folder.appending(path: "ledger.sqlite").path, access: .writing)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Imports files into the empty household; the day of the import matters to nothing.
  @discardableResult
  func record(_ files: ParsedFile..., household: Household = Household(name: "Nobody")) throws -> ImportReceipt {
    try ledger.record(files.map(\.asRead), household: household, at: "2026-11-24")
  }

  func snapshot(_ day: Day = "2026-11-24", _ household: Household = Household(name: "Nobody")) throws
    -> HouseholdSnapshot
  {
    try ledger.snapshot(asOf: day, household: household).get()
  }
}

extension ParsedFile {
  /// The file with a fingerprint of what it says, as if its bytes were its contents.
  var asRead: ReadStatement {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in "\(self)".utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    let digits = String(hash, radix: 16)
    return ReadStatement(file: self, sha256: String(repeating: "0", count: 64 - digits.count) + digits)
  }

  static func csv(_ name: String, _ statements: ParsedStatement..., profile: String = "fidelity-history") -> ParsedFile
  {
    var file = ParsedFile(file: name, format: .csv, profile: profile)
    file.statements = statements
    return file
  }

  static func ofx(
    _ name: String, _ statements: ParsedStatement..., securities: [PrintedSecurity] = []
  ) -> ParsedFile {
    var file = ParsedFile(file: name, format: .ofx2)
    file.statements = statements
    file.securities = securities
    return file
  }
}

/// The statement of an account, by default the brokerage `X1`; lines are numbered from 2 in the order of the rows.
func statement(
  of number: String = "X1", at broker: String = "fidelity", asOf day: Day? = nil, from: Day? = nil, to: Day? = nil,
  cash: PrintedNumber? = nil, currency: String = "USD", _ entries: [StatementEntry] = [],
  positions: [PrintedPosition] = [], lots: [PrintedLot] = []
) -> ParsedStatement {
  var statement = ParsedStatement(account: PrintedAccount(number: number, broker: broker), currency: currency)
  statement.asOf = day
  statement.from = from
  statement.to = to
  statement.cash = cash
  var line = 1
  statement.entries = entries.map { entry in
    line += 1
    var entry = entry
    entry.line = line
    return entry
  }
  statement.positions = positions
  statement.lots = lots
  return statement
}

func entry(
  _ kind: StatementEntry.Kind, _ day: Day, _ ticker: String? = nil, units: PrintedNumber? = nil,
  cash: PrintedNumber? = nil, amount: PrintedNumber? = nil, id: String? = nil, settle: Day? = nil
) -> StatementEntry {
  var entry = StatementEntry(kind: kind, source: kind.rawValue, day: day, line: 0)
  entry.security = ticker.map { reference($0) }
  entry.units = units
  entry.amount = amount ?? cash
  entry.effect = StatementEntry.Effect(units: units, cash: cash)
  entry.id = id
  entry.settleDay = settle
  return entry
}

/// `VTI`, or `CUSIP:922908769`.
func reference(_ text: String) -> SecurityReference {
  let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
  return parts.count == 2 ? SecurityReference(printed: parts[0], value: parts[1]) : SecurityReference(.ticker, text)
}

func position(
  _ security: String, _ units: PrintedNumber?, price: PrintedNumber? = nil, value: PrintedNumber? = nil,
  basis: PrintedNumber? = nil, day: Day? = nil
) -> PrintedPosition {
  var position = PrintedPosition(reference(security), line: 1)
  position.units = units
  position.price = price
  position.value = value
  position.costBasis = basis
  position.day = day
  return position
}

func lot(_ security: String, _ units: PrintedNumber, acquired: Day?, basis: PrintedNumber?) -> PrintedLot {
  var lot = PrintedLot(reference(security), units: units, line: 1)
  lot.acquired = acquired
  lot.basis = basis
  return lot
}

/// A household of one account, `brokerage`, that claims the given numbers.
func household(
  claiming numbers: String..., as id: AccountID = "brokerage", kind: AccountKind = .taxableIndividual,
  securities: [Security] = []
) -> Household {
  Household(
    name: "Elm Street", accounts: [account(id, kind, claiming: numbers)], securities: securities)
}

func account(
  _ id: AccountID, _ kind: AccountKind = .taxableIndividual, at institution: String? = nil, claiming numbers: [String]
) -> Account {
  var account = Account(id: id, name: id.rawValue, kind: kind, treatment: kind.treatment ?? .taxable)
  account.numbers = numbers
  account.institution = institution
  return account
}

func security(_ id: SecurityID, aliases: String...) -> Security {
  var security = Security(id: id, name: id.rawValue, kind: .etf)
  security.aliases = aliases
  return security
}

extension HouseholdSnapshot {
  /// `VTI 10 USD 3300`, one line for each holding, then the cash of each account, for comparisons that a person can read.
  var summary: [String] {
    holdings.map { "\($0.account) \($0.security) \($0.quantity) = \($0.value.formatted(places: 2))" }
      + cash.map { "\($0.account) cash \($0.amount.formatted(places: 2))" }
  }
}
