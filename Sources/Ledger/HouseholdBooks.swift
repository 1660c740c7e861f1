import Booking
import Diagnostics
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
      var positions = PositionEvents(entries: entries, lists: lists, lots: lots, transfers: transfers)
      positions.identify(by: history.closedLots(until: asOf, currency: currency, securities)) { day in
        history.uncovered(from: day, to: day) == nil
      }
      self.positions = positions
    }
  }

  /// By the name of the account.
  private(set) var accounts: [AccountBook] = []
  let transfers: TransferPairs
  /// What the wash-sale rule took from the household's losses.
  private(set) var disallowances: [WashSaleAdjustment.Disallowance] = []
  /// What the books could not look at.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter groups: the group of substantially identical securities of each that is not its own.
  init(
    _ contents: LedgerContents, household: Household, asOf: Day, names: SecurityNames, groups: [SecurityID: String]
  ) {
    let described = Dictionary(household.accounts.map { ($0.id, $0) }) { first, _ in first }
    let currency = household.baseCurrency
    let histories = contents.histories.sorted { $0.key < $1.key }
    let entries = histories.map { $0.value.entries(until: asOf, currency: currency) }
    let transfers = TransferPairs(
      zip(histories, entries).map { ($1, described[$0.key].map(\.treatment.isSheltered)) },
      price: { contents.price(of: $0, on: $1) })
    self.transfers = transfers
    accounts = zip(histories, entries).map { history, entries in
      AccountBook(
        history.key, history.value, entries, currency: currency, asOf: asOf, contents.securities, transfers: transfers)
    }
    var places: [(account: Int, security: Int)] = []
    var unbooked: [BookedPosition.Unbooked] = []
    for (index, account) in accounts.enumerated() {
      for (security, events) in account.positions.events.sorted(by: { $0.key < $1.key }) {
        places.append((index, security))
        unbooked.append(
          BookedPosition.Unbooked(
            events: events,
            methods: described[account.id]?.lotMethods(for: names.kind(of: security)) ?? LotMethodHistory(.specific)))
      }
    }
    for (place, book) in zip(places, BookedPosition.folding(unbooked)) {
      accounts[place.account].books[place.security] = book
    }
    adjustForWashSales(
      names, groups, options: names.options(household),
      isSheltered: { described[$0]?.treatment.isSheltered ?? false })
  }

  /// Over all accounts at once, since a purchase in one disallows the loss of another.
  private mutating func adjustForWashSales(
    _ names: SecurityNames, _ groups: [SecurityID: String], options: [SecurityID: Security],
    isSheltered: (AccountID) -> Bool
  ) {
    var places: [(account: Int, security: Int)] = []
    var positions: [WashSaleAdjustment.Position] = []
    for (index, account) in accounts.enumerated() {
      for (security, number) in names.sorted(account.books.keys) {
        guard let booked = account.books[number], let events = account.positions.events[number] else { continue }
        places.append((index, number))
        positions.append(
          WashSaleAdjustment.Position(
            account: account.id, security: security, group: groups[security] ?? security.rawValue,
            isSheltered: isSheltered(account.id), events: events, booked: booked,
            option: options[security].flatMap { optionToBuy($0, groups) }))
      }
    }
    let adjustment = WashSaleAdjustment(positions)
    disallowances = adjustment.disallowances
    report(adjustment.shortsToCheck)
    for (place, booked) in zip(places, adjustment.booked) { accounts[place.account].books[place.security] = booked }
  }

  /// The shares that a call buys: a hundred, as listed options do.
  private mutating func optionToBuy(
    _ security: Security, _ groups: [SecurityID: String]
  ) -> WashSaleAdjustment.OptionToBuy? {
    guard let symbol = security.optionSymbol else {
      let code = "ledger-option-unread"
      guard !diagnostics.contains(where: { $0.code == code && $0.element == security.id.rawValue }) else { return nil }
      diagnostics.append(
        Diagnostic(
          .note, code: code,
          "Nothing says what the option \(security.id) buys, so losses of that are not held against it (IRC 1091(a)).",
          element: security.id.rawValue,
          remedy: "Give it its symbol in household.yaml: {aliases: [\"TICKER:AAPL260116C00150000\"]}."))
      return nil
    }
    guard symbol.isCall else { return nil }
    return WashSaleAdjustment.OptionToBuy(
      group: groups[SecurityID(symbol.underlying)] ?? symbol.underlying, sharesPerContract: Quantity(100))
  }

  private mutating func report(_ shorts: [WashSaleAdjustment.ShortToCheck]) {
    for short in shorts {
      diagnostics.append(
        Diagnostic(
          .warning, code: "ledger-short-to-check",
          "The short sale of \(short.security) in \(short.account) was closed at a loss on \(short.closed), and shares were sold on \(short.sold): the loss may not count (IRC 1091(e)).",
          remedy: "Ask a tax professional; Hearth counts it."))
    }
  }
}
