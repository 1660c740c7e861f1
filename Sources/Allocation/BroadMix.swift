public import Measures
public import PortfolioModel

/// The three kinds of money whose history is long: what a mix comes to when a household asks how deep it can fall.
public enum BroadClass: String, Sendable, Hashable, CaseIterable {
  /// And whatever is neither bonds nor cash: it may fall as far.
  case stocks
  case bonds, cash
}

/// A household's money, or its target, in stocks, bonds and cash; they sum to one.
public struct BroadMix: Sendable, Hashable {
  public let stocks: Weight
  public let bonds: Weight
  public let cash: Weight

  public init(bonds: Weight, cash: Weight) {
    stocks = Weight(1) - bonds - cash
    self.bonds = bonds
    self.cash = cash
  }

  /// What is held; what no class is known of counts as stocks.
  public init?(of allocation: AssetAllocation, kind: (AssetClassID) -> BroadClass) {
    guard allocation.total > .zero else { return nil }
    self.init(allocation.classes.filter(\.isLeaf).map { (kind($0.id), $0.weight) })
  }

  /// What is wanted; `nil` without targets. A target that spans several kinds is divided as its parts are held now.
  public init?(of targets: [Target], in tree: ClassTree, held: AssetAllocation, kind: (AssetClassID) -> BroadClass) {
    guard !targets.isEmpty else { return nil }
    let values = Dictionary(held.classes.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    self.init(
      targets.flatMap { target -> [(BroadClass, Weight)] in
        let leaves = tree.classes.map(\.id)
          .filter { tree.isLeaf($0) && tree.lineage(of: $0).contains(target.assetClass) }
        guard Set(leaves.map(kind)).count > 1 else { return [(leaves.first.map(kind) ?? .stocks, target.weight)] }
        let whole = values[target.assetClass] ?? .zero
        return leaves.map { leaf in
          let part = (values[leaf] ?? .zero).fraction(of: whole)
          return (kind(leaf), target.weight.scaled(by: part, over: Weight(1), rounding: .halfEven) ?? .zero)
        }
      })
  }

  private init(_ parts: [(BroadClass, Weight)]) {
    func sum(_ kind: BroadClass) -> Weight {
      parts.reduce(.zero) { $1.0 == kind ? $0 + $1.1 : $0 }
    }
    self.init(bonds: sum(.bonds), cash: sum(.cash))
  }
}
