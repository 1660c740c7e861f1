import Measures
import PortfolioModel

extension Amounts {
  func classShares(tree: ClassTree, targets: [Target]) -> [ClassShare] {
    var values: [AssetClassID: Money] = [:]
    for (leaf, value) in leaves {
      for id in tree.lineage(of: leaf) { values[id, default: .zero] += value }
    }
    var sums: [AssetClassID: Weight] = [:]
    var bands: [AssetClassID: Weight] = [:]
    for target in targets {
      for id in tree.lineage(of: target.assetClass) { sums[id, default: .zero] += target.weight }
      bands[target.assetClass] = target.band.halfWidth(around: target.weight)
    }
    return tree.classes.compactMap { item in
      let value = values[item.id] ?? .zero
      let target = sums[item.id]
      guard !value.isZero || !(target ?? .zero).isZero else { return nil }
      return ClassShare(
        id: item.id, name: item.name, depth: tree.depth(of: item.id), isLeaf: tree.isLeaf(item.id), value: value,
        weight: weight(of: value), target: target, band: bands[item.id])
    }
  }

  func unclassifiedHoldings(of household: Household) -> [UnclassifiedHolding] {
    let securities = household.securities.keyed(by: \.id)
    return unclassified.sorted { $0.key < $1.key }.map { id, value in
      UnclassifiedHolding(
        security: id, name: securities[id]?.name ?? id.rawValue, value: value, weight: weight(of: value))
    }
  }

  /// In the household's order, then accounts that only the ledger knows.
  func accountShares(of snapshot: HouseholdSnapshot) -> [AccountShare] {
    let known = snapshot.household.accounts
    let order = known.map(\.id) + accounts.keys.filter { id in !known.contains { $0.id == id } }.sorted()
    let byID = known.keyed(by: \.id)
    return order.map { id in
      let value = accounts[id] ?? .zero
      let isUnassigned = snapshot.unassigned.contains(id) || byID[id] == nil
      return AccountShare(
        id: id, name: byID[id]?.name ?? id.rawValue, kind: isUnassigned ? nil : byID[id]?.kind,
        treatment: isUnassigned ? nil : byID[id]?.treatment, value: value, weight: weight(of: value),
        cash: accountCash[id] ?? .zero, isUnassigned: isUnassigned)
    }
  }

  /// Each account divided among its owners by largest remainder.
  func ownerShares(of snapshot: HouseholdSnapshot) -> [OwnerShare] {
    var values: [MemberID?: Money] = [:]
    let byID = snapshot.household.accounts.keyed(by: \.id)
    for (id, value) in accounts {
      let owners = byID[id]?.owners ?? []
      let parts = value.apportioned(by: owners.map(\.share))
      for (owner, part) in zip(owners, parts) { values[owner.member, default: .zero] += part }
      if let rest = parts.last, !rest.isZero { values[nil, default: .zero] += rest }
    }
    let names = snapshot.household.members.keyed(by: \.id)
    let unknown = values.keys.compactMap { $0 }.filter { names[$0] == nil }.sorted()
    var order: [MemberID?] = snapshot.household.members.map(\.id) + unknown
    if values[nil] != nil { order.append(nil) }
    return order.map { id in
      let value = values[id] ?? .zero
      let name = id.map { names[$0]?.name ?? $0.rawValue } ?? "nobody named"
      return OwnerShare(id: id, name: name, value: value, weight: weight(of: value))
    }
  }

  /// Those that occur, in the order of `TaxTreatment`; then what has none.
  var treatmentShares: [TreatmentShare] {
    var order: [TaxTreatment?] = TaxTreatment.allCases
    order.append(nil)
    return order.compactMap { treatment in
      treatments[treatment].map {
        TreatmentShare(treatment: treatment, value: $0, weight: weight(of: $0))
      }
    }
  }
}
