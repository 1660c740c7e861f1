import Booking
import Diagnostics
import Measures
import PortfolioModel

extension SnapshotMaking {
  /// What the events of a position do not explain. History that is missing matters where a sale needed it; of what is still
  /// held, `reportGaps` says that its basis is not known.
  mutating func report(_ book: BookedPosition, account: AccountID, security: SecurityID) {
    let isTaxable = isTaxable(snapshot.household.accounts.first { $0.id == account })
    let isNeeded = isTaxable && book.realised.contains { $0.basis == nil }
    for finding in book.findings {
      switch finding {
      case .missingHistory(let day, let quantity):
        guard isNeeded else { continue }
        warn(
          "ledger-missing-history",
          "\(quantity.magnitude) \(security) in \(account) came from before \(day), the first day that the ledger knows of it.",
          remedy:
            "Import older statements or the broker's lot file; until then basis and date of these lots are unknown.")
      case .countDiffers(let day, let stated, let derived):
        warn(
          "ledger-count-differs",
          "On \(day) \(account) held \(stated) \(security) by its statement, \(derived) by its transactions.",
          remedy: "Import the statements that lie between; the statement's count stands.")
      case .lotsDiffer(let day, let stated, let derived):
        warn(
          "ledger-lots-differ",
          "On \(day) the broker's lots of \(security) in \(account) sum to \(stated), those of its transactions to \(derived).",
          remedy: "Import the statements that lie between; the broker's lots stand.")
      case .noSuchLot(let day, _):
        warn(
          "ledger-no-such-lot", "A sale of \(security) in \(account) on \(day) names a lot that is not there.",
          remedy: "Import the statement that shows its purchase; the oldest lots were taken for it.")
      }
    }
  }

  /// What is missing of a holding: its price, its basis, its date, or a rate for its currency.
  mutating func reportGaps(of holding: Holding, isForeign: Bool, statedValue: Money?) {
    if isForeign {
      warn(
        "ledger-no-rate",
        "\(holding.security) in \(holding.account) is stated in another currency than \(household.baseCurrency)"
          + (statedValue.map { " (\($0))" } ?? "") + ", for which no rate is known; it is left out of every total.",
        remedy: Self.rateRemedy("CURRENCY", household.baseCurrency))
    } else if holding.price == nil, holding.value.isZero {
      warn(
        "ledger-no-price", "No statement until \(asOf) prices \(holding.security), held in \(holding.account).",
        remedy: "Import a statement that lists its price.")
    }
    guard isTaxable(snapshot.household.accounts.first { $0.id == holding.account }) else { return }
    let units = holding.lots.filter { $0.basis == nil || $0.acquired == nil }.reduce(.zero) { $0 + $1.quantity }
    guard !units.isZero else { return }
    warn(
      "ledger-missing-basis",
      "Basis or date of \(units) \(holding.security) in \(holding.account) is not known.",
      remedy:
        "Import older statements or the broker's lot file, or write it down with “hearth record lot”; what was spun off from another security takes its part of that one's basis with “hearth record allocation”."
    )
  }

  mutating func report(_ quote: PriceBook.Quote, dividedFor holding: Holding) {
    note(
      "ledger-price-before-split",
      "The latest price of \(holding.security) in \(holding.account), of \(quote.day), is from before its split; "
        + "divided by the ratio it is \(quote.price).")
  }

  mutating func report(_ cash: CashBook, amount: Money, least: Money?, account: AccountID) {
    if cash.isOversized {
      warn("ledger-number-too-large", "The cash movements of \(account) are too large to be added up.", remedy: nil)
    }
    if let sweep = cash.sweep {
      note(
        "ledger-sweep-once",
        "The cash of \(account), \(sweep.formatted(places: 2)), also stands among its positions and is counted there.")
    }
    if cash.isAssumedNone {
      note("ledger-cash-unstated", "No statement states the cash of \(account); none is assumed.")
    } else if cash.day == nil {
      note("ledger-cash-unstated", "The cash of \(account) is the sum of its transactions: no statement states it.")
    }
    guard let least else { return }
    if least.isNegative, amount.isNegative, let day = cash.day {
      note(
        "ledger-cash-owed",
        "The statement of \(day) states the cash of \(account) as \(least.formatted(places: 2)): it counts as purchases that are not paid yet."
      )
    }
    if amount < least {
      warn(
        "ledger-cash-below-zero",
        "The transactions of \(account) spend \((least - amount).formatted(places: 2)) more than it had; its cash is taken as \(least.isZero ? "none" : least.formatted(places: 2)).",
        remedy: "Import the statement that shows the contributions.")
    }
  }

  /// Amounts in another currency keep it; without a rate they are part of no total.
  mutating func reportCurrencies(of history: AccountHistory, account: AccountID) {
    for currency in history.currencies.subtracting([household.baseCurrency]).sorted() {
      if let rate = rate(of: currency) {
        note(
          "ledger-rate",
          "What \(account) states in \(currency) is valued at \(rate.price) \(household.baseCurrency), the rate of \(rate.day)."
        )
        continue
      }
      warn(
        "ledger-no-rate",
        "\(account) has amounts in \(currency), for which no rate is known; they are left out of every total.",
        remedy: Self.rateRemedy(currency, household.baseCurrency))
    }
  }

  mutating func reportOversized(_ securities: [SecurityID], account: AccountID) {
    for security in securities.sorted() {
      diagnostics.append(
        Diagnostic(
          .error, code: "ledger-number-too-large",
          "The numbers of \(security) in \(account) are too large to be added up; it is left out.",
          remedy: "Check the statements of this account."))
    }
  }

  private static func rateRemedy(_ currency: String, _ base: String) -> String {
    "Import rates, a CSV file with the columns date, symbol (\(currency)/\(base)), price: hearth prices import FILE."
  }

  private mutating func warn(_ code: String, _ message: String, remedy: String?) {
    diagnostics.append(Diagnostic(.warning, code: code, message, remedy: remedy))
  }

  private mutating func note(_ code: String, _ message: String) {
    diagnostics.append(Diagnostic(.note, code: code, message))
  }
}
