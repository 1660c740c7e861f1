import Allocation
import Diagnostics
import Measures
import Policy
import PortfolioModel

extension AllocationReport {
  /// The document `hearth.allocation/1`.
  ///
  /// `classes` divides the household: each dollar is in one of them or in `unclassified`. `tree` lists every class that
  /// holds something, with those above and below the targets.
  public var json: JSONValue {
    let divided = allocation.targeted.isEmpty ? allocation.classes.filter(\.isLeaf) : allocation.targeted
    return .object([
      "schema": .string("hearth.allocation/1"),
      "asOf": .string(allocation.asOf.description),
      "view": .string(viewName),
      "currency": .string(currency),
      "total": .number(allocation.total, places: 2),
      "classes": .array(divided.map { Self.json(of: $0) }),
      "tree": .array(allocation.classes.map { Self.json(of: $0) }),
      "accounts": .array(allocation.accounts.map { json(of: $0) }),
      "owners": .array(
        allocation.owners.map { share($0.id?.rawValue ?? "", $0.name, $0.value, $0.weight) }),
      "treatments": .array(
        allocation.treatments.map {
          share($0.treatment?.rawValue ?? "", $0.treatment?.title ?? "not said", $0.value, $0.weight)
        }),
      "unclassified": .array(
        allocation.unclassified.map {
          .object([
            "security": .string($0.security.rawValue), "name": .string($0.name), "value": .number($0.value, places: 2),
            "weight": .number($0.weight),
          ])
        }),
      "stale": .array(
        allocation.stale.map {
          .object([
            "account": .string($0.account.rawValue), "security": .text($0.security), "day": .text($0.day),
            "days": $0.age.map { .integer($0) }, "value": .number($0.value, places: 2),
          ])
        }),
      "due": decision.map { .bool($0.isDue) },
      "decision": decision.map { .string($0.description) },
      "goals": .array(goals.map(\.json)),
      "automatic": .array(resets.map(\.json)),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  private var viewName: String {
    if case .preTax = allocation.view { "pre-tax" } else { "after-tax" }
  }

  static func json(of one: ClassShare) -> JSONValue {
    .object([
      "id": .string(one.id.rawValue),
      "name": .string(one.name),
      "depth": .integer(one.depth),
      "value": .number(one.value, places: 2),
      "weight": .number(one.weight),
      "target": one.target.map { .number($0) },
      "band": one.band.map { .number($0) },
      "driftPoints": one.driftPoints.map { .number($0) },
      "driftRelative": one.relativeDrift.map { .number($0) },
      "inBand": one.isInBand.map { .bool($0) },
    ])
  }

  private func json(of one: AccountShare) -> JSONValue {
    .object([
      "id": .string(one.id.rawValue),
      "name": .string(one.name),
      "kind": .text(one.kind?.rawValue),
      "treatment": .text(one.treatment?.rawValue),
      "value": .number(one.value, places: 2),
      "weight": .number(one.weight),
      "cash": .number(one.cash, places: 2),
      "unassigned": .bool(one.isUnassigned),
    ])
  }

  private func share(_ id: String, _ name: String, _ value: Money, _ weight: Weight) -> JSONValue {
    .object([
      "id": .string(id), "name": .string(name), "value": .number(value, places: 2), "weight": .number(weight),
    ])
  }
}
