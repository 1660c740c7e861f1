public import Booking
public import Diagnostics
public import Measures
import PortfolioModel

/// Where statements and transactions disagree: `hearth reconcile`.
public struct ReconciliationReport: Report {
  public let asOf: Day
  public let reconciliation: Reconciliation
  public let diagnostics: [Diagnostic]

  public init(_ reconciliation: Reconciliation, asOf: Day, diagnostics: [Diagnostic]) {
    self.reconciliation = reconciliation
    self.asOf = asOf
    self.diagnostics = diagnostics
  }

  /// The document `hearth.reconciliation/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.reconciliation/1"),
      "asOf": .string(asOf.description),
      "checked": .integer(reconciliation.checked),
      "differences": .array(reconciliation.discrepancies.map(json(of:))),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    let all = reconciliation.discrepancies
    var output = ""
    for discrepancy in all {
      let place = discrepancy.place.map { "\($0): " } ?? ""
      let line = "\(place)\(discrepancy.message)"
      output += (discrepancy.severity == .note ? style.dim(line) : style.warning(line)) + "\n"
      output += "  → \(discrepancy.remedy)\n"
    }
    if !all.isEmpty { output += "\n" }
    let differing = all.count { $0.severity != .note }
    return output
      + "\(reconciliation.checked) stated numbers were checked: \(differing) differ, \(all.count - differing) are worth a note.\n"
  }

  private func json(of discrepancy: Discrepancy) -> JSONValue {
    let (stated, derived) = discrepancy.numbers
    return .object([
      "kind": .string(discrepancy.kind),
      "severity": .string(discrepancy.severity.rawValue),
      "account": .string(discrepancy.account.rawValue),
      "security": .text(discrepancy.security),
      "day": .string(discrepancy.day.description),
      "stated": stated,
      "derived": derived,
      "file": .text(discrepancy.place?.file),
      "line": discrepancy.place?.line.map { .integer($0) },
      "message": .string(discrepancy.message),
      "remedy": .string(discrepancy.remedy),
    ])
  }
}

extension Discrepancy {
  /// What is stated and what follows, where both are numbers.
  fileprivate var numbers: (stated: JSONValue?, derived: JSONValue?) {
    switch subject {
    case .units(let stated, let derived, _): (.number(stated), .number(derived))
    case .cash(let stated, let derived), .value(let stated, let derived), .disallowed(let stated, let derived):
      (.number(stated, places: 2), .number(derived, places: 2))
    case .history(let units), .transfer(let units): (.number(units), nil)
    }
  }
}
