import Measures
import Performance
import PortfolioModel
import Statements

/// The money that came into one account from outside it, by day: deposits, contributions, transfers in kind at their worth.
///
/// Dividends, interest, fees and trades are no flows: they are what the account earned. Units that a plan books without
/// cash were paid for by a contribution, or, with others sold on that day, by an exchange: only what is left counts.
struct MoneyFlows {
  struct Movement {
    let day: Day
    let amount: Money
    /// The row, for transfers in kind, which are paired by it.
    let row: Int
    let isInKind: Bool
    /// Whether it may be the other side of a movement in another account.
    let isTransfer: Bool
  }

  private(set) var movements: [Movement] = []
  /// What nothing values.
  private(set) var gaps: [ReturnRecord.Gap] = []
  /// Whether trades pay nothing, since the account holds no cash: most employers' plans.
  let isCashless: Bool

  init(_ account: HouseholdBooks.AccountBook, isSheltered: Bool, _ transfers: TransferPairs, _ prices: PriceHistory) {
    isCashless = isSheltered && account.holdsNoCash
    var exchanged: [Day: Money] = [:]
    for entry in account.entries {
      let (day, row) = (entry.witness.day, entry.witness.id)
      switch entry.witness.kind {
      case .buy, .sell:
        guard entry.cash.isZero || isCashless, let units = entry.witness.units, !units.isZero else { continue }
        guard !entry.isForeign, let worth = entry.cash.isZero ? worth(of: entry, prices) : -entry.cash else {
          addGap(entry)
          continue
        }
        exchanged[day] = Money.sum([exchanged[day] ?? .zero, worth])
      case .cash, .transferIn, .transferOut, .journal, .other:
        guard !transfers.isWithinAccount(row) else { continue }
        let units = entry.witness.units ?? .zero
        guard !entry.isForeign else {
          addGap(entry)
          continue
        }
        if !entry.cash.isZero, units.isZero {
          add(entry, entry.cash, isInKind: false)
        } else if !units.isZero, entry.cash.isZero {
          guard let worth = worth(of: entry, prices) else {
            addGap(entry)
            continue
          }
          add(entry, worth, isInKind: true)
        }
      default: continue
      }
    }
    for (day, amount) in exchanged.sorted(by: { $0.key < $1.key }) where !amount.isZero {
      movements.append(Movement(day: day, amount: amount, row: 0, isInKind: false, isTransfer: false))
    }
  }

  private mutating func add(_ entry: BookedEntry, _ amount: Money, isInKind: Bool) {
    movements.append(
      Movement(
        day: entry.witness.day, amount: amount, row: entry.witness.id, isInKind: isInKind, isTransfer: true))
  }

  private mutating func addGap(_ entry: BookedEntry) {
    let day = entry.witness.day
    gaps.append(
      ReturnRecord.Gap(from: day, through: day, reason: "nothing says what came in or went out on \(day) was worth"))
  }

  private func worth(of entry: BookedEntry, _ prices: PriceHistory) -> Money? {
    guard let units = entry.witness.units else { return nil }
    if let traded = entry.witness.tradedMoney { return units.isNegative ? -traded : traded }
    return prices.price(of: entry.security, near: entry.witness.day).flatMap { Money(units, at: $0)?.bounded }
  }
}

extension MoneyFlows {
  /// The sides of transfers between the household's own accounts: in kind by their pairing, in cash the same amount at most five
  /// days apart, the nearest first.
  static func internalFlows(_ accounts: [MoneyFlows], _ transfers: TransferPairs) -> (
    flows: [[CashFlow]], matches: [Match]
  ) {
    var matches: [Match] = []
    var found = accounts.map { _ in [CashFlow]() }
    let all = accounts.enumerated().flatMap { index, flows in flows.movements.map { (account: index, one: $0) } }
    let rows = Dictionary(all.filter(\.one.isInKind).map { ($0.one.row, $0) }) { first, _ in first }
    for receiver in rows.values {
      guard let giver = transfers.giver(of: receiver.one.row).flatMap({ rows[$0] }) else { continue }
      for side in [receiver, giver] { found[side.account].append(CashFlow(day: side.one.day, amount: side.one.amount)) }
    }
    let cash = all.filter { $0.one.isTransfer && !$0.one.isInKind }
    let receivers = Dictionary(grouping: cash.indices.filter { cash[$0].one.amount > .zero }) { cash[$0].one.amount }
    var pairs: [(giver: Int, receiver: Int, days: Int)] = []
    for giver in cash.indices where cash[giver].one.amount.isNegative {
      for receiver in receivers[cash[giver].one.amount.magnitude] ?? []
      where cash[receiver].account != cash[giver].account {
        let days = abs(cash[receiver].one.day - cash[giver].one.day)
        if days <= 5 { pairs.append((giver, receiver, days)) }
      }
    }
    var taken: Set<Int> = []
    for pair in pairs.sorted(by: { ($0.days, $0.giver, $0.receiver) < ($1.days, $1.giver, $1.receiver) })
    where taken.isDisjoint(with: [pair.giver, pair.receiver]) {
      taken.formUnion([pair.giver, pair.receiver])
      let (giver, receiver) = (cash[pair.giver], cash[pair.receiver])
      matches.append(
        Match(
          giver: giver.account, receiver: receiver.account, left: giver.one.day, arrived: receiver.one.day,
          amount: receiver.one.amount))
      for index in [pair.giver, pair.receiver] {
        found[cash[index].account].append(CashFlow(day: cash[index].one.day, amount: cash[index].one.amount))
      }
    }
    return (found, matches.sorted { ($0.left, $0.giver, $0.amount) < ($1.left, $1.giver, $1.amount) })
  }

  /// Cash of two accounts, by their places, whose amounts are equal.
  struct Match {
    let giver: Int
    let receiver: Int
    let left: Day
    let arrived: Day
    let amount: Money
  }
}

extension HouseholdBooks.AccountBook {
  /// Whether neither a statement nor a movement speaks of cash.
  fileprivate var holdsNoCash: Bool {
    !history.files.contains { $0.statements.contains { !($0.cash ?? .zero).isZero } }
      && !entries.contains { [.cash, .sweep].contains($0.witness.kind) && !$0.cash.isZero }
  }
}
