import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Workflows

/// What may be asked of a proposal, as a form that shows what is asked now.
struct ChoicesForm: Sendable {
  struct Option: Sendable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  let destinations: [Option]
  let washSales: [Option]
  let accounts: [Option]
  let tax: String
  let gain: String
  /// What `household.yaml` says where a field is left empty.
  let taxHint: String
  let gainHint: String
  let keepsCash: Bool
  let day: String?
  /// Whether something is asked that `household.yaml` does not say.
  let isOpen: Bool

  init(_ choices: RebalanceChoices, for view: HouseholdView, day: String?) {
    let policy = view.document.policy
    destinations = Self.options(choices.destination, policy.destination) { $0.words }
    washSales = Self.options(choices.washSales, policy.placement.washSalePolicy) { $0.words }
    accounts = view.snapshot.household.accounts.filter { !view.snapshot.unassigned.contains($0.id) }.map {
      Option(value: $0.id.rawValue, words: $0.name, isChosen: choices.held.contains($0.id))
    }
    tax = choices.yearlyTax?.formatted(places: 2) ?? ""
    gain = choices.yearlyGain?.formatted(places: 2) ?? ""
    taxHint = policy.placement.yearlyTaxBudget.map { $0.grouped(places: 2) } ?? "no limit"
    gainHint = policy.placement.yearlyGainBudget.map { $0.grouped(places: 2) } ?? "no limit"
    keepsCash = choices.keepsCash
    self.day = day
    isOpen = choices != RebalanceChoices()
  }

  private static func options<Value: CaseIterable & RawRepresentable & Equatable>(
    _ chosen: Value?, _ usual: Value, _ words: (Value) -> String
  ) -> [Option] where Value.RawValue == String {
    [Option(value: "", words: "as in household.yaml: \(words(usual))", isChosen: chosen == nil)]
      + Value.allCases.map { Option(value: $0.rawValue, words: words($0), isChosen: chosen == $0) }
  }
}

extension Destination {
  fileprivate var words: String {
    switch self {
    case .target: "to the targets"
    case .bandEdge: "to the edge of the band"
    case .halfBand: "half-way into the band"
    }
  }
}

extension PlacementSettings.WashSalePolicy {
  fileprivate var words: String {
    switch self {
    case .forbid: "none"
    case .price: "allowed, the loss counts as lost"
    case .match: "allowed, matched share by share as the law does"
    }
  }
}
