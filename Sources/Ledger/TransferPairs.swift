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
  private var exchanges: [Int: Int] = [:]
  private var exchanged: Set<Int> = []
  private var boots: [Int: Boot] = [:]
  private var allocating: Set<Int> = []

  /// The row that gave the units which a row received.
  func giver(of row: Int) -> Int? { givers[row] }
  /// The day on which the units that a row gave arrived, where brokers state it before they left.
  func arrival(of row: Int) -> Day? { arrivals[row] }
  /// Whether a row only moves units between parts of one account.
  func isWithinAccount(_ row: Int) -> Bool { within.contains(row) }

  /// The row that gave up what a row brings in its place.
  func exchanged(for row: Int) -> Int? { exchanges[row] }
  /// Whether what a row takes away comes back as another security.
  func isExchanged(_ row: Int) -> Bool { exchanged.contains(row) }
  /// The cash beside the stock for which a row gave up its units.
  func boot(for row: Int) -> Boot? { boots[row] }

  /// Whether a row gives basis to what a spin-off brought; without that the basis stays where it is.
  func isAllocating(_ row: Int) -> Bool { allocating.contains(row) }

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

  /// - Parameters:
  ///   - accounts: the transactions of each account, and whether it is sheltered where that is known.
  ///   - price: what a unit of a security was worth on a day.
  init(
    _ accounts: [(entries: [BookedEntry], isSheltered: Bool?)],
    price: (_ security: Int, _ day: Day) -> Price? = { _, _ in nil }
  ) {
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
    for account in accounts {
      exchange(account.entries, price: price)
      spinOff(account.entries)
    }
  }

  /// What was spun off takes the part of the basis that somebody told of the nearest days.
  private mutating func spinOff(_ entries: [BookedEntry]) {
    let rows = entries.filter { $0.witness.kind == .spinOff }
    for parent in rows where parent.witness.split != nil {
      let near = rows.filter { child in
        child.witness.split == nil && (child.witness.units.map { $0 > .zero } ?? false)
          && child.security != parent.security
          && abs(child.witness.day - parent.witness.day) <= Self.tolerance && exchanges[child.witness.id] == nil
      }
      let child = near.min {
        (abs($0.witness.day - parent.witness.day), $0.witness.id) < (
          abs($1.witness.day - parent.witness.day), $1.witness.id
        )
      }
      guard let child else { continue }
      exchanges[child.witness.id] = parent.witness.id
      allocating.insert(parent.witness.id)
    }
  }

  /// A merger for stock, and a split with the old units in one row and the new in another, are two rows on one day.
  ///
  /// Where there are several on a day, nothing says which became which.
  private mutating func exchange(_ entries: [BookedEntry], price: (Int, Day) -> Price?) {
    let days = Dictionary(grouping: entries.filter { $0.isReorganisation || $0.isCashOfMerger }) { $0.witness.day }
    for rows in days.values {
      let gone = rows.filter { $0.witness.units.map(\.isNegative) ?? false }
      guard rows.contains(where: { $0.witness.units.map { $0 > .zero } ?? false }) else { continue }
      exchanged.formUnion(gone.map(\.witness.id))
      guard let found = ReorganisationRows(rows, price: price) else { continue }
      exchanges[found.new.witness.id] = found.old.witness.id
      boots[found.old.witness.id] = found.boot
    }
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
    case .transferIn where !witness.closes.isEmpty: return false
    case .transferIn, .transferOut, .journal, .other: return true
    default: return false
    }
  }
}
