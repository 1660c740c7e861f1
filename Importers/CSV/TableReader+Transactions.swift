import Diagnostics
import Measures
import Statements

extension TableReader {
  mutating func readTransaction(_ row: Row) {
    guard let posted = row.day(.day) else {
      return leaveOut(row, .day, "no day", code: "csv-bad-day", wanted: "a day")
    }
    for role in [ColumnRole.units, .price, .amount] where row.number(role) == .unreadable {
      return leaveOut(row, role, "no number", code: "csv-bad-number", wanted: "a number")
    }
    let action = row.cell(.action)
    let rule = actions(row.table, action)
    if let rule, rule.kind == nil { return skip(row, rule.skip ?? "not needed") }

    var entry = StatementEntry(
      kind: rule?.kind ?? .other, source: SecurityNaming.name(action), day: posted, line: row.line)
    (entry.day, entry.settleDay) = days(row, posted: posted, action: action)
    entry.units = row.figure(.units)
    entry.price = row.figure(.price)
    entry.amount = row.figure(.amount)
    if let rule, rule.mayBeSwapped, entry.units == nil, entry.price != nil { swap(&entry.units, &entry.price) }
    let movesUnits = !(entry.units?.isZero ?? true)
    if let rule { entry.kind = kind(of: entry, row, rule, movesUnits: movesUnits) } else { doubtAction(row, action) }
    if let doubt = rule?.doubt, movesUnits { reportDoubt(row, action, doubt) }
    fillDetails(of: &entry, row, rule)
    let security = security(
      of: row, byName: movesUnits || entry.kind.concernsSecurity, isOption: rule?.option != nil)
    entry.effect = effect(of: entry, row, rule, movesUnits: movesUnits)
    if security == nil, movesUnits, entry.kind == .buy || entry.kind == .sell { becomeExchange(&entry, row) }
    entry.security = security?.reference
    if security?.kind == .option || rule?.option != nil, let name = security?.name ?? row.name(.description) {
      entry.option = .init(
        action: rule?.option,
        sharesPerContract: SecurityNaming.sharesPerContract(name).map {
          PrintedNumber(significand: Int128($0), scale: 0)
        })
    }
    entry.memo = row.name(.memo) ?? (security == nil ? row.name(.description) ?? row.name(.name) : nil)
    if entry.memo == entry.source { entry.memo = nil }
    let place = statement(of: row)
    if let balance = row.figure(.balance) { balances[place, default: RunningBalance()].note(balance, on: posted) }
    statements.change(place) { $0.entries.append(entry) }
    use(row)
  }

  private mutating func actions(_ table: BoundTable, _ action: ArraySlice<UInt8>) -> ActionRule? {
    let key = table.layout.header
    if actionTables[key] == nil { actionTables[key] = ActionTable(table.layout.actions) }
    return actionTables[key]?.rule(for: action)
  }

  /// A purchase or sale without a security changes one currency into another; the row states one side of it.
  private mutating func becomeExchange(_ entry: inout StatementEntry, _ row: Row) {
    entry.kind = .cash
    entry.effect.units = nil
    report(
      .warning, "csv-no-security", "The row trades \(entry.units?.description ?? "units") and names no security", row,
      .units,
      remedy: "It is read as a change of currency, of which only the amount is booked; record the other side by hand.")
  }

  private func kind(
    of entry: StatementEntry, _ row: Row, _ rule: ActionRule, movesUnits: Bool
  ) -> StatementEntry.Kind {
    if let kind = rule.kindOfCore, row.matches(row.table.layout.core) { return kind }
    if !movesUnits, let kind = rule.kindWithoutUnits { return kind }
    let moved = movesUnits ? entry.units : entry.amount
    if let kind = rule.kindOutward, moved?.isNegative ?? false { return kind }
    return entry.kind
  }

  /// Trade day and settlement day: a day behind `as of` is the day on which the event counts, the column's own day comes later.
  private func days(_ row: Row, posted: Day, action: ArraySlice<UInt8>) -> (day: Day, settleDay: Day?) {
    let settled = row.day(.settleDay)
    let dayCell = row.cell(.day)
    var earlier = dayCell.count > 14 ? layout.days.dayAfterAsOf(dayCell) : nil
    if earlier == nil, row.table.layout.hasTradeDayInAction { earlier = layout.days.dayAfterAsOf(action) }
    guard let earlier, earlier <= posted else { return (posted, settled) }
    return (earlier, settled ?? posted)
  }

