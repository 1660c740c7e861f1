import Measures
import Policy
import PortfolioModel
import Taxes

extension RebalanceProblem {
  /// A figure or a sum that is larger than the exact arithmetic of a proposal can be sure to hold.
  public struct Excess: Sendable, Hashable {
    /// Where it stands: `accounts`, `lots.L1`.
    public let element: String
    /// One sentence.
    public let sentence: String
  }

  /// What is too large in this problem; where nothing is, no sum, product or difference of a proposal can overflow.
  ///
  /// Ten thousand million dollars in all leave room for every price of drift and every present value of a year's cost.
  public var excesses: [Excess] {
    var found: [Excess] = []
    func limit(_ isWithin: Bool, _ element: String, _ sentence: String) {
      if !isWithin { found.append(Excess(element: element, sentence: sentence)) }
    }
    for security in securities {
      limit(
        Self.prices.contains(security.price), "securities.\(security.id)", "A share costs 400 million dollars at most.")
    }
    for lot in lots {
      limit(Self.prices.contains(lot.basis), "lots.\(lot.id)", "The basis of a share is 0 to 400 million dollars.")
    }
    limit(wealth <= Self.most, "accounts", "The household owns, or paid, more than ten thousand million dollars.")
    limit(
      (Quantity.sum(lots.map(\.shares.magnitude)) ?? Self.mostShares) < Self.mostShares, "lots",
      "The lots hold ten thousand million shares or more.")
    for account in accounts {
      limit(account.commission <= Self.mostFee, "accounts.\(account.id)", "A trade costs a million dollars at most.")
      limit(
        account.valueFactor <= Weight(10), "accounts.\(account.id)",
        "A dollar of an account counts for ten dollars at most.")
    }
    limit(settings.nuisance <= Self.mostFee, "settings", "A trade counts a million dollars at most.")
    limit(
      (Money.sum(taxReturns.flatMap { $0.cliffs.map(\.cost) }) ?? Self.most) < Self.most, "tax_returns",
      "The cliffs cost ten thousand million dollars or more.")
    for profile in taxReturns {
      limit(
        profile.isWithin(Self.mostIncome), "tax_returns.\(profile.id)", "An amount of this tax return is too large.")
    }
    return found
  }

  private static let prices = Price.zero...Price(400_000_000)
  private static let most = Money(10_000_000_000)
  private static let mostFee = Money(1_000_000)
  private static let mostIncome = Money(500_000_000_000)
  static let mostShares = Quantity(10_000_000_000)

  /// All cash, and what all lots are worth or have cost, whichever is more.
  private var wealth: Money {
    let prices = Dictionary(securities.map { ($0.id, $0.price) }, uniquingKeysWith: { first, _ in first })
    let amounts = lots.map { lot in
      Money(lot.shares.magnitude, at: max(prices[lot.security] ?? .zero, lot.basis))
    }
    guard amounts.allSatisfy({ $0 != nil }) else { return Money(steps: .max) }
    return Money.sum(accounts.map(\.cash.magnitude) + amounts.compactMap(\.self)) ?? Money(steps: .max)
  }
}

extension TaxReturnProfile {
  /// Whether every amount lies between minus `most` and `most`.
  fileprivate func isWithin(_ most: Money) -> Bool {
    let itemised: Money = if case .itemised(let amount) = deduction { amount } else { .zero }
    let amounts = [
      ordinaryIncome, qualifiedDividends, otherNetInvestmentIncome, itemised, realisedShort, realisedLong,
      realisedCollectible, carryShort,
      carryLong, taxBudget ?? .zero,
    ]
    return amounts.allSatisfy { (-most...most).contains($0) }
  }
}
