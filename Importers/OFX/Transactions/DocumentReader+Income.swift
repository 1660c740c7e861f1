import Measures
import Statements

/// INCOME, INVEXPENSE, MARGININTEREST and RETOFCAP (OFX 13.9.2.4.4).
extension DocumentReader {
  /// A distribution keeps its printed sign: what is below zero takes an earlier one back, or is tax that was withheld.
  mutating func readIncome(_ entry: inout StatementEntry, _ row: Int) {
    entry.amount = total(row)
    entry.taxes = amount(.taxes, in: row)
    entry.withholding = amount(.withholding, in: row)
    entry.incomeType = string(.incometype, in: row)
    entry.kind = Self.incomeKind(entry.incomeType, Memo(entry.memo))
    entry.effect.cash = entry.amount
  }

  /// Some brokers call every distribution DIV and tell gains in the memo.
  private static func incomeKind(_ type: String?, _ memo: Memo) -> StatementEntry.Kind {
    switch type?.uppercased() {
    case "CGLONG": .gainLong
    case "CGSHORT": .gainShort
    case "INTEREST": .interest
    case "DIV": memo.isLongTermGain ? .gainLong : memo.isShortTermGain ? .gainShort : .dividend
    default: .income
    }
  }

  /// Expenses and margin interest are paid, returned capital is received. The last two are printed with either sign; an
  /// expense above zero that names what it reverses is paid back.
  mutating func readCharge(_ entry: inout StatementEntry, _ name: ElementName, _ row: Int) {
    entry.amount = total(row)
    let isReceived = name == .retofcap
    switch name {
    case .retofcap: entry.kind = .returnOfCapital
    case .margininterest: entry.kind = .marginInterest
    default: entry.kind = Memo(entry.memo).isTax ? .tax : .fee
    }
    let isPaidBack = name == .invexpense && entry.reverses != nil && entry.amount?.isNegative == false
    entry.effect.cash = entry.amount?.signed(isReceived || isPaidBack)
  }
}
