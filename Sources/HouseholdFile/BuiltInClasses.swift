import Measures
public import PortfolioModel

/// The class tree of a household that states none of its own; the built-in funds are described in its leaves.
public enum BuiltInClasses {
  public static let all: [AssetClass] = [
    AssetClass(id: "stock", name: "Stocks"),
    AssetClass(id: "us_stock", name: "US stocks", parent: "stock"),
    AssetClass(id: "intl_stock", name: "International stocks", parent: "stock"),
    AssetClass(id: "intl_developed", name: "Developed markets abroad", parent: "intl_stock"),
    AssetClass(id: "emerging", name: "Emerging markets", parent: "intl_stock"),
    AssetClass(id: "bond", name: "Bonds"),
    AssetClass(id: "us_bond", name: "US bonds", parent: "bond"),
    AssetClass(id: "tips", name: "Inflation-protected bonds", parent: "bond"),
    AssetClass(id: "intl_bond", name: "International bonds", parent: "bond"),
    AssetClass(id: "real_estate", name: "Real estate"),
    AssetClass(id: "gold", name: "Gold"),
    AssetClass(id: "commodities", name: "Commodities"),
    AssetClass(id: "crypto", name: "Crypto assets"),
    AssetClass(id: "cash", name: "Cash"),
    AssetClass(id: "other", name: "Other"),
  ]

  /// An exposure in built-in classes as one in a household's own; what has no class there is left out.
  static func exposure(
    _ exposure: [AssetClassID: Weight], in own: [AssetClassID: AssetClassID]
  ) -> [AssetClassID: Weight] {
    var result: [AssetClassID: Weight] = [:]
    for (id, weight) in exposure {
      if let leaf = own[id] { result[leaf, default: .zero] += weight }
    }
    return result
  }
}
