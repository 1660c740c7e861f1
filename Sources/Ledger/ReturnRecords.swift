import Booking
import Diagnostics
import Measures
import Performance
import PortfolioModel
import Statements

/// What returns are made of, account by account, from everything that the ledger holds until a day.
struct ReturnRecords {
  private let contents: LedgerContents
  private let household: Household
  private let asOf: Day
  private let describe: (Security) -> Security
  let books: HouseholdBooks
  let names: SecurityNames
  let prices: PriceHistory
  private let flows: [MoneyFlows]
  private var worths: [Day: [AccountID: ReturnRecord.Valuation]] = [:]

  init(
    _ contents: LedgerContents, household: Household, asOf: Day, describedBy describe: @escaping (Security) -> Security
  ) {
    self.contents = contents
    self.household = household
    self.asOf = asOf
    self.describe = describe
    let names = SecurityNames(contents, household: household)
    let books = HouseholdBooks(
      contents, household: household, asOf: asOf, names: names, groups: names.groups(household, describedBy: describe))
    let prices = PriceHistory(contents, books.accounts, currency: household.baseCurrency)
    let sheltered = Set(household.accounts.filter(\.treatment.isSheltered).map(\.id))
    flows = books.accounts.map {
      MoneyFlows($0, isSheltered: sheltered.contains($0.id), books.transfers, prices)
    }
    (self.names, self.books, self.prices) = (names, books, prices)
  }

  /// The records of the accounts, in the order of `books`, and the one of all together.
  mutating func made() -> (accounts: [ReturnRecord], total: ReturnRecord, matched: [MatchedTransfer]) {
    let starts = books.accounts.map(\.firstKnownDay)
    let lists = Set(books.accounts.flatMap { $0.lists.map(\.day) } + starts.compactMap { $0?.day })
    let last = lastDay(lists, starts)
    var days = lists.filter { day in
      day <= last
        && !lists.contains { $0 > day && $0 <= last && $0.civil.month == day.civil.month && $0.year == day.year }
    }
    days.formUnion(starts.compactMap { $0?.day })
    days.formUnion(
      ReportingPeriod.boundaries(from: starts.compactMap { $0?.day }.min() ?? last, through: last))
    for day in days.sorted() { value(on: day) }
    let (inside, matches) = MoneyFlows.internalFlows(flows, books.transfers)
    var internalFlows: [CashFlow] = []
    let records = books.accounts.indices.map { index -> ReturnRecord in
      let account = books.accounts[index]
      guard let start = starts[index] else {
        let doubt = "no statement says what \(account.id) held"
        return ReturnRecord(valuations: [.init(day: last, doubt: doubt)], flows: [])
      }
      internalFlows += inside[index].filter { $0.day > start.day }
      return ReturnRecord(
        valuations: days.filter { $0 >= start.day }.map { day in
          if start.isEmpty, day == start.day { return .init(day: day, amount: .zero) }
          return worths[day]?[account.id] ?? .init(day: day, amount: .zero)
        },
        flows: flows[index].movements.filter { $0.day > start.day }.map { CashFlow(day: $0.day, amount: $0.amount) },
        gaps: flows[index].gaps + account.gaps(after: start.day, through: last, names))
    }
    let matched = matches.map { match in
      MatchedTransfer(
        from: books.accounts[match.giver].id, to: books.accounts[match.receiver].id, left: match.left,
        arrived: match.arrived, amount: match.amount)
    }
    return (records, ReturnRecord(joining: records, internalFlows: internalFlows), matched)
  }

  /// The day looked at, or the latest one before it on which everything has a worth.
  private mutating func lastDay(_ lists: Set<Day>, _ starts: [(day: Day, isEmpty: Bool)?]) -> Day {
    let ids = zip(books.accounts, starts).compactMap { account, start in start.map { (account.id, $0.day) } }
    for day in [asOf] + lists.filter({ $0 < asOf }).sorted(by: >).prefix(8) {
      value(on: day)
      let isKnown = ids.allSatisfy { id, start in start > day || worths[day]?[id]?.doubt == nil }
      if isKnown { return day }
    }
    return lists.max() ?? asOf
  }

