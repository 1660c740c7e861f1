import Measures
public import PortfolioModel

/// The household's asset classes as a tree that can be walked both ways; only leaves carry exposure.
public struct ClassTree: Sendable {
  /// Parents before their children, siblings in the household's order. A class of a circle of parents is not in the tree.
  public let classes: [AssetClass]
  private let children: [AssetClassID: [AssetClassID]]
  private let parents: [AssetClassID: AssetClassID]

  public init(_ classes: [AssetClass]) {
    var byID: [AssetClassID: AssetClass] = [:]
    for item in classes where byID[item.id] == nil { byID[item.id] = item }
    var children: [AssetClassID: [AssetClassID]] = [:]
    var parents: [AssetClassID: AssetClassID] = [:]
    var roots: [AssetClassID] = []
    var seen: Set<AssetClassID> = []
    for item in classes where seen.insert(item.id).inserted {
      if let parent = item.parent, byID[parent] != nil {
        children[parent, default: []].append(item.id)
        parents[item.id] = parent
      } else {
        roots.append(item.id)
      }
    }
    var ordered: [AssetClass] = []
    var pending = Array(roots.reversed())
    while let id = pending.popLast() {
      if let item = byID[id] { ordered.append(item) }
      pending.append(contentsOf: (children[id] ?? []).reversed())
    }
    self.classes = ordered
    self.children = children
    self.parents = parents
    members = Set(ordered.map(\.id))
  }

  private let members: Set<AssetClassID>

  public func contains(_ id: AssetClassID) -> Bool { members.contains(id) }
  public func isLeaf(_ id: AssetClassID) -> Bool { contains(id) && children[id] == nil }

  /// The classes directly below `id`, in the household's order.
  public func children(of id: AssetClassID) -> [AssetClassID] { children[id] ?? [] }

  /// The class itself and what it belongs to, nearest first; empty for a class that is not in the tree.
  public func lineage(of id: AssetClassID) -> [AssetClassID] {
    guard contains(id) else { return [] }
    var lineage = [id]
    var current = id
    while let parent = parents[current] {
      lineage.append(parent)
      current = parent
    }
    return lineage
  }

  /// How many classes stand above `id`.
  public func depth(of id: AssetClassID) -> Int { max(0, lineage(of: id).count - 1) }

  /// The targets completed so that every leaf belongs to exactly one: classes that nobody targeted want nothing.
  ///
  /// Such a class is the highest one without a target above or below it. Of two targets of one line the upper one counts;
  /// the household file refuses that.
  public func completed(_ targets: [Target], band: Band) -> [Target] {
    guard !targets.isEmpty else { return [] }
    let wanted = Dictionary(targets.map { ($0.assetClass, $0) }, uniquingKeysWith: { first, _ in first })
    var above: Set<AssetClassID> = []
    for target in targets { above.formUnion(lineage(of: target.assetClass).dropFirst()) }
    var completed: [Target] = []
    var covered: Set<AssetClassID> = []
    for item in classes {
      if let parent = item.parent, covered.contains(parent) {
        covered.insert(item.id)
      } else if let target = wanted[item.id] {
        completed.append(target)
        covered.insert(item.id)
      } else if !above.contains(item.id) {
        completed.append(Target(assetClass: item.id, weight: .zero, band: band))
        covered.insert(item.id)
      }
    }
    return completed
  }
}
