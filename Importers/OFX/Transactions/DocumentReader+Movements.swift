import Diagnostics
import Measures
import Statements

/// TRANSFER, SPLIT, journals and the end of options (OFX 13.9.2.4.4).
extension DocumentReader {
  /// The action gives the direction, not the sign of UNITS; expiries, spin-offs and fees of plans come as transfers too.
  mutating func readTransfer(_ entry: inout StatementEntry, _ row: Int) {
    entry.units = amount(.units, in: row)
    entry.price = amount(.unitprice, in: row)
    let action = string(.tferaction, in: row)?.uppercased()
    let units = entry.units ?? PrintedNumber(significand: 0, scale: 0)
    let comesIn =
      switch action {
      case "IN": entry.reverses == nil || !units.isNegative
      case "OUT": false
      default: !units.isNegative
      }
    entry.kind = comesIn ? .transferIn : .transferOut
    let memo = Memo(entry.memo)
    let isFree = entry.price?.isZero ?? true
    if memo.isExpiry, isFree {
      entry.kind = .expiry
    } else if memo.isSpinOff, comesIn {
      entry.kind = .spinOff
      warnOfSpinOff(row)
    } else if memo.isPlanFee, !comesIn {
      entry.kind = .fee
    } else if memo.isSplit {
      // One half of a split, or all of it where only the new units come in; `joinSplits` finds the other half.
      entry.kind = .split
    }
    // A short position that comes in is units owed.
    let isShort = string(.postype, in: row)?.uppercased() == "SHORT" && entry.kind != .expiry
    entry.effect.units = entry.units?.signed(comesIn != isShort)
    readTransferredLot(&entry, row)
  }

  /// The lot that a transfer brings or takes, where it names one.
  private mutating func readTransferredLot(_ entry: inout StatementEntry, _ row: Int) {
    let acquired = day(.dtpurchase, in: row)
    var average = amount(.avgcostbasis, in: row)
    if average?.isZero == true { average = nil }
    guard acquired != nil || average != nil else { return }
    let basis = average.flatMap { average in entry.units?.magnitude.multiplied(by: average) }
    entry.closes = [
      StatementEntry.ClosedLot(acquired: acquired, units: entry.units?.magnitude, price: average, basis: basis)
    ]
  }

  private mutating func warnOfSpinOff(_ row: Int) {
    complain(
      .warning, "ofx-spin-off-basis", "a spin-off comes in without its share of the old basis", about: row, in: row,
      remedy: "Take the allocation from the company's Form 8937 and write it down with “hearth record allocation”.")
  }

  /// The ratio is that of NUMERATOR to DENOMINATOR, which may be counts of shares; OLDUNITS and NEWUNITS are rounded.
  mutating func readSplit(_ entry: inout StatementEntry, _ row: Int) {
    entry.kind = .split
    let old = amount(.oldunits, in: row)
    let new = amount(.newunits, in: row)
    let numerator = amount(.numerator, in: row)
    let denominator = amount(.denominator, in: row)
    if let numerator, let denominator, !numerator.isZero, !denominator.isZero {
      entry.split = StatementEntry.Split(old: denominator, new: numerator)
    } else if let old, let new, !old.isZero, !new.isZero {
      entry.split = StatementEntry.Split(old: old, new: new)
    } else {
      complain(
        .warning, "ofx-split-without-ratio", "SPLIT has neither a ratio nor counts of shares", about: row, in: row,
        remedy: "Write the split down with “hearth record split”.")
    }
    if let old, let new { entry.effect.units = new.adding(-old) }
    entry.effect.cash = amount(.fraccash, in: row)?.magnitude
  }

  /// Joins the two transfers by which some brokers print a split, and takes what goes out alone for the transfer that it is.
  mutating func joinSplits() {
    guard file.statements.contains(where: { $0.entries.contains(where: \.isTransferredSplit) }) else { return }
    let places = Dictionary(
      file.securities.indices.map { (file.securities[$0].reference, $0) }, uniquingKeysWith: { first, _ in first })
    let names = places.compactMapValues { file.securities[$0].name }
    for place in file.statements.indices {
      let (count, renamings) = file.statements[place].joinSplits(names: names)
      for _ in 0..<count { file.rows.join() }
      for renaming in renamings {
        if let new = places[renaming.new], !file.securities[new].aliases.contains(renaming.old) {
          file.securities[new].aliases.append(renaming.old)
        }
      }
      for index in file.statements[place].entries.indices
      where file.statements[place].entries[index].isTransferredSplit
        && file.statements[place].entries[index].effect.units?.isNegative == true
      {
        file.statements[place].entries[index].kind = .transferOut
      }
    }
  }

  /// Between the sub-accounts of one account: nothing comes or goes.
  mutating func readJournal(_ entry: inout StatementEntry, _ row: Int) {
    entry.kind = .journal
    entry.units = amount(.units, in: row)
    entry.amount = amount(.total, in: row)
    entry.subAccounts = StatementEntry.SubAccounts(from: string(.subacctfrom, in: row), to: string(.subacctto, in: row))
  }

  /// An exercise ends contracts that are held, an assignment contracts that are owed; an expiry is told by its sign.
  mutating func readClosure(_ entry: inout StatementEntry, _ row: Int) {
    entry.units = amount(.units, in: row)
    let action = string(.optaction, in: row)?.uppercased()
    entry.option = StatementEntry.Option(action: action, sharesPerContract: amount(.shperctrct, in: row))
    switch action {
    case "EXERCISE":
      entry.kind = .exercise
      entry.effect.units = entry.units?.signed(false)
    case "ASSIGN":
      entry.kind = .assignment
      entry.effect.units = entry.units?.signed(true)
    default:
      entry.kind = action == "EXPIRE" ? .expiry : .other
      entry.effect.units = entry.units
    }
  }
}

extension StatementEntry {
  /// Whether it is a TRANSFER that tells of a split and has met no other half.
  fileprivate var isTransferredSplit: Bool {
    kind == .split && split == nil && source == ElementName.transfer.spelling
  }
}
