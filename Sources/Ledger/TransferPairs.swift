import Measures
import PortfolioModel
import Statements

/// Which rows of the household's accounts are the two sides of one transfer in kind.
///
/// The same security, the same units to the thousandth, at most ten days apart, nearest first: so lots keep basis and dates
/// when an account changes its number or its broker. Between a taxable and a sheltered account nothing carries over: a
/// distribution in kind begins with its value on that day (IRC 402(a), 408(d)).
struct TransferPairs {
  static let tolerance = 10

  private var givers: [Int: Int] = [:]
  private var arrivals: [Int: Day] = [:]
  private var within: Set<Int> = []

  /// The row that gave the units which a row received.
  func giver(of row: Int) -> Int? { givers[row] }
  /// The day on which the units that a row gave arrived, where brokers state it before they left.
  func arrival(of row: Int) -> Day? { arrivals[row] }
  /// Whether a row only moves units between parts of one account.
  func isWithinAccount(_ row: Int) -> Bool { within.contains(row) }

  private struct Key: Hashable {
    let security: Int
    /// Thousandths.
    let units: Int64
  }

  private struct Side {
    let account: Int
    let isSheltered: Bool?
    let row: Int
    let day: Day
  }

  /// - Parameter accounts: the transactions of each account, and whether it is sheltered where that is known.
  init(_ accounts: [(entries: [BookedEntry], isSheltered: Bool?)]) {
    var giving: [Key: [Side]] = [:]
    var receiving: [Key: [Side]] = [:]
    for (index, account) in accounts.enumerated() {
      for entry in account.entries {
        guard entry.isTransfer, let units = entry.witness.units else { continue }
        let key = Key(security: entry.security, units: units.magnitude.rounded(toPlaces: 3, .halfEven).steps)
        let side = Side(
          account: index, isSheltered: account.isSheltered, row: entry.witness.id, day: entry.witness.day)
        if units.isNegative { giving[key, default: []].append(side) } else { receiving[key, default: []].append(side) }
      }
    }
    for (key, givers) in giving { pair(givers, with: receiving[key] ?? []) }
  }

  private mutating func pair(_ givers: [Side], with receivers: [Side]) {
    var candidates: [(giver: Side, receiver: Side)] = []
    for giver in givers {
      for receiver in receivers where abs(giver.day - receiver.day) <= Self.tolerance {
        if let one = giver.isSheltered, let other = receiver.isSheltered, one != other { continue }
        candidates.append((giver, receiver))
      }
    }
    candidates.sort { left, right in
      (abs(left.giver.day - left.receiver.day), left.giver.row, left.receiver.row)
        < (abs(right.giver.day - right.receiver.day), right.giver.row, right.receiver.row)
    }
    var taken: Set<Int> = []
    for (giver, receiver) in candidates where !taken.contains(giver.row) && !taken.contains(receiver.row) {
      taken.formUnion([giver.row, receiver.row])
      if giver.account == receiver.account {
        within.formUnion([giver.row, receiver.row])
      } else {
        self.givers[receiver.row] = giver.row
        if receiver.day < giver.day { arrivals[giver.row] = receiver.day }
      }
    }
  }
}

extension BookedEntry {
  /// Whether the row moves units and nothing else.
  var isTransfer: Bool {
    guard part == .whole, security != 0, cash.isZero, let units = witness.units, !units.isZero else { return false }
    switch witness.kind {
    case .transferIn, .transferOut, .journal, .other: return true
    default: return false
    }
  }
}
