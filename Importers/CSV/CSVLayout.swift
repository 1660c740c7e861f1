public import Statements

/// How one family of a broker's files is laid out: what a profile says, as values.
///
/// A file is one or more tables under headers, with lines of text around them. Columns are found by their names, never by
/// position, since brokers add and move them without notice.
public struct CSVLayout: Sendable {
  /// The profile's name: `fidelity-history`.
  public var name: String
  /// The name under which accounts of this broker are kept: `fidelity`.
  public var broker: String
  public var days = DayFormat.monthFirst
  public var numbers = NumberFormat.point
  /// Whether a capital behind a number points to a footnote: `300 W`.
  public var hasFootnoteLetters = false
  /// The currency of amounts that name none.
  public var currency = "USD"
  /// Words that mean an empty cell, besides the usual `--` and `n/a`.
  public var emptyWords: [Wildcard] = []
  /// What lines beside the tables say: account, day, period.
  public var lines: [TextPattern] = []
  /// What the file's name says, where nothing in the file does; without its ending.
  public var fileNames: [TextPattern] = []
  /// How one cell names an account, where number and name share it.
  public var accountTexts: [TextPattern] = []
  /// What the action's words tell where no column does: `Bought {units} {symbol} @ {price}`.
  public var actionTexts: [TextPattern] = []
  /// How a security's name holds its symbol or CUSIP: `* ({symbol})`.
  public var nameTexts: [TextPattern] = []
  /// Why such files are not read, for those that are known and hold no investments.
  public var declines: String?
  public var tables: [TableLayout] = []

  public init(name: String, broker: String) {
    self.name = name
    self.broker = broker
  }

  /// What a cell says where a number is expected.
  func number(_ cell: ArraySlice<UInt8>) -> NumberFormat.Cell {
    guard hasFootnoteLetters, cell.count > 2, (0x41...0x5a).contains(cell[cell.endIndex - 1]),
      cell[cell.endIndex - 2].isBlank
    else { return numbers.cell(cell) }
    return numbers.cell(cell.dropLast().blanksTrimmed)
  }

  func isNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    if case .number = number(cell) { true } else { false }
  }

  /// The table under a header with these names: the one that wants the most of them.
  func table(for names: Set<String>) -> TableLayout? {
    tables.filter { $0.header.matches(names) }.max { $0.header.count < $1.header.count }
  }
}

/// One kind of table in a file.
public struct TableLayout: Sendable {
  /// What its rows are.
  public enum Content: String, Sendable, Hashable, CaseIterable {
    case transactions, positions, lots
    /// Each row names the account of what follows.
    case accounts
    /// Known, and of no use here; its rows are listed as left out.
    case nothing
  }

  public var content: Content
  public var header: HeaderPattern
  /// The names that each column goes by, the first that is there counts.
  public var columns: [ColumnRole: [String]] = [:]
  /// What a broker's words mean; the first rule that matches counts.
  public var actions: [ActionRule] = []
  /// How far the printed signs of units and amounts can be trusted.
  public var unitsSign = Sign.printed
  public var amountSign = Sign.printed
  /// Costs that are not yet taken off the amount.
  public var amountExcludes: [ColumnRole] = []
  /// Whether the trade day may stand in the action's text behind `as of`, the day column then being the day of posting.
  public var hasTradeDayInAction = false
  /// Sweep vehicles, which are the account's cash: symbol, or name where there is no symbol.
  public var core: [Wildcard] = []
  /// Rows of positions that are the account's cash: symbol, or name where there is no symbol.
  public var cash: [Wildcard] = []
  /// Rows that repeat what others say: their first filled cell.
  public var totals: [Wildcard] = []
  /// Where the table stops although no other begins: the first filled cell.
  public var ends: [Wildcard] = []
  /// Rows whose amount is a value and no cash: what their cells say.
  public var notCash: [ColumnRole: [Wildcard]] = [:]
  /// What the words of the `kind` column mean.
  public var kinds: [(words: Wildcard, kind: PrintedSecurity.Kind)] = []
  /// Whether a row without a day goes on with the row before it.
  public var continuesRows = false
  /// Whether a reinvestment may tell of income and purchase in one, where no row of income stands beside it.
  public var hasLoneReinvestments = false

  public init(_ content: Content, header: HeaderPattern) {
    self.content = content
    self.header = header
  }
}

/// What a column tells.
public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
  case account
  case accountName = "account name"
  case accountKind = "account kind"
  case asOf = "as of"
  case action, day
  case settleDay = "settle day"
  case symbol, cusip, isin
  /// A name that identifies the security where nothing else does.
  case name
  /// A name where there is a symbol, else a remark.
  case description
  case kind, units, price, amount, commission, fees, taxes
  case commissionCurrency = "commission currency"
  /// What goes out and what comes in, where each has a column of its own.
  case debit, credit
  case accruedInterest = "accrued interest"
  case withholding
  /// The account's cash after the row.
  case balance
  /// The balance's currency, where it is not the row's.
  case balanceCurrency = "balance currency"
  case id, currency, memo
  /// The source of plan money: `Employer Match`.
  case source
  case value
  case costBasis = "cost basis"
  /// The cost of one unit, where no column has the whole.
  case unitCost = "unit cost"
  case acquired, closed, proceeds, basis, disallowed, term
  /// The gain, in a column for each term.
  case shortGain = "short gain"
  case longGain = "long gain"

  /// What a number names and does not count.
  static let names: [ColumnRole] = [
    .account, .accountName, .accountKind, .asOf, .day, .settleDay, .acquired, .closed, .symbol, .cusip, .isin, .name,
    .description, .id,
  ]
}

/// How a printed figure becomes a change of the account.
public enum Sign: String, Sendable, Hashable, CaseIterable {
  /// As it stands.
  case printed
  /// Against how it stands.
  case reversed
  /// Into the account, whatever its sign.
  case into = "in"
  /// Out of the account, whatever its sign.
  case out
  /// As the kind of the entry says; as printed where the kind says nothing.
  case byKind = "by kind"
  /// It changes nothing.
  case nothing
}
