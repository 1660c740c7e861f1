import Measures
import Policy
import PortfolioModel
import Taxes

/// A rule that doing nothing may break, and that perhaps no plan can meet.
enum Demand: Hashable {
  case reserve(AccountID)
  case budget(TaxReturnID)
  case misallocation
  case weight(issuer: String)
  case yearlyTax
  case yearlyGain
}

/// A demand that no plan meets, and by how much the nearest one misses it: no plan may miss it by more.
struct UnmetDemand: Hashable {
  let demand: Demand
  let missing: Money

  /// - Parameter thousands: the value of a shortfall in the program.
  init(_ demand: Demand, missing thousands: Double) {
    self.demand = demand
    missing = (Money(nearest: thousands * 1000) ?? .zero).rounded(toPlaces: 2, .halfAwayFromZero)
  }

  /// That it cannot be met, in one sentence.
  var sentence: String {
    let dollars = missing.grouped(places: 2)
    return switch demand {
    case .reserve(let account):
      "\(account) cannot raise its cash to the reserve that it should keep: \(dollars) dollars are missing."
    case .budget(let taxReturn):
      "The tax of return \(taxReturn) cannot fall as far as its budget wants: it stays \(dollars) dollars above."
    case .misallocation: "Menus, cash and rules leave more off target than is allowed."
    case .weight(let issuer):
      "\(issuer) cannot come down to the weight that it may have: \(dollars) dollars are too much."
    case .yearlyTax: "The year's tax on gains cannot fall to its budget: it stays \(dollars) dollars above."
    case .yearlyGain: "The year's net gain cannot fall to its budget: it stays \(dollars) dollars above."
    }
  }
}

extension RebalanceProblem {
  /// The same problem with these demands lowered to what can be met, and no further.
  func without(_ demands: [UnmetDemand]) -> RebalanceProblem {
    var relaxed = self
    for unmet in demands {
      switch unmet.demand {
      case .reserve(let id):
        for index in accounts.indices where accounts[index].id == id {
          relaxed.accounts[index].cashReserve = accounts[index].cashReserve - unmet.missing
        }
      case .budget(let id):
        for index in taxReturns.indices where taxReturns[index].id == id {
          relaxed.taxReturns[index].taxBudget = taxReturns[index].taxBudget.map { $0 + unmet.missing }
        }
      case .misallocation: relaxed.maximumMisallocation = nil
      case .weight(let issuer):
        for index in securities.indices where securities[index].issuer == issuer {
          relaxed.securities[index].maximumWeight = nil
        }
      case .yearlyTax: relaxed.settings.yearlyTaxBudget = settings.yearlyTaxBudget.map { $0 + unmet.missing }
      case .yearlyGain: relaxed.settings.yearlyGainBudget = settings.yearlyGainBudget.map { $0 + unmet.missing }
      }
    }
    return relaxed
  }
}
