import Allocation
import Measures
import PortfolioModel

extension HouseholdReader {
  /// `classes:` as a tree, or the built-in one. A class may say which built-in ones it `covers`, so that built-in funds fit.
  mutating func readClasses(_ element: Element?) {
    if let element {
      var seen: Set<AssetClassID> = []
      readClasses(element, parent: nil, depth: 0, seen: &seen)
    } else {
      classes = BuiltInClasses.all
    }
    tree = ClassTree(classes)
    leafForBuiltIn = ownClasses
  }

  private mutating func readClasses(
    _ element: Element, parent: AssetClassID?, depth: Int, seen: inout Set<AssetClassID>
  ) {
    guard depth < 20 else {
      reader.wrongType(element, wanted: "a tree of at most 20 levels")
      return
    }
    for entry in reader.entries(of: element) {
      let id = AssetClassID(entry.name)
      if !seen.insert(id).inserted {
        reader.report(
          "household-duplicate", "the class “\(id)” stands twice in the tree", entry.key,
          remedy: "Name each class once.")
        continue
      }
      if let name = entry.value.scalar, !entry.value.isAbsent {
        classes.append(AssetClass(id: id, name: name, parent: parent))
        continue
      }
      let fields = reader.fields(of: entry.value, known: ["name", "covers", "children"])
      classes.append(AssetClass(id: id, name: reader.text(fields["name"]) ?? entry.name, parent: parent))
      let builtIn = BuiltInClasses.all.map(\.id.rawValue)
      for item in fields["covers"].map({ reader.items(of: $0) }) ?? [] {
        guard let name = reference(item, to: "built-in class", among: builtIn) else { continue }
        classForBuiltIn[AssetClassID(name)] = id
      }
      if let children = fields["children"] { readClasses(children, parent: id, depth: depth + 1, seen: &seen) }
    }
  }

  /// The class of all account cash: `cash` unless the file says otherwise.
  mutating func cashClass(_ element: Element?, in root: Element) -> AssetClassID {
    let leaves = tree.classes.map(\.id).filter { tree.isLeaf($0) }.map(\.rawValue)
    if let element {
      return AssetClassID(reference(element, to: "leaf class", among: leaves) ?? "cash")
    }
    if !tree.isLeaf("cash") {
      reader.report(
        "household-missing", "the tree of classes has no leaf “cash”", root,
        remedy: "Add the class “cash”, or name the class of cash with “cash_class:”.")
    }
    return "cash"
  }

  /// Weights over leaves, at most 100 % together.
  mutating func exposure(_ element: Element) -> [AssetClassID: Weight] {
    var exposure: [AssetClassID: Weight] = [:]
    var sum = Weight.zero
    for entry in reader.entries(of: element) {
      let id = AssetClassID(entry.name)
      guard checked(entry.name, at: entry.key, to: "class", among: tree.classes.map(\.id.rawValue)) else { continue }
      if !tree.isLeaf(id) {
        let children = tree.children(of: id).map(\.rawValue).joined(separator: ", ")
        reader.report(
          "household-not-a-leaf", "“\(id)” stands for several classes", entry.key,
          remedy: "Divide it among its parts: \(children).")
        continue
      }
      guard let weight = reader.weight(entry.value) else { continue }
      exposure[id] = weight
      sum += weight
    }
    if sum > Weight(1) {
      reader.report(
        "household-bad-sum", "the classes sum to \(percent(sum)), more than the whole", element,
        remedy: "Lower them to 100 % together; what is left out counts as unclassified.")
    }
    return exposure
  }

  func percent(_ weight: Weight) -> String { "\(PrintedNumber(Weight(steps: weight.steps * 100))) %" }

  /// The household's leaf for each built-in one: by `covers`, by the same name, or by a class above it.
  var ownClasses: [AssetClassID: AssetClassID] {
    let builtIn = ClassTree(BuiltInClasses.all)
    var result: [AssetClassID: AssetClassID] = [:]
    for id in builtIn.classes.map(\.id) where builtIn.isLeaf(id) {
      let candidates = builtIn.lineage(of: id).flatMap { [classForBuiltIn[$0], $0].compactMap { $0 } }
      result[id] = candidates.first { tree.isLeaf($0) }
    }
    return result
  }

  func translated(_ exposure: [AssetClassID: Weight]) -> [AssetClassID: Weight] {
    BuiltInClasses.exposure(exposure, in: leafForBuiltIn)
  }
}
