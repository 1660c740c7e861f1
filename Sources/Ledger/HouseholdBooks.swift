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
    init(_ id: AccountID, _ history: AccountHistory, currency: String, asOf: Day, _ securities: SecurityBook) {
      self.id = id
      self.history = history
      entries = history.entries(until: asOf, currency: currency)
      lists = history.positionLists(until: asOf, currency: currency, securities)
      let lots = history.lotLists(until: asOf, currency: currency, securities)
      positions = PositionEvents(entries: entries, lists: lists, lots: lots)
    }
  }

  /// By the name of the account.
  private(set) var accounts: [AccountBook] = []

  init(_ contents: LedgerContents, household: Household, asOf: Day) {
    let methods = Dictionary(household.accounts.map { ($0.id, $0.lotMethod) }) { first, _ in first }
    for (id, history) in contents.histories.sorted(by: { $0.key < $1.key }) {
      var account = AccountBook(id, history, currency: household.baseCurrency, asOf: asOf, contents.securities)
      account.books = account.positions.events.mapValues {
        BookedPosition(folding: $0, method: methods[id] ?? .fifo)
      }
      accounts.append(account)
    }
  }
}