  private mutating func value(on day: Day) {
    guard worths[day] == nil else { return }
    var making = SnapshotMaking(contents, household: household, asOf: day)
    making.make(describedBy: describe)
    let snapshot = making.snapshot
    let cashless = Set(zip(books.accounts, flows).filter(\.1.isCashless).map(\.0.id))
    var found: [AccountID: ReturnRecord.Valuation] = [:]
    for account in books.accounts.map(\.id) {
      let holdings = snapshot.holdings.filter { $0.account == account }
      if let stale = holdings.first(where: { $0.isUnpriced(on: day) }) {
        found[account] = .init(
          day: day,
          doubt: "no price of \(stale.security) in \(account) is known of the \(PriceHistory.tolerance) days to \(day)")
        continue
      }
      let cash = cashless.contains(account) ? [] : snapshot.cash.filter { $0.account == account }.map(\.amount)
      guard let sum = Money.sum(holdings.map(\.value) + cash) else {
        found[account] = .init(day: day, doubt: "the numbers of \(account) are too large to be added up")
        continue
      }
      found[account] = .init(day: day, amount: sum)
    }
    worths[day] = found
  }
}

extension Holding {
  fileprivate func isUnpriced(on day: Day) -> Bool {
    guard !quantity.isZero else { return false }
    guard let price, let priceDay else { return true }
    return price != Price(1) && day - priceDay > PriceHistory.tolerance
  }
}

extension HouseholdBooks.AccountBook {
  /// The first day whose worth is known: the day before the first transaction where the ledger knows the account from its
  /// opening on, else that of the first statement that says what it holds.
  fileprivate var firstKnownDay: (day: Day, isEmpty: Bool)? {
    let stated = history.files.filter { !$0.isHandWritten }.flatMap(\.statements)
      .filter { !$0.positions.isEmpty || $0.cash != nil }.compactMap(\.stateDay).min()
    if let first = entries.first?.witness.day, isKnownFromOpening(firstStated: stated) {
      return (first.adding(days: -1), true)
    }
    return stated.map { ($0, false) }
  }

  /// Whether transactions explain all that the first statement states.
  private func isKnownFromOpening(firstStated: Day?) -> Bool {
    let isMissing = books.values.contains { book in
      book.findings.contains { finding in
        if case .missingHistory = finding { true } else { false }
      }
    }
    guard !isMissing, let firstStated, let first = entries.first, first.witness.day <= firstStated else {
      return false
    }
    let statements = history.files.flatMap(\.statements).filter { $0.stateDay == firstStated }
    guard let cash = Money.sum(statements.compactMap(\.cash)),
      let moved = Money.sum(entries.filter { $0.witness.day <= firstStated }.map(\.cash))
    else { return false }
    return cash == moved
  }

  /// What is missing after a day: units that transactions do not explain, and times of which no file lists transactions.
  fileprivate func gaps(after start: Day, through last: Day, _ names: SecurityNames) -> [ReturnRecord.Gap] {
    var gaps: [ReturnRecord.Gap] = []
    for (security, number) in names.sorted(books.keys) {
      for finding in books[number]?.findings ?? [] {
        switch finding {
        case .missingHistory(let day, _) where day > start:
          gaps.append(
            ReturnRecord.Gap(
              from: lastList(before: day) ?? start, through: day,
              reason: "transactions do not explain the \(security) that \(id) had on \(day)"))
        case .countDiffers(let day, let stated, let derived) where day > start:
          gaps.append(
            ReturnRecord.Gap(
              from: lastList(before: day) ?? start, through: day,
              reason: "\(id) held \(stated) \(security) on \(day), and \(derived) by its transactions"))
        default: continue
        }
      }
    }
    var from = start.adding(days: 1)
    while let gap = history.uncovered(from: from, to: last) {
      if gap.to - gap.from > Self.quietDays {
        gaps.append(
          ReturnRecord.Gap(
            from: gap.from, through: gap.to, reason: "no file lists transactions of \(id) from \(gap.from) to \(gap.to)"
          )
        )
      }
      from = gap.to.adding(days: 1)
    }
    return gaps
  }

  /// A quarter: files that do not say which days they cover seem to end with their last transaction.
  private static let quietDays = 92

  private func lastList(before day: Day) -> Day? { lists.last { $0.day < day }?.day }
}
