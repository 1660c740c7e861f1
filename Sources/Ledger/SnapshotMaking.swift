import Booking
import Diagnostics
import Measures
import PortfolioModel
import Statements

/// Makes a snapshot of what the ledger holds, account by account.
struct SnapshotMaking {
  let contents: LedgerContents
  let household: Household
  let asOf: Day
  let names: SecurityNames
  var prices: PriceBook
  var snapshot: HouseholdSnapshot
  var diagnostics: [Diagnostic]
  /// The numbers under which the prices of currencies stand.
  let currencies: [String: Int]
  /// Securities that something in the snapshot names.
  var used: Set<SecurityID> = []
  /// What values and bases may still be added before a sum of the snapshot could overflow, in steps.
  private var room = Bound.household

  init(_ contents: LedgerContents, household: Household, asOf: Day) {
    self.contents = contents
    self.household = household
    self.asOf = asOf
    names = SecurityNames(contents, household: household)
    prices = PriceBook(asOf: asOf)
    currencies = Dictionary(
      contents.catalog.aliases.filter { $0.value.scheme == "CURRENCY" }.map { ($0.value.value, $0.key) }
    ) { first, _ in first }
    snapshot = HouseholdSnapshot(asOf: asOf, household: household)
    diagnostics = contents.claims.diagnostics + contents.securities.diagnostics
  }

  mutating func make(describedBy describe: (Security) -> Security) {
    addUnassignedAccounts()
    let groups = names.groups(household, describedBy: describe)
    let books = HouseholdBooks(contents, household: household, asOf: asOf, names: names, groups: groups)
    diagnostics += books.diagnostics
    for account in books.accounts {
      addPrices(of: account.history, account.entries)
      for (security, events) in account.positions.events { prices.addSplits(of: security, events) }
    }
    addListedPrices()
    for account in books.accounts { add(account) }
    addPricesOfWhatNobodyHolds()
    let held = Set(books.accounts.flatMap { book in book.books.filter { !$0.value.lots.isEmpty }.map(\.key) })
    diagnostics += contents.offers(names).diagnostics(touching: held)
    for id in used.sorted() {
      guard var security = names.unknown[id] else { continue }
      // A call counts as its shares where a loss of those is weighed (IRC 1091(a)).
      if let symbol = security.optionSymbol, symbol.isCall {
        security.group = groups[SecurityID(symbol.underlying)] ?? symbol.underlying
      }
      snapshot.household.securities.append(security)
    }
  }

  private mutating func addUnassignedAccounts() {
    for (id, printed) in contents.claims.unassigned.sorted(by: { $0.key < $1.key }) {
      var account = Account(id: id, name: printed.name ?? id.rawValue, kind: .other, treatment: .taxable)
      account.institution = printed.broker
      account.numbers = printed.number.isEmpty ? [] : [printed.number]
      snapshot.household.accounts.append(account)
      snapshot.unassigned.insert(id)
    }
  }

  private mutating func addPricesOfWhatNobodyHolds() {
    let held = Set(snapshot.holdings.map(\.security))
    for number in prices.securities {
      guard let id = names.ids[number], !held.contains(id), let quote = prices[number] else { continue }
      guard names.unknown[id] == nil || used.contains(id) else { continue }
      snapshot.prices[id] = quote.price
    }
  }

  private mutating func add(_ accountBook: HouseholdBooks.AccountBook) {
    let id = accountBook.id
    let entries = accountBook.entries
    let positions = accountBook.positions
    let account = snapshot.household.accounts.first { $0.id == id }
    var gains = RealisedGains(account: id, short: .zero, long: .zero, isIncomplete: false)
    var longGains: [SecurityID: Money] = [:]
    var hasGains = false
    var lotIDs: [Int: LotID] = [:]
    for (security, number) in names.sorted(positions.events.keys) {
      guard let events = positions.events[number], let book = accountBook.books[number] else { continue }
      report(book, account: id, security: security)
      for gain in book.realised where gain.sold.year == asOf.year {
        hasGains = true
        gains.add(gain)
        longGains.add(gain, of: security)
      }
      var lotNames = LotNames(account: id, security: security, events: events)
      hold(
        book, number: number, security: security, account: id, list: accountBook.lists.last { $0.counts(number) },
        names: &lotNames, &lotIDs)
    }
    for gain in entries.compactMap({ $0.distributedGain(in: asOf.year) }) {
      hasGains = true
      gains.add(gain, isLongTerm: true)
    }
    addRecentTrades(entries, account: account, books: accountBook.books, lotIDs: lotIDs)
    addStatedSales(account: account, books: accountBook.books)
    if hasGains, isTaxable(account) {
      snapshot.realised.append(gains)
      snapshot.longGains[id] = longGains
    }
    addCash(of: accountBook.history, entries, account: account, id: id)
    reportCurrencies(of: accountBook.history, account: id)
    reportOversized(positions.oversized.compactMap { names.ids[$0] }, account: id)
  }

