import Diagnostics
import Measures
import Statements

/// A row that replaces or deletes one that was sent before (CORRECTFITID, OFX 11.4.4.1).
struct BankCorrection {
  let id: String
  let isDeletion: Bool
  /// The place of the correcting row among the statement's entries.
  let entry: Int
  let place: Place
}

/// An account at a bank (OFX 11.4.2), and INVBANKTRAN (13.9.2.4.1): cash that moves without a trade, signed as printed.
extension DocumentReader {
  /// LEDGERBAL (OFX 11.3.2): what is booked at the end of its day. AVAILBAL, less what is held back, is not the account's cash.
  mutating func readLedgerBalance(_ statement: inout ParsedStatement, _ element: Int) {
    guard let balance = tree.first(.ledgerbal, in: element) else { return }
    statement.cash = amount(.balamt, in: balance)
    statement.asOf = day(.dtasof, in: balance)
  }

  /// Whether a bank's statement is of a line of credit, which is then noted with its rows.
  mutating func declinesDebt(_ statement: ParsedStatement, _ element: Int) -> Bool {
    guard statement.account.kind?.uppercased() == "CREDITLINE" else { return false }
    for entry in statement.entries { file.rows.leaveOut(line: entry.line, DeclinedStatements.reason) }
    decline(element, "a statement of a line of credit")
    return true
  }

  mutating func readBankTransaction(_ entry: inout StatementEntry, _ row: Int) {
    let name = string(.name, in: row) ?? tree.first(.payee, in: row).flatMap { string(.name, in: $0) }
    entry.amount = amount(.trnamt, in: row)
    entry.effect.cash = entry.amount
    entry.kind = Self.bankKind(string(.trntype, in: row)?.uppercased(), Memo(name ?? entry.memo))
    entry.memo = Self.joined(name, entry.memo)
    noteCorrection(row)
    guard entry.amount == nil else { return }
    complain(
      .warning, "ofx-missing-total", "\(entry.source) has no TRNAMT", about: row, in: row,
      remedy: "Compare the account's cash with the statement.")
  }

  private mutating func noteCorrection(_ row: Int) {
    guard let field = tree.first(.correctfitid, in: row), let id = tree.string(field) else { return }
    corrections.append(
      BankCorrection(
        id: id, isDeletion: string(.correctaction, in: row)?.uppercased() == "DELETE",
        entry: statement?.entries.count ?? 0, place: tree.nodes[field].place))
  }

  /// Takes out what the bank takes back, and says what was sent with another file.
  mutating func settleCorrections(_ statement: inout ParsedStatement) {
    guard !corrections.isEmpty else { return }
    defer { corrections = [] }
    var places: [String: Int] = [:]
    for (place, entry) in statement.entries.enumerated() {
      if let id = entry.id, places[id] == nil { places[id] = place }
    }
    var gone: Set<Int> = []
    for correction in corrections {
      if correction.isDeletion { gone.insert(correction.entry) }
      if let place = places[correction.id], place != correction.entry {
        gone.insert(place)
      } else {
        findings.add(
          .warning, "ofx-correction",
          "the bank \(correction.isDeletion ? "deletes" : "replaces") its transaction \(correction.id), which is not in this file",
          at: correction.place, element: "STMTTRN/CORRECTFITID",
          remedy: "If it was imported from another file, put the balance right with “hearth record cash”.")
      }
    }
    for place in gone.sorted() {
      file.rows.leaveOut(line: statement.entries[place].line, "taken back by the bank's correction")
    }
    statement.entries = statement.entries.indices.filter { !gone.contains($0) }.map { statement.entries[$0] }
  }

  private static func bankKind(_ type: String?, _ words: Memo) -> StatementEntry.Kind {
    switch type {
    case "INT": .interest
    case "DIV": .dividend
    case "FEE", "SRVCHG": .fee
    default: words.begins("INTEREST EARNED") ? .interest : .cash
    }
  }

  /// NAME is often the beginning of MEMO.
  private static func joined(_ name: String?, _ memo: String?) -> String? {
    guard let name, let memo else { return name ?? memo }
    return memo.hasPrefix(name) ? memo : name.hasPrefix(memo) ? name : "\(name); \(memo)"
  }
}
