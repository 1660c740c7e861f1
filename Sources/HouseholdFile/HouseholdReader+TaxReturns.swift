import Diagnostics
import Measures
import PortfolioModel
import Taxes

extension HouseholdReader {
  static let taxReturnKeys = [
    "id", "members", "year", "status", "income", "qualified_dividends", "other_investment_income", "deduction",
    "realised_short", "realised_long", "realised_collectibles", "carry_forward_short", "carry_forward_long",
    "state_rate",
    "value_of_carry_short", "value_of_carry_long", "future_gain_rate", "location_rates", "withdrawal_rate", "cliffs",
    "tax_budget",
  ]

  mutating func readTaxReturns(_ element: Element?) {
    guard let element else { return }
    for item in reader.items(of: element) {
      guard let profile = taxReturn(item) else { continue }
      if taxReturns.contains(where: { $0.id == profile.id }) {
        reader.report(
          "household-duplicate", "two tax returns have the id “\(profile.id)”", item, remedy: "Give each its own id.")
      }
      taxReturns.append(profile)
    }
  }

  private mutating func taxReturn(_ element: Element) -> TaxReturnProfile? {
    let fields = reader.fields(of: element, known: Self.taxReturnKeys)
    for (key, remedy) in [
      ("year", "Write the year of the return, such as 2026."),
      ("status", "Write one of: \(FilingStatus.allCases.map(\.rawValue).joined(separator: ", "))."),
      ("income", "Write the ordinary income of the year, without gains and qualified dividends."),
    ] where fields[key] == nil { reader.missing(key, in: fields, remedy: remedy) }
    let id = reader.text(fields["id"]) ?? "return"
    let year = taxYear(fields["year"])
    let status = reader.word(fields["status"], FilingStatus.self)
    let income = reader.money(fields["income"], isSigned: true)
    var profile = TaxReturnProfile(
      id: TaxReturnID(id), year: year ?? TaxTable.latest.year, filingStatus: status ?? .single,
      ordinaryIncome: income ?? .zero)
    taxReturnMembers[profile.id] = readMemberNames(fields["members"])
    profile.deduction = .standard(aged: agedFilers(of: profile))
    readIncome(fields, into: &profile)
    readRates(fields, into: &profile)
    profile.cliffs = cliffs(fields["cliffs"])
    profile.taxBudget = reader.money(fields["tax_budget"])
    return profile
  }

  /// A year without a table: before the first one nothing can be reckoned, after the newest one only nearly.
  private mutating func taxYear(_ element: Element?) -> Int? {
    guard let element, let year = reader.wholeNumber(element, in: 1900...2100) else { return nil }
    let latest = TaxTable.latest.year
    let first = TaxTable.all.map(\.year).min() ?? latest
    if year < first {
      reader.report(
        "household-no-tax-table", "there is no tax table for \(year); the first is that of \(first)", element,
        remedy: "Write \(first) or a later year, with the income of that year.")
      return nil
    }
    if year > latest {
      reader.report(
        "household-no-tax-table",
        "there is no tax table for \(year) yet; taxes of this return are reckoned with that of \(latest)", element,
        remedy: "Read them as an estimate, and update Hearth when the amounts of \(year) are published.",
        severity: .warning)
    }
    return year
  }

  /// Filers who are 65 or over at the end of the year, which they are from the day before their birthday on
  /// (IRC 63(f)(1), Reg. 1.151-1(c)(2)). A joint return has two filers, any other one: those who are listed first.
  private func agedFilers(of profile: TaxReturnProfile) -> Int {
    let filers = (taxReturnMembers[profile.id] ?? []).prefix(profile.filingStatus == .marriedFilingJointly ? 2 : 1)
    return filers.count { filer in
      guard let born = members.first(where: { $0.id == filer })?.birthDay else { return false }
      return born.adding(days: -1).year + 65 <= profile.year
    }
  }

  private mutating func readMemberNames(_ element: Element?) -> [MemberID] {
    guard let element else { return members.map(\.id) }
    return reader.items(of: element).compactMap { item in
      reference(item, to: "member", among: members.map(\.id.rawValue)).map { MemberID($0) }
    }
  }

  private mutating func readIncome(_ fields: Fields, into profile: inout TaxReturnProfile) {
    profile.qualifiedDividends = reader.money(fields["qualified_dividends"]) ?? .zero
    profile.otherNetInvestmentIncome = reader.money(fields["other_investment_income"]) ?? .zero
    profile.realisedShort = reader.money(fields["realised_short"], isSigned: true) ?? .zero
    profile.realisedLong = reader.money(fields["realised_long"], isSigned: true) ?? .zero
    profile.realisedCollectible = reader.money(fields["realised_collectibles"], isSigned: true) ?? .zero
    profile.carryShort = reader.money(fields["carry_forward_short"]) ?? .zero
    profile.carryLong = reader.money(fields["carry_forward_long"]) ?? .zero
    if let written = fields["deduction"], written.scalar != "standard", let dollars = reader.money(written) {
      profile.deduction = .itemised(dollars)
    }
  }

  /// Rates that nobody stated are 22 % on ordinary income and 15 % on gains and qualified dividends, the rates that most
  /// households pay (IRC 1(j), 1(h)), each plus the state's.
  private mutating func readRates(_ fields: Fields, into profile: inout TaxReturnProfile) {
    let state = reader.rate(fields["state_rate"], usual: Rate(steps: 150_000_000_000)) ?? .zero
    profile.stateRate = state
    let location = fields["location_rates"].map { reader.fields(of: $0, known: ["ordinary", "qualified"]) }
    profile.ordinaryLocationRate = reader.rate(location?["ordinary"]) ?? Rate(steps: 220_000_000_000) + state
    profile.qualifiedLocationRate = reader.rate(location?["qualified"]) ?? Rate(steps: 150_000_000_000) + state
    profile.withdrawalRate = reader.rate(fields["withdrawal_rate"])
    profile.futureGainRate = reader.rate(fields["future_gain_rate"]) ?? Rate(steps: 100_000_000_000)
    profile.valueOfCarryShort = reader.rate(fields["value_of_carry_short"]) ?? Rate(steps: 140_000_000_000)
    profile.valueOfCarryLong = reader.rate(fields["value_of_carry_long"]) ?? Rate(steps: 100_000_000_000)
  }

  private static let mostCliffs = Money(1_000_000_000)

  private mutating func cliffs(_ element: Element?) -> [TaxReturnProfile.MAGICliff] {
    guard let element else { return [] }
    var sum = Money.zero
    return reader.items(of: element).compactMap { item in
      let fields = reader.fields(of: item, known: ["threshold", "cost"])
      for key in ["threshold", "cost"] where fields[key] == nil {
        reader.missing(key, in: fields, remedy: "A cliff has a threshold of income and a cost in dollars.")
      }
      guard let threshold = reader.money(fields["threshold"]), let cost = reader.money(fields["cost"]) else {
        return nil
      }
      sum += cost
      guard sum < Self.mostCliffs else {
        reader.report(
          "household-out-of-range", "the cliffs up to this one cost \(sum) in all", item,
          remedy: "Write costs that sum to less than a thousand million dollars.")
        sum -= cost
        return nil
      }
      return TaxReturnProfile.MAGICliff(threshold: threshold, cost: cost)
    }
  }
}
