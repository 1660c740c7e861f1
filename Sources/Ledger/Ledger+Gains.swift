public import Booking
public import Diagnostics
internal import GRDB
public import Measures
public import PortfolioModel

extension Ledger {
  /// What the household's taxable accounts realised in a year, as far as the ledger knows it on a day.
  ///
  /// - Parameter describe: what is known of securities that only statements name, such as their group for wash sales.
  public func gains(
    of year: Int, asOf day: Day, household: Household, describedBy describe: (Security) -> Security = { $0 }
  ) throws -> Reading<GainsOfYear> {
    let contents = try database.read { try LedgerContents($0, household: household) }
    let names = SecurityNames(contents, household: household)
    let books = HouseholdBooks(
      contents, household: household, asOf: day, names: names,
      groups: names.groups(household, describedBy: describe))
    let taxable = Set(household.accounts.filter { $0.treatment == .taxable }.map(\.id))
    let kinds = names.kinds(household, describedBy: describe)
    let reports = Dictionary(
      household.accounts.map { ($0.id, $0.brokerReport) }, uniquingKeysWith: { first, _ in first })
    var gains = GainsOfYear(year: year)
    var unassigned: Set<AccountID> = []
    for account in books.accounts {
      let lines = account.lines(of: year, names, kinds, stated: reports[account.id].flatMap { $0 })
      guard taxable.contains(account.id) else {
        if !lines.isEmpty, contents.claims.unassigned[account.id] != nil { unassigned.insert(account.id) }
        continue
      }
      gains.lines += lines
      let distributed = account.entries.compactMap { $0.distributedGain(in: year) }
      if let sum = Money.sum(distributed), !sum.isZero {
        gains.distributions.append(GainsOfYear.Distribution(account: account.id, amount: sum))
      }
    }
    gains.lines.sort { ($0.realised.sold, $0.account, $0.security) < ($1.realised.sold, $1.account, $1.security) }
    gains.disallowances = books.disallowances.filter { $0.sold.year == year }
    return Reading(
      gains,
      diagnostics: contents.claims.diagnostics + contents.securities.diagnostics + books.diagnostics
        + Self.doubts(about: gains, asOf: day, unassigned: unassigned))
  }

  private static func doubts(about gains: GainsOfYear, asOf day: Day, unassigned: Set<AccountID>) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let first = gains.incomplete.first {
      found.append(
        Diagnostic(
          .warning, code: "gains-incomplete",
          "Basis or day of purchase of \(gains.incomplete.count) lines is not known, the first is \(first.security) in \(first.account), sold on \(first.realised.sold); they are in no sum.",
          remedy: "Import older statements or the broker's lot file, or write them down with “hearth record lot”."))
    }
    for account in unassigned.sorted() {
      found.append(
        Diagnostic(
          .warning, code: "gains-unassigned",
          "Sales in \(account) are left out: nobody has said what kind of account it is.",
          remedy: "Claim its number for an account in household.yaml."))
    }
    let losses = gains.lines.filter { $0.realised.recognised?.isNegative ?? false }
    if let last = losses.map(\.realised.sold).max()?.adding(days: WashSaleAdjustment.window), last > day {
      found.append(
        Diagnostic(
          .note, code: "gains-not-final",
          "Purchases until \(last) may still disallow losses of \(gains.year); this is what is known on \(day)."))
    }
    return found
  }
}

extension HouseholdBooks.AccountBook {
  fileprivate func lines(
    of year: Int, _ names: SecurityNames, _ kinds: [SecurityID: Security.Kind], stated: BrokerReport?
  ) -> [GainsOfYear.Line] {
    names.sorted(books.keys).flatMap { security, number in
      (books[number]?.realised ?? []).filter { $0.sold.year == year }.map { realised in
        let report =
          stated
          ?? .required(
            of: kinds[security] ?? .other, acquired: realised.acquired, isInherited: realised.isInherited)
        return GainsOfYear.Line(account: id, security: security, realised: realised, report: report)
      }
    }
  }
}