  private func fillDetails(of entry: inout StatementEntry, _ row: Row, _ rule: ActionRule?) {
    entry.id = row.text(.id)
    entry.commission = row.figure(.commission)
    entry.fees = row.figure(.fees)
    entry.taxes = row.figure(.taxes)
    entry.withholding = row.figure(.withholding)
    entry.accruedInterest = row.figure(.accruedInterest)
    entry.source401k = row.text(.source)
    entry.currency = row.text(.currency).flatMap { $0 == layout.currency ? nil : $0 }
  }

  private func effect(
    of entry: StatementEntry, _ row: Row, _ rule: ActionRule?, movesUnits: Bool
  ) -> StatementEntry.Effect {
    let table = row.table.layout
    if entry.kind == .sweep { return .init() }
    let unitsSign = rule?.units ?? table.unitsSign
    let cashSign = rule?.cash ?? table.amountSign
    // Where units move without a trade, the amount is their value.
    let isTransfer = [.transferIn, .transferOut, .journal, .spinOff].contains(entry.kind)
    let isCash = !(isTransfer && movesUnits && rule?.cash == nil) && (!row.says(table.notCash) || rule?.cash != nil)
    var cash = cashSign.change(entry.amount, direction: rule?.cash == nil ? entry.kind.cashDirection : nil)
    for cost in table.amountExcludes {
      guard let figure = row.figure(cost), !figure.isZero else { continue }
      cash = cash?.adding(-figure.magnitude) ?? -figure.magnitude
    }
    return .init(
      units: unitsSign.change(entry.units, direction: rule?.units == nil ? entry.kind.unitsDirection : nil),
      cash: isCash ? cash : nil)
  }

  private mutating func doubtAction(_ row: Row, _ action: ArraySlice<UInt8>) {
    let text = String(decoding: action.prefix(80), as: UTF8.self)
    guard unknownActions.count < 200, unknownActions.insert(text).inserted else { return }
    let message =
      text.isEmpty
      ? "The row does not say what happened"
      : "“\(text)” is not among the events that the profile \(layout.name) knows"
    report(
      .warning, "csv-unknown-action", message, row, .action,
      remedy: "The row is kept as it stands; add the words to the profile's actions.")
  }

  private mutating func reportDoubt(_ row: Row, _ action: ArraySlice<UInt8>, _ doubt: String) {
    let text = String(decoding: action.prefix(80), as: UTF8.self)
    report(
      .warning, "csv-doubtful-action", "“\(text)”: \(doubt)", row, .action,
      remedy: "Compare the lots of this security with the broker's, and correct them if they differ.")
  }

  /// Leaves a row out and says which cell is the reason.
  mutating func leaveOut(_ row: Row, _ role: ColumnRole, _ reason: String, code: String, wanted: String) {
    let found = String(decoding: row.cell(role).prefix(40), as: UTF8.self)
    let name = row.table.name(role)
    skip(row, "\(reason) in “\(name)”: \(found.isEmpty ? "empty" : "“\(found)”")")
    report(
      .warning, code, found.isEmpty ? "“\(name)” is empty where \(wanted) is needed" : "“\(found)” is not \(wanted)",
      row,
      role, remedy: "The row is left out; correct the cell and read the file again, or enter the event by hand.")
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ row: Row, _ role: ColumnRole, remedy: String
  ) {
    reportCounts[code, default: 0] += 1
    guard reportCounts[code, default: 0] <= Self.mostReports else { return }
    let place = SourceLocation(file: file, line: row.line, column: row.column(role))
    diagnostics.append(
      Diagnostic(severity, code: code, message, at: place, element: row.table.name(role), remedy: remedy))
  }
}

extension StatementEntry.Kind {
  /// Whether a name without a symbol is the name of a security.
  fileprivate var concernsSecurity: Bool {
    switch self {
    case .cash, .interest, .fee, .tax, .journal, .marginInterest, .sweep, .other, .income: false
    default: true
    }
  }
}

extension DayFormat {
  /// The day behind the last `as of` in a text.
  func dayAfterAsOf(_ text: ArraySlice<UInt8>) -> Day? {
    let mark = Array("as of ".utf8)
    guard text.count > mark.count + 6 else { return nil }
    for start in (text.startIndex...(text.endIndex - mark.count)).reversed() where text[start] | 0x20 == mark[0] {
      let end = start + mark.count
      guard text[start..<end].map(\.lowercased) == mark else { continue }
      if let found = leadingDay(text[end...].blanksTrimmed) { return found.day }
    }
    return nil
  }
}
