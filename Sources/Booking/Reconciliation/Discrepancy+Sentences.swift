public import Diagnostics
import Measures
import PortfolioModel

extension Discrepancy {
  /// For tables and machines: `units`, `cash`, …
  public var kind: String {
    switch subject {
    case .units: "units"
    case .history: "history"
    case .cash: "cash"
    case .value: "value"
    case .transfer: "transfer"
    case .disallowed: "disallowed"
    }
  }

  /// With both numbers and the day.
  public var message: String {
    switch subject {
    case .units(let stated, let derived, _):
      "On \(day) \(account) held \(stated) \(name) by its statement, \(derived) by its transactions."
    case .history(let units):
      "\(units) \(name) in \(account) came from before \(day), the first day that the ledger knows of it."
    case .cash(let stated, let derived):
      "On \(day) \(account) had \(stated.cents) in cash by its statement, \(derived.cents) by its transactions."
    case .value(let stated, let derived):
      "On \(day) \(name) in \(account) is worth \(stated.cents) by its statement, \(derived.cents) by its units and price."
    case .transfer(let units):
      "\(units) \(name) came to \(account) on \(day) from elsewhere, without basis and date."
    case .disallowed(let stated, let derived):
      "Of the sale of \(name) in \(account) on \(day) the broker disallows \(stated.cents), the household's wash sales \(derived.cents)."
    }
  }

  public var remedy: String {
    switch subject {
    case .units(_, _, .split(let old, let new)):
      "Looks like a split of \(new) for \(old) that no statement shows: hearth record split \(account) \(name) \(new):\(old) --day DAY."
    case .units(_, _, .row(let day, let units, true)):
      "Rows of \(day) with \(units) units count more than once: if they are one transaction, undo the import of one of their files."
    case .units(_, _, .row(let day, let units, false)):
      "The row of \(day) with \(units) units is the difference: the statement has it on the other side of this day."
    case .units(_, _, .uncovered(let from, let to)):
      "Import the statement that lists the transactions from \(from) to \(to)."
    case .units(let stated, let derived, .unknown):
      stated > derived
        ? "Import the statement that shows the purchase or transfer; until then the surplus has no basis."
        : "Import the statement that shows the sale, transfer or fee; the statement's count stands."
    case .history where severity == .note: "Where basis has no meaning, as in an IRA, nothing need be done."
    case .history, .transfer:
      "Import older statements or the broker's lot file, or say them: hearth record lot \(account) \(name) UNITS --acquired DAY --basis DOLLARS."
    case .cash: "Import the statement that shows the missing transactions; the statement's balance stands."
    case .value: "Check the line: the stated value is used."
    case .disallowed:
      "A broker looks at one account; Hearth looks at all of the household. Use the larger for taxes, and ask a professional."
    }
  }

  /// The discrepancy among other messages.
  public var diagnostic: Diagnostic {
    Diagnostic(severity, code: "ledger-differs-\(kind)", message, at: place, remedy: remedy)
  }

  private var name: String { security?.rawValue ?? "cash" }
}

extension Money {
  fileprivate var cents: String { formatted(places: 2) }
}
