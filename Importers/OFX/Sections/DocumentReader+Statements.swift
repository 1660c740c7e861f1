import Diagnostics
import Measures
import Statements

/// What a statement says outside of its rows: account, days, currency, cash and plan (OFX 13.9.2; of a bank 11.4.2).
extension DocumentReader {
  /// - Parameter element: the statement's element; `nil` for rows that stood outside of any.
  mutating func endStatement(_ element: Int?) {
    guard var ended = statement.take() else { return }
    if let element {
      let isBank = tree.nodes[element].name == .stmtrs
      readAccount(&ended, element, isBank: isBank)
      ended.currency = tree.child(.curdef, of: element).flatMap { currency($0, in: element) } ?? ended.currency
      if let list = tree.first(isBank ? .banktranlist : .invtranlist, in: element) {
        ended.from = childDay(.dtstart, of: list)
        ended.to = childDay(.dtend, of: list)
      }
      if isBank {
        guard !declinesDebt(ended, element) else { return }
        readLedgerBalance(&ended, element)
      } else {
        ended.asOf = childDay(.dtasof, of: element)
        readBalance(&ended, element)
        ended.plan = planDetails(element)
      }
      noteWhatIsMissing(ended, element)
    }
    settleCorrections(&ended)
    directExpiries(&ended.entries)
    dropCurrencies(equalTo: ended.currency, in: &ended.entries)
    file.statements.append(ended)
  }

  private mutating func readAccount(_ statement: inout ParsedStatement, _ element: Int, isBank: Bool) {
    let account = tree.first(isBank ? .bankacctfrom : .invacctfrom, in: element)
    func field(_ name: ElementName) -> String? { account.flatMap { tree.child(name, of: $0) }.flatMap(tree.string) }
    statement.account.number = field(.acctid) ?? ""
    // BANKID is a routing number, which no one knows an institution by.
    statement.account.broker = (isBank ? institution ?? field(.bankid) : field(.brokerid) ?? institution) ?? ""
    if isBank { statement.account.kind = field(.accttype) }
    guard statement.account.number.isEmpty else { return }
    findings.add(
      .warning, "ofx-no-account-number", "the statement does not say of which account it is",
      at: tree.nodes[element].place, element: isBank ? "STMTRS/BANKACCTFROM/ACCTID" : "INVSTMTRS/INVACCTFROM/ACCTID",
      remedy: "Say in household.yaml which account of this institution it is.")
  }

  /// INVBAL (OFX 13.9.2.7): AVAILCASH includes sweep funds by the specification, which may stand among the positions too.
  private mutating func readBalance(_ statement: inout ParsedStatement, _ element: Int) {
    guard let balance = tree.first(.invbal, in: element) else { return }
    statement.cash = amount(.availcash, in: balance)
    if let margin = amount(.marginbalance, in: balance), margin.isNegative {
      findings.add(
        .note, "ofx-margin-balance", "the account owes \(margin.magnitude) \(statement.currency) on margin",
        at: tree.nodes[balance].place, element: "INVBAL/MARGINBALANCE", remedy: "It is not taken off the cash.")
    }
    guard let cash = statement.cash, let sweep = Self.sweepPosition(statement), let value = sweep.value,
      let rest = cash.adding(-value), !rest.isNegative
    else { return }
    statement.cash = rest
    findings.add(
      .note, "ofx-sweep-in-cash",
      "AVAILCASH \(cash) includes the sweep fund \(sweep.security) of \(value), which is a position too; cash is \(rest)",
      at: tree.nodes[balance].place, element: "INVBAL/AVAILCASH")
  }

  /// The fund at 1.00 that the statement's own entries call a sweep.
  private static func sweepPosition(_ statement: ParsedStatement) -> PrintedPosition? {
    let candidates = statement.positions.filter {
      $0.price == PrintedNumber(significand: 1, scale: 0) && $0.value != nil
    }
    guard !candidates.isEmpty else { return nil }
    let swept = Set(statement.entries.lazy.filter { Memo($0.memo).isMoneyFundSweep }.compactMap(\.security))
    return candidates.first { swept.contains($0.security) }
  }

  /// INV401K as printed, and INV401KBAL below its own name (OFX 13.9.3).
  private func planDetails(_ element: Int) -> PlanDetails? {
    var fields: [PlanDetails.Field] = []
    for (name, prefix) in [(ElementName.inv401k, ""), (.inv401kbal, "INV401KBAL/")] {
      guard let section = tree.first(name, in: element) else { continue }
      for leaf in tree.descendants(of: section) where tree.isLeaf(leaf) {
        guard let value = tree.string(leaf) else { continue }
        fields.append(PlanDetails.Field(path: prefix + tree.path(of: leaf, below: section), value: value))
      }
    }
    return fields.isEmpty ? nil : PlanDetails(fields: fields)
  }

  private mutating func childDay(_ name: ElementName, of element: Int) -> Day? {
    tree.child(name, of: element) == nil ? nil : day(name, in: element)
  }

  private mutating func noteWhatIsMissing(_ statement: ParsedStatement, _ element: Int) {
    guard statement.entries.isEmpty, statement.positions.isEmpty, statement.cash == nil else { return }
    findings.add(
      .note, "ofx-empty-statement",
      "the statement of account “\(statement.account.number)” has no transactions, positions or cash",
      at: tree.nodes[element].place, remedy: "If that surprises you, download a longer period.")
  }

  /// An expiry printed above zero ends contracts that are owed, unless the statement itself shows that they were held.
  private func directExpiries(_ entries: inout [StatementEntry]) {
    func isDoubtful(_ entry: StatementEntry) -> Bool {
      entry.kind == .expiry && entry.source == ElementName.closureopt.spelling
        && entry.effect.units?.isNegative == false
    }
    guard entries.contains(where: isDoubtful) else { return }
    var held: [SecurityReference: PrintedNumber] = [:]
    for entry in entries where entry.kind != .expiry {
      guard let security = entry.security, let units = entry.effect.units else { continue }
      held[security] = held[security].map { $0.adding(units) ?? $0 } ?? units
    }
    for index in entries.indices where isDoubtful(entries[index]) {
      guard let security = entries[index].security, let units = held[security] else { continue }
      if !units.isNegative, !units.isZero { entries[index].effect.units = entries[index].units?.signed(false) }
    }
  }

  private func dropCurrencies(equalTo currency: String, in entries: inout [StatementEntry]) {
    for index in entries.indices where entries[index].currency == currency { entries[index].currency = nil }
  }
}
