import Diagnostics
import Measures
import Statements

/// BUY*, SELL* and REINVEST (OFX 13.9.2.4.3, 13.9.2.4.4).
///
/// By the specification buys have units above and a total below zero, and sales the reverse; brokers print either sign, so the
/// kind decides. Only a trade that is the mirror image of its kind and says that it takes another one back keeps its signs.
extension DocumentReader {
  mutating func readTrade(_ entry: inout StatementEntry, _ row: Int, isBuy: Bool) {
    readQuantities(&entry, row)
    entry.accruedInterest = amount(.accrdint, in: row)
    let optionAction = string(isBuy ? .optbuytype : .optselltype, in: row)
    if isBuy {
      let covers = string(.buytype, in: row)?.uppercased() == "BUYTOCOVER" || optionAction == "BUYTOCLOSE"
      entry.kind = covers ? .buyToCover : .buy
    } else {
      let opens = string(.selltype, in: row)?.uppercased() == "SELLSHORT" || optionAction == "SELLTOOPEN"
      entry.kind = opens ? .shortSale : .sell
      entry.closes = StatementEntry.ClosedLot.named(in: entry.memo)
    }
    let perContract = amount(.shperctrct, in: row)
    if optionAction != nil || perContract != nil {
      entry.option = StatementEntry.Option(action: optionAction, sharesPerContract: perContract)
    }
    let isTakenBack = takesBack(entry, row, isBuy: isBuy)
    entry.effect.units = entry.units?.signed(isBuy != isTakenBack)
    if !isBuy, Memo(entry.memo).isPlanFee {
      // A plan sells units to pay itself; no cash comes to the account.
      entry.kind = .fee
      return
    }
    // Accrued interest is not inside TOTAL (OFX 13.9.2.4.3) and is paid or received beside it.
    let accrued = entry.accruedInterest ?? PrintedNumber(significand: 0, scale: 0)
    let cash = entry.amount.flatMap { $0.magnitude.adding(accrued.magnitude) }
    entry.effect.cash = cash?.signed(isBuy == isTakenBack)
  }

  /// Income and the lot that it buys, in one: units come in, and the cash of the account is as before.
  mutating func readReinvestment(_ entry: inout StatementEntry, _ row: Int) {
    entry.kind = .reinvest
    readQuantities(&entry, row)
    entry.incomeType = string(.incometype, in: row)
    entry.effect.units = entry.units?.signed(!takesBack(entry, row, isBuy: true))
  }

  private mutating func readQuantities(_ entry: inout StatementEntry, _ row: Int) {
    entry.units = amount(.units, in: row)
    entry.price = amount(.unitprice, in: row)
    entry.amount = total(row)
    entry.commission = amount(.commission, in: row)
    entry.fees = amount(.fees, in: row)
    entry.taxes = amount(.taxes, in: row)
    entry.load = amount(.load, in: row)
    entry.withholding = amount(.withholding, in: row)
    guard entry.units == nil else { return }
    complain(
      .warning, "ofx-missing-units", "\(entry.source) has no UNITS", about: row, in: row,
      remedy: "Write the units down with “hearth record lot”.")
  }

  /// Whether both signs are the reverse of the kind's, by REVERSALFITID or in words.
  private mutating func takesBack(_ entry: StatementEntry, _ row: Int, isBuy: Bool) -> Bool {
    guard let units = entry.units, !units.isZero, units.isNegative == isBuy else { return false }
    let total = entry.amount ?? PrintedNumber(significand: 0, scale: 0)
    guard total.isZero || total.isNegative != isBuy else { return false }
    if entry.reverses != nil || Memo(entry.memo).isCancellation { return true }
    if !total.isZero {
      complain(
        .warning, "ofx-doubtful-signs",
        "\(entry.source) of \(units) units for \(total) has the signs of its opposite; its name decides",
        about: row, in: row,
        remedy: "If it takes an earlier entry back, see with “hearth reconcile” what is left of both.")
    }
    return false
  }
}
