import Measures
public import Statements

/// What a broker's words for an event mean.
public struct ActionRule: Sendable {
  /// The words, with stars for what varies.
  public var words: Wildcard
  /// What other cells must say for the rule to count, where the words alone do not tell: one of them is enough.
  public var when: [ColumnRole: [Wildcard]] = [:]
  /// Absent where the row is left out.
  public var kind: StatementEntry.Kind?
  /// Why such rows are left out.
  public var skip: String?
  /// The kind of a row that moves no units: a transfer of cash.
  public var kindWithoutUnits: StatementEntry.Kind?
  /// The kind of a row that moves units, or else cash, out of the account.
  public var kindOutward: StatementEntry.Kind?
  /// The kind of a row about a sweep vehicle.
  public var kindOfCore: StatementEntry.Kind?
  public var units: Sign?
  public var cash: Sign?
  /// Whether units may stand in the price column (plan rows in Fidelity's history).
  public var mayBeSwapped = false
  /// OFX's word for what happens to an option: `SELLTOOPEN`.
  public var option: String?
  /// What a person should check about such rows.
  public var doubt: String?

  public init(_ words: Wildcard, _ kind: StatementEntry.Kind?) {
    self.words = words
    self.kind = kind
  }
}

extension StatementEntry.Kind {
  /// The direction in which the kind moves units; `nil` where only the printed sign tells.
  var unitsDirection: Sign? {
    switch self {
    case .buy, .buyToCover, .reinvest, .transferIn, .spinOff: .into
    case .sell, .shortSale, .transferOut: .out
    case .dividend, .interest, .gainShort, .gainLong, .income, .returnOfCapital, .fee, .tax, .marginInterest, .cash,
      .sweep:
      .nothing
    case .split, .journal, .exercise, .assignment, .expiry, .merger, .other: nil
    }
  }

  /// The direction in which the kind moves cash; `nil` where only the printed sign tells.
  var cashDirection: Sign? {
    switch self {
    case .buy, .buyToCover, .reinvest, .fee, .tax, .marginInterest: .out
    case .sell, .shortSale, .dividend, .interest, .gainShort, .gainLong, .income, .returnOfCapital: .into
    case .sweep: .nothing
    case .cash, .transferIn, .transferOut, .split, .journal, .exercise, .assignment, .expiry, .spinOff, .merger, .other:
      nil
    }
  }
}

extension Sign {
  /// The change that a printed figure makes; `nil` for none.
  func change(_ printed: PrintedNumber?, direction: Sign?) -> PrintedNumber? {
    guard let printed, !printed.isZero else { return nil }
    switch self {
    case .printed: return direction == .nothing ? nil : printed
    case .reversed: return -printed
    case .into: return printed.magnitude
    case .out: return -printed.magnitude
    case .nothing: return nil
    case .byKind: return (direction ?? .printed).change(printed, direction: nil)
    }
  }
}

/// What each action text of a table means, found once per text.
struct ActionTable {
  struct Meaning {
    /// The text as a name: its bytes are shared by all rows that say it.
    let words: String
    let rule: ActionRule?
  }

  private let rules: [ActionRule]
  private var known: [CellText: (words: String, rules: [Int])] = [:]

  init(_ rules: [ActionRule] = []) { self.rules = rules }

  mutating func meaning(of text: ArraySlice<UInt8>, in row: Row) -> Meaning {
    let key = CellText(text)
    let found = known[key] ?? matches(text)
    if known.count < 20_000 { known[key] = found }
    let place = found.rules.first { rules[$0].when.isEmpty || row.says(rules[$0].when) }
    return Meaning(words: found.words, rule: place.map { rules[$0] })
  }

  private func matches(_ text: ArraySlice<UInt8>) -> (words: String, rules: [Int]) {
    let folded = Wildcard.folded(text)
    return (SecurityNaming.name(text), rules.indices.filter { rules[$0].words.matches(folded: folded) })
  }
}