  func isTaxable(_ account: Account?) -> Bool {
    guard let account, !snapshot.unassigned.contains(account.id) else { return false }
    return account.treatment == .taxable
  }

  private mutating func hold(
    _ book: BookedPosition, number: Int, security: SecurityID, account: AccountID, list: PositionList?,
    names lotNames: inout LotNames, _ lotIDs: inout [Int: LotID]
  ) {
    guard !book.lots.isEmpty else { return }
    let stated = list?.stated[number]
    let isForeign = stated?.isForeign ?? false
    let rate = stated.flatMap(\.currency).flatMap { self.rate(of: $0) }
    let quote = isForeign ? nil : prices[number]
    var lots: [TaxLot] = []
    for lot in book.lots {
      let id = lotNames.name(of: lot)
      if let source = lot.source { lotIDs[source] = lotIDs[source] ?? id }
      lots.append(
        TaxLot(id: id, quantity: lot.quantity, basis: lot.basis, acquired: lot.acquired, origin: lot.origin))
    }
    var holding = Holding(
      account: account, security: security, lots: lots, price: quote?.price, priceDay: quote?.day, value: .zero)
    if let quote {
      guard let value = Money(holding.quantity, at: quote.price)?.bounded else {
        return reportOversized([security], account: account)
      }
      holding.value = value
    }
    if !isForeign, let stated, let value = stated.value, stated.quantity == holding.quantity,
      quote?.isDivided != true, stated.priceDay >= quote?.day ?? stated.priceDay
    {
      holding.value = value
    }
    if let stated, let rate { holding.value(by: stated, rate) }
    if let stated { holding.divide(among: stated.sources) }
    guard takeRoom(for: [holding.value] + lots.compactMap(\.basis)) else {
      return reportOversized([security], account: account)
    }
    used.insert(security)
    snapshot.holdings.append(holding)
    if let quote, quote.isDivided { report(quote, dividedFor: holding) }
    reportGaps(of: holding, isForeign: isForeign && rate == nil, statedValue: stated?.value)
  }

  /// Whether the amounts still fit beside all others.
  private mutating func takeRoom(for amounts: [Money]) -> Bool {
    let size = amounts.reduce(Int128(0)) { $0 + Int128($1.steps.magnitude) }
    guard size <= room else { return false }
    room -= size
    return true
  }

  private mutating func addCash(of history: AccountHistory, _ entries: [BookedEntry], account: Account?, id: AccountID)
  {
    let names = names
    let cash = CashBook(
      history, entries: entries, asOf: asOf, currency: household.baseCurrency, isSweep: { names.isCash($0) },
      contents.securities)
    let foreign = foreignCash(of: history)
    guard var amount = cash.amount else {
      if let foreign { addCash(foreign.amount, on: foreign.day, account: id) }
      return
    }
    let canOwe = account.map { !$0.treatment.isSheltered } ?? true
    // An account that cannot borrow owes what it bought and has not paid yet: a statement's word for it counts.
    let least = min(.zero, cash.stated ?? .zero)
    report(cash, amount: amount, least: canOwe ? nil : least, account: id)
    if !canOwe { amount = max(amount, least) }
    addCash(Money.sum([amount, foreign?.amount ?? .zero]), on: cash.day, account: id)
  }

  private mutating func addCash(_ amount: Money?, on day: Day?, account: AccountID) {
    guard let amount, takeRoom(for: [amount]) else { return reportOversized([SecurityID("cash")], account: account) }
    snapshot.cash.append(CashHolding(account: account, amount: amount, day: day))
  }
}

extension [SecurityID: Money] {
  /// Adds a long-term gain that is known.
  fileprivate mutating func add(_ realised: BookedPosition.RealisedGain, of security: SecurityID) {
    guard realised.isLongTerm == true, let gain = realised.recognised,
      let sum = Money.sum([self[security] ?? .zero, gain])?.bounded
    else { return }
    self[security] = sum
  }
}

extension RealisedGains {
  /// Adds a sale's gain to its term, without what a wash sale disallows; what is not known makes the figures incomplete.
  fileprivate mutating func add(_ realised: BookedPosition.RealisedGain) {
    guard let gain = realised.recognised, let isLongTerm = realised.isLongTerm else {
      isIncomplete = true
      return
    }
    add(gain, isLongTerm: isLongTerm)
  }

  fileprivate mutating func add(_ gain: Money, isLongTerm: Bool) {
    guard let sum = Money.sum([isLongTerm ? long : short, gain])?.bounded else {
      isIncomplete = true
      return
    }
    if isLongTerm { long = sum } else { short = sum }
  }
}
