import Diagnostics
import Measures
import Statements

/// INVBANKTRAN (OFX 13.9.2.4.1): cash that moves without a trade, signed as printed.
extension DocumentReader {
  mutating func readBankTransaction(_ entry: inout StatementEntry, _ row: Int) {
    let name = string(.name, in: row) ?? tree.first(.payee, in: row).flatMap { string(.name, in: $0) }
    entry.amount = amount(.trnamt, in: row)
    entry.effect.cash = entry.amount
    entry.kind = Self.bankKind(string(.trntype, in: row)?.uppercased(), Memo(name ?? entry.memo))
    entry.memo = Self.joined(name, entry.memo)
    guard entry.amount == nil else { return }
    complain(
      .warning, "ofx-missing-total", "\(entry.source) has no TRNAMT", about: row, in: row,
      remedy: "Compare the account's cash with the statement.")
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
