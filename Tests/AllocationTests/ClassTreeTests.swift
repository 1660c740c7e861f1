import Allocation
import Measures
import PortfolioModel
import TestSupport
import Testing

@Suite("The tree of classes")
struct ClassTreeTests {
  let tree = ClassTree(SmallHousehold.classes)
  let band = Band(absolute: "0.05", relative: "0.25")

  @Test("lineage goes up to the root")
  func lineage() {
    #expect(tree.lineage(of: "us") == ["us", "stock"])
    #expect(tree.lineage(of: "nowhere").isEmpty)
    #expect(tree.isLeaf("us") && !tree.isLeaf("stock") && !tree.isLeaf("nowhere"))
  }

  @Test("a target above its leaves covers them; what nobody targeted wants nothing")
  func completed() {
    let targets = [Target(assetClass: "stock", weight: "1", band: band)]
    let completed = tree.completed(targets, band: band).map { "\($0.assetClass) \($0.weight)" }
    #expect(completed == ["stock 1", "bond 0", "gold 0", "cash 0"])
  }

  @Test("a target on one leaf leaves its sibling with a target of zero")
  func sibling() {
    let targets = [Target(assetClass: "us", weight: "1", band: band)]
    let completed = tree.completed(targets, band: band).map { "\($0.assetClass) \($0.weight)" }
    #expect(completed == ["us 1", "intl 0", "bond 0", "gold 0", "cash 0"])
  }

  @Test("classes in a circle are not in the tree, and nothing hangs")
  func circle() {
    let tree = ClassTree([
      AssetClass(id: "a", name: "A", parent: "b"), AssetClass(id: "b", name: "B", parent: "a"),
      AssetClass(id: "c", name: "C"),
    ])
    #expect(tree.classes.map(\.id) == ["c"])
    #expect(tree.lineage(of: "a").isEmpty)
  }

  @Test("a quarter of a target of zero is no band, so the absolute one counts")
  func zero() {
    #expect(band.halfWidth(around: "0") == "0.05")
    #expect(band.halfWidth(around: "0.1") == "0.025")
    #expect(band.halfWidth(around: "0.6") == "0.05")
  }
}
