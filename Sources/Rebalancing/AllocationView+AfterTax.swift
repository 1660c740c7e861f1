public import Allocation
import Measures
public import PortfolioModel
public import Taxes

extension AllocationView {
  /// The after-tax view of a household as its proposals count it: each account's dollars for the part that the taxes to come leave of
  /// them, the same for all that it holds.
  public static func afterTax(of snapshot: HouseholdSnapshot, taxReturns: [TaxReturnProfile]) -> AllocationView {
    .weighted(factors(of: snapshot, taxReturns: taxReturns))
  }

  /// By account, what its dollars are worth after the taxes to come, by the rates of its tax return; the only one where it names none.
  static func factors(of snapshot: HouseholdSnapshot, taxReturns: [TaxReturnProfile]) -> [AccountID: Weight] {
    let only = taxReturns.count == 1 ? taxReturns.first : nil
    var factors: [AccountID: Weight] = [:]
    for account in snapshot.household.accounts {
      guard let profile = account.taxReturn.map({ id in taxReturns.first { $0.id == id } }) ?? only else { continue }
      let rates = FutureTaxRates(
        withdrawal: profile.withdrawalRate ?? profile.ordinaryLocationRate, gain: profile.futureGainRate)
      let view = AllocationView.afterTax([account.id: rates])
      var plain = Money.zero
      var counted = Money.zero
      for holding in snapshot.holdings where holding.account == account.id {
        plain += holding.value
        counted += view.value(of: holding, treatment: account.treatment)
      }
      for cash in snapshot.cash where cash.account == account.id {
        plain += cash.amount
        counted += view.value(of: cash, treatment: account.treatment)
      }
      if plain > .zero, counted > .zero { factors[account.id] = counted.fraction(of: plain) }
    }
    return factors
  }
}
