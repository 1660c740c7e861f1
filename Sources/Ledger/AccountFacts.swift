import Booking
import Measures
import Statements

/// What one file says about one account of the household, names resolved to the catalog's numbers.
struct AccountFacts {
  /// The file's rank: a lower one was imported earlier.
  let file: Int
  /// The file as the user named it.
  let name: String
  /// What wrote the file. Files of different dialects may print one transaction under different days and ids.
  let dialect: String
  var statements: [StatementFacts] = []

  var isHandWritten: Bool { dialect == HandWrittenFact.institution }

  /// The days that the file covers, as far as is known.
  var coverage: ClosedRange<Day>? {
    var first: Day?
    var last: Day?
    for statement in statements {
      for day in statement.witnesses.map(\.day) + [statement.from, statement.to].compactMap({ $0 }) {
        first = min(first ?? day, day)
        last = max(last ?? day, day)
      }
    }
    guard let first, let last else { return nil }
    return first...last
  }
}

/// One statement, as far as the ledger books it.
struct StatementFacts {
  var asOf: Day?
  var from: Day?
  var to: Day?
  var currency: String
  var cash: Money?
  /// The rows of a file on its way that state the cash.
  var cashLines: [Int] = []
  var witnesses: [Witness] = []
  var positions: [StatedPosition] = []
  var lots: [StatedLotRow] = []

  /// The day for whose end positions, lots and cash are stated; a file that does not say is taken at its last day.
  var stateDay: Day? {
    asOf ?? to ?? positions.compactMap(\.priceDay).max() ?? witnesses.map(\.day).max()
  }
}

/// One transaction row of a file.
struct Witness: Hashable {
  /// The ledger's number; zero before the row is stored.
  var id: Int
  var line: Int
  var brokerID: String?
  var kind: StatementEntry.Kind
  var day: Day
  var settleDay: Day?
  /// The catalog's number of the printed name.
  var alias: Int?
  /// The signed change to the account.
  var units: Quantity?
  var cash: Money?
  var printedUnits: Quantity?
  var price: Price?
  var amount: Money?
  var accruedInterest: Money?
  /// Commission, fees and load of a trade, as printed; they are inside its cash.
  var costs: Money?
  /// Where it differs from the statement's.
  var currency: String?
  var incomeType: String?
  var split: Split?
  var closes: [LotChoice] = []

  /// Brokers print what they take with either sign.
  static func costs(_ parts: [Money?]) -> Money? {
    Money.sum(parts.compactMap { $0?.magnitude }).flatMap { $0.isZero ? nil : $0 }
  }

  struct Split: Hashable {
    let old: Quantity
    let new: Quantity
  }
}

struct StatedPosition: Hashable {
  var line: Int
  var alias: Int
  var units: Quantity?
  var price: Price?
  var value: Money?
  var costBasis: Money?
  var priceDay: Day?
  /// The plan's money from which it came, as printed.
  var source: String?
}

struct StatedLotRow: Hashable {
  var id: Int
  var line: Int
  var alias: Int
  var units: Quantity
  var acquired: Day?
  var basis: Money?
  var closed: Day?
  var proceeds: Money?
  /// The loss that the broker disallowed.
  var disallowed: Money?
}
