import Booking
import Measures
import PortfolioModel

/// Every position of the household, booked until a day.
struct HouseholdBooks {
  struct AccountBook {
    let id: AccountID
    let history: AccountHistory
    let entries: [BookedEntry]
    let lists: [PositionList]
    let positions: PositionEvents
    fileprivate(set) var books: [Int: BookedPosition] = [:]

    /// What the account's statements say until a day, not yet booked.
    init(
      _ id: AccountID, _ history: AccountHistory, _ entries: [BookedEntry], currency: String, asOf: Day,
      _ securities: SecurityBook, transfers: TransferPairs? = nil
    ) {
      self.id = id
      self.history = history
      self.entries = entries
      lists = history.positionLists(until: asOf, currency: currency, securities)
      let lots = history.lotLists(until: asOf, currency: currency, securities)
      positions = PositionEvents(entries: entries, lists: lists, lots: lots, transfers: transfers)
    }
  }

  /// By the name of the account.
  private(set) var accounts: [AccountBook] = []
  let transfers: TransferPairs

  init(_ contents: LedgerContents, household: Household, asOf: Day) {
    let described = Dictionary(household.accounts.map { ($0.id, $0) }) { first, _ in first }
    let currency = household.baseCurrency
    let histories = contents.histories.sorted { $0.key < $1.key }
    let entries = histories.map { $0.value.entries(until: asOf, currency: currency) }
    let transfers = TransferPairs(
      zip(histories, entries).map { ($1, described[$0.key].map(\.treatment.isSheltered)) })
    self.transfers = transfers
    accounts = zip(histories, entries).map { history, entries in
      AccountBook(
        history.key, history.value, entries, currency: currency, asOf: asOf, contents.securities, transfers: transfers)
    }
    var holders: [Int: [Int]] = [:]
    for (index, account) in accounts.enumerated() {
      for security in account.positions.events.keys { holders[security, default: []].append(index) }
    }
    for (security, indices) in holders {
      let unbooked = indices.map { index in
        BookedPosition.Unbooked(
          events: accounts[index].positions.events[security] ?? [],
          method: described[accounts[index].id]?.lotMethod ?? .specific)
      }
      for (index, book) in zip(indices, BookedPosition.folding(unbooked)) { accounts[index].books[security] = book }
    }
  }
}
