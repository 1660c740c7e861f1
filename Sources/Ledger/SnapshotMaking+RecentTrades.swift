import Booking
import Measures
import PortfolioModel
import Statements

extension SnapshotMaking {
  /// The first day that the wash-sale rule may still look at.
  private var firstRecentDay: Day { asOf.adding(days: -60) }

  mutating func addRecentTrades(
    _ entries: [BookedEntry], account: Account?, books: [Int: BookedPosition], lotIDs: [Int: LotID]
  ) {
    guard let account else { return }
    let first = firstRecentDay
    let realised = books.mapValues { book in Dictionary(grouping: book.realised.filter { $0.sold >= first }, by: \.sale)
    }
    for entry in entries.reversed().prefix(while: { $0.witness.day >= first }).reversed() {
      guard entry.witness.isTrade, entry.part != .income, let units = entry.witness.units, !units.isZero,
        entry.witness.kind != .other || !entry.cash.isZero, let security = names.ids[entry.security]
      else { continue }
      let isBuy = units > .zero
      let parts = realised[entry.security]?[entry.witness.id] ?? []
      let gains = parts.compactMap(\.recognised)
      let isKnown = isTaxable(account) && !parts.isEmpty && gains.count == parts.count
      used.insert(security)
      snapshot.recentTrades.append(
        RecentTrade(
          account: account.id, security: security, day: entry.witness.day, action: isBuy ? .buy : .sell,
          quantity: units.magnitude, gain: isKnown ? gains.reduce(.zero, +) : nil,
          lot: isBuy ? lotIDs[entry.witness.id] : nil))
    }
  }

  /// Sales that no transaction tells, but a broker's file of realised lots.
  mutating func addStatedSales(account: Account?, books: [Int: BookedPosition]) {
    guard let account else { return }
    for (security, number) in names.sorted(books.keys) {
      let gains = (books[number]?.realised ?? []).filter { $0.sale < 0 && $0.sold >= firstRecentDay }
      let sales = Dictionary(grouping: gains, by: \.sale).sorted {
        ($0.value[0].sold, -$0.key) < ($1.value[0].sold, -$1.key)
      }
      for (_, parts) in sales {
        let known = parts.compactMap(\.recognised)
        used.insert(security)
        snapshot.recentTrades.append(
          RecentTrade(
            account: account.id, security: security, day: parts[0].sold, action: .sell,
            quantity: parts.reduce(.zero) { $0 + $1.quantity },
            gain: isTaxable(account) && known.count == parts.count ? Money.sum(known) : nil, lot: nil))
      }
    }
  }
}
