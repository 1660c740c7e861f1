import Diagnostics
import Measures
import Statements

/// One transaction (OFX 13.9.2.4): what it is, as printed, and what it does to the account.
extension DocumentReader {
  mutating func readTransaction(_ name: ElementName, _ row: Int) {
    guard var entry = commonEntry(name, row) else { return }
    switch name {
    case .buydebt, .buymf, .buyopt, .buyother, .buystock: readTrade(&entry, row, isBuy: true)
    case .selldebt, .sellmf, .sellopt, .sellother, .sellstock: readTrade(&entry, row, isBuy: false)
    case .closureopt: readClosure(&entry, row)
    case .reinvest: readReinvestment(&entry, row)
    case .income: readIncome(&entry, row)
    case .invexpense, .margininterest, .retofcap: readCharge(&entry, name, row)
    case .split: readSplit(&entry, row)
    case .transfer: readTransfer(&entry, row)
    case .jrnlfund, .jrnlsec: readJournal(&entry, row)
    default: readBankTransaction(&entry, row)
    }
    statement?.entries.append(entry)
    useRow(as: .transaction)
  }

  /// INVTRAN and what most kinds share; `nil` where the row has no day, and so no place in an account.
  private mutating func commonEntry(_ name: ElementName, _ row: Int) -> StatementEntry? {
    guard
      let day = day(.dttrade, in: row) ?? day(.dtposted, in: row) ?? day(.dtsettle, in: row) ?? day(.dtuser, in: row)
    else {
      complain(
        .warning, "ofx-missing-date", "\(name.spelling) has no date that can be read, so it is not used", about: row,
        in: row, remedy: "Correct the date in the file, or write the row down with “hearth record”.")
      skipRow(row, "no date")
      return nil
    }
    var entry = StatementEntry(
      kind: .other, source: name.spelling, day: day, line: Int(tree.nodes[row].place.line))
    entry.id = string(.fitid, in: row)
    entry.settleDay = self.day(.dtsettle, in: row)
    entry.reverses = string(.reversalfitid, in: row)
    entry.related = string(.relfitid, in: row)
    entry.memo = string(.memo, in: row)
    entry.security = security(in: row)
    entry.source401k = string(.inv401ksource, in: row)
    if let currency = tree.first(.currency, in: row) {
      // Amounts are in CURSYM; below ORIGCURRENCY they are already converted (OFX 5.2).
      entry.currency = tree.child(.cursym, of: currency).flatMap { self.currency($0, in: row) }
    }
    return entry
  }

  /// The total of a row, with a warning where it has none.
  mutating func total(_ row: Int) -> PrintedNumber? {
    if let total = amount(.total, in: row) { return total }
    if tree.first(.total, in: row).flatMap(tree.string) == nil {
      complain(
        .warning, "ofx-missing-total", "\(tree.nodes[row].name.spelling) has no TOTAL, so its cash is not known",
        about: row, in: row, remedy: "Compare the account's cash with the statement.")
    }
    return nil
  }

  func security(in row: Int) -> SecurityReference? {
    tree.first(.secid, in: row).flatMap { security($0) }
  }

  /// SECID (OFX 13.8.1).
  func security(_ element: Int) -> SecurityReference? {
    guard let value = tree.child(.uniqueid, of: element).flatMap(tree.string) else { return nil }
    if let printed = tree.child(.uniqueidtype, of: element).flatMap(tree.string) {
      return SecurityReference(printed: printed, value: value)
    }
    return SecurityReference(guessing: value)
  }
}

extension PrintedNumber {
  /// The number with the sign that its kind gives it, whatever was printed.
  func signed(_ isPositive: Bool) -> PrintedNumber { isPositive ? magnitude : -magnitude }
}
