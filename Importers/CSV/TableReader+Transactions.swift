import Measures
import Statements

extension TableReader {
  mutating func readTransaction(_ row: Row) {
    guard let posted = row.day(.day) else {
      return leaveOut(row, .day, "no day", code: "csv-bad-day", wanted: "a day")
    }
    let action = row.cell(.action)
    let meaning = actions.meaning(of: action, in: row)
    let rule = meaning.rule
    if let rule, rule.kind == nil {
      noteBalance(row, change: row.figure(.amount) ?? row.creditLessDebit, on: posted)
      return skip(row, rule.skip ?? "not needed")
    }
    let ratio = rule?.kind == .split ? splitRatio(row, action) : nil
    for role in [ColumnRole.units, .price, .amount, .debit, .credit]
    where ratio == nil && row.number(role) == .unreadable {
      return leaveOut(row, role, "no number", code: "csv-bad-number", wanted: "a number")
    }

    var entry = StatementEntry(kind: rule?.kind ?? .other, source: meaning.words, day: posted, line: row.line)
    (entry.day, entry.settleDay) = days(row, posted: posted, action: action)
    entry.units = row.figure(.units)
    entry.price = row.figure(.price)
    entry.amount = row.figure(.amount) ?? row.creditLessDebit
    if entry.units?.isZero ?? true { entry.split = ratio }
    let told = entry.units == nil && !layout.actionTexts.isEmpty ? trade(in: action, for: entry.amount) : nil
    entry.units = entry.units ?? told?.units
    entry.price = entry.price ?? told?.price
    if let rule, rule.mayBeSwapped, entry.units == nil, entry.price != nil { swap(&entry.units, &entry.price) }
    let movesUnits = !(entry.units?.isZero ?? true)
    if let rule { entry.kind = kind(of: entry, row, rule, movesUnits: movesUnits) } else { doubtAction(row, action) }
    if let doubt = rule?.doubt, movesUnits { reportDoubt(row, action, doubt) }
    fillDetails(of: &entry, row, rule)
    entry.effect = effect(of: entry, row, rule, movesUnits: movesUnits)
    let mention: SecurityMention =
      entry.effect.units != nil ? .moved : entry.kind.concernsSecurity ? .concerned : .mentioned
    let security = security(of: row, mention, isOption: rule?.option != nil)
    if security == nil, movesUnits, entry.kind == .buy || entry.kind == .sell { becomeExchange(&entry, row) }
    if security == nil, entry.effect.units != nil { doubtSecurity(row, entry) }
    entry.security = security?.reference
    if security?.kind == .option || rule?.option != nil {
      entry.option = option(rule?.option, name: security?.name ?? row.name(.description))
    }
    entry.memo = row.name(.memo) ?? (security == nil ? row.name(.description) ?? row.name(.name) : nil)
    if entry.memo == entry.source { entry.memo = nil }
    let place = statement(of: row)
    noteBalance(row, change: entry.effect.cash ?? entry.amount, on: posted)
    if row.table.layout.hasLoneReinvestments, entry.kind == .reinvest {
      loneReinvestments.append((place, statements.statements[place].entries.count))
    }
    statements.change(place) { $0.entries.append(entry) }
    noteCommission(of: row, at: place)
    if entry.amount == nil, entry.units == nil, entry.kind.isNothingWithoutAmount, row.table.statesAmounts {
      doubtAmount(row)
    }
    if entry.units == nil, entry.kind.isNothingWithoutUnits, !row.table[.units].isEmpty, entry.split == nil {
      doubtUnits(row)
    }
    use(row, as: .transaction)
  }

  /// The ratio of a split that a cell or the words tell; it counts where no units are printed.
  private func splitRatio(_ row: Row, _ action: ArraySlice<UInt8>) -> StatementEntry.Split? {
    let cells = [ColumnRole.units, .price, .amount].map { row.cell($0) }.filter { $0.contains(UInt8(ascii: ":")) }
    let words = row.cell(row.table[.description].isEmpty ? .name : .description)
    return (cells + [action, words]).lazy.compactMap { SplitRatio.ratio(in: String(decoding: $0, as: UTF8.self)) }.first
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

  private func option(_ action: String?, name: String?) -> StatementEntry.Option {
    let shares = name.flatMap(SecurityNaming.sharesPerContract).map { PrintedNumber(significand: Int128($0), scale: 0) }
    return StatementEntry.Option(action: action, sharesPerContract: shares)
  }

  private mutating func fillDetails(of entry: inout StatementEntry, _ row: Row, _ rule: ActionRule?) {
    entry.id = row.text(.id)
    entry.commission = row.figure(.commission)
    entry.fees = row.figure(.fees)
    entry.taxes = row.figure(.taxes)
    entry.withholding = row.figure(.withholding)
    entry.accruedInterest = row.figure(.accruedInterest)
    entry.source401k = row.text(.source)
    entry.currency = currency(of: row, .currency)
  }
}

extension StatementEntry.Kind {
  /// Whether a row that states neither units nor an amount lacks what it is about.
  fileprivate var isNothingWithoutAmount: Bool {
    switch self {
    case .buy, .sell, .dividend, .interest, .gainShort, .gainLong, .income, .returnOfCapital, .fee, .tax,
      .marginInterest,
      .cash:
      true
    default: false
    }
  }

  /// Whether a row that states no units lacks what it is about.
  fileprivate var isNothingWithoutUnits: Bool {
    switch self {
    case .buy, .sell, .shortSale, .buyToCover, .reinvest: true
    default: false
    }
  }

  /// Whether a name without a symbol is the name of a security.
  fileprivate var concernsSecurity: Bool {
    switch self {
    case .cash, .interest, .fee, .tax, .journal, .marginInterest, .sweep, .other, .income: false
    default: true
    }
  }
}
