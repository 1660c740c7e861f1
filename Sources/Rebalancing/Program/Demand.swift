import PortfolioModel
import Taxes

/// A rule that doing nothing may break, and that perhaps no plan can meet.
enum Demand: Hashable {
  case reserve(AccountID)
  case budget(TaxReturnID)
  case misallocation

  /// That it cannot be met, in one sentence.
  var sentence: String {
    switch self {
    case .reserve(let account): "\(account) cannot raise its cash to the reserve that it should keep."
    case .budget(let taxReturn): "The tax of return \(taxReturn) cannot fall as far as its budget wants."
    case .misallocation: "Menus, cash and rules leave more off target than is allowed."
    }
  }
}

extension RebalanceProblem {
  /// The same problem without these demands. A reserve needs no change: an account below it may stay there.
  func without(_ demands: [Demand]) -> RebalanceProblem {
    var relaxed = self
    if demands.contains(.misallocation) { relaxed.maximumMisallocation = nil }
    for index in taxReturns.indices where demands.contains(.budget(taxReturns[index].id)) {
      relaxed.taxReturns[index].taxBudget = nil
    }
    return relaxed
  }
}
