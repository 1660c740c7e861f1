import ImporterCSV
import Statements

/// What a table's events mean, and how far the signs beside them can be trusted.
extension DraftWriter {
  /// One pattern of the action column.
  private struct Event {
    let pattern: String
    let count: Int
    let example: String
    let guess: ActionGuess?
    /// Whether units of a security move with it.
    let movesUnits: Bool
  }

  mutating func addEvents(of table: SurveyedTable, _ columns: [ColumnGuess]) {
    func column(_ role: ColumnRole) -> SurveyedColumn? { columns.first { $0.role == role }?.column }
    guard let action = column(.action) else {
      return add("    # actions:", "??? no column says what happened; its words go here, as in “Bought*: buy”")
    }
    var moving: Set<String> = []
    for role in [ColumnRole.symbol, .isin, .cusip, .name] {
      guard let units = column(.units), let security = column(role) else { continue }
      moving.formUnion(table.texts(of: action, beside: units, and: security))
    }
    let events = ActionWords.patterns(action.texts).map {
      Event(
        pattern: $0.pattern, count: $0.count, example: $0.example, guess: ActionGuess($0.example),
        movesUnits: moving.contains($0.example))
    }
    func hasUnsigned(_ role: ColumnRole, _ kinds: [StatementEntry.Kind]) -> Bool {
      guard let figures = column(role) else { return false }
      let isOutward = { (text: String) in ActionGuess(text).map { kinds.contains($0.kind) } ?? false }
      return table.cells(of: figures, where: action, says: isOutward).contains { text in
        !text.contains("-") && !text.contains("(") && text.contains { ("1"..."9").contains($0) }
      }
    }
    if column(.units) == nil, let example = events.map(\.example).first(where: Self.hasUnits) {
      addBeforeTables("action texts: '* {units} *@{price} *'", "??? units and price of “\(example.prefix(60))”")
      add("    units sign: by kind")
    }
    var isAmountSigned = column(.debit) != nil || column(.credit) != nil
    for (role, out) in [(ColumnRole.units, [StatementEntry.Kind.sell]), (.amount, [.buy, .fee, .tax])] {
      guard let figures = column(role) else { continue }
      let isSigned = figures.hasNegatives && !hasUnsigned(role, out)
      let words = isSigned ? "minus is out of the account" : "not all have their sign: the kind tells the direction"
      add("    \(role.rawValue) sign: \(isSigned ? "printed" : "by kind")", words)
      if role == .amount { isAmountSigned = figures.hasNegatives }
    }
    if events.contains(where: { $0.guess?.kind == .reinvest }) {
      add("    lone reinvestments: yes", "??? a reinvestment without a row of income beside it holds its income")
    }
    add("    actions:")
    for event in events { add(event, isAmountSigned: isAmountSigned) }
  }

  /// “Koop 1 @ 33,9 USD”: units and price in the action's words.
  private static func hasUnits(_ words: String) -> Bool { words.contains("@") && words.contains(where: \.isNumber) }

  private mutating func add(_ event: Event, isAmountSigned: Bool) {
    let key = "      \(YAMLScalar.quoted(event.pattern)): "
    let words = event.pattern == event.example ? "" : ", such as “\(event.example.prefix(60))”"
    guard let guess = event.guess else {
      return add(key + "other", "??? \(rows(event.count))\(words): what is it?")
    }
    if event.movesUnits, let value = Self.planValue(of: guess) {
      return add(key + value, "??? \(rows(event.count))\(words): in a plan, units move and no cash")
    }
    add(key + value(of: guess, isAmountSigned: isAmountSigned), rows(event.count) + words)
  }

  /// Money that comes into a plan buys units at once; what it costs is paid in units.
  private static func planValue(of guess: ActionGuess) -> String? {
    switch guess.kind {
    case .cash: guess.cash == "out" ? "{kind: sell, units: out, cash: nothing}" : "{kind: buy, cash: nothing}"
    case .fee: "{kind: fee, units: out, cash: nothing}"
    default: nil
    }
  }

  private func value(of guess: ActionGuess, isAmountSigned: Bool) -> String {
    switch guess.kind {
    case .cash:
      guard !isAmountSigned, let cash = guess.cash else { return "cash" }
      return "{kind: cash, cash: \(cash)}"
    case .transferIn, .transferOut: return "{kind: \(guess.kind.rawValue), without units: cash}"
    default: return guess.kind.rawValue
    }
  }
}
