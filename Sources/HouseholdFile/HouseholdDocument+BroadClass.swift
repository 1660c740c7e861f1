public import Allocation
import Measures
public import PortfolioModel

extension HouseholdDocument {
  /// Whether a leaf of the household's tree is bonds or cash; everything else counts as stocks.
  ///
  /// Known by the built-in class that it stands for or lies under, else by its name or a name above it.
  public func broadClass(of leaf: AssetClassID) -> BroadClass {
    let builtIn = ClassTree(BuiltInClasses.all)
    let tree = ClassTree(household.assetClasses)
    let names = Dictionary(household.assetClasses.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func stands(for root: AssetClassID) -> Bool {
      ownClasses.contains { $0.value == leaf && builtIn.lineage(of: $0.key).contains(root) }
        || tree.lineage(of: leaf).contains { builtIn.lineage(of: $0).contains(root) }
    }
    if leaf == household.cashClass || stands(for: "cash") { return .cash }
    let words = tree.lineage(of: leaf).flatMap { [$0.rawValue, names[$0] ?? ""] }.map { $0.lowercased() }
    let isNamedBonds = words.contains { word in ["bond", "fixed income", "treasur"].contains { word.contains($0) } }
    return stands(for: "bond") || isNamedBonds ? .bonds : .stocks
  }
}
