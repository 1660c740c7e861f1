public import Diagnostics
public import Measures
public import PortfolioModel
import Taxes

/// The open tax lots on a day: `hearth lots`.
public struct LotsReport: Report {
  public let snapshot: HouseholdSnapshot
  public let diagnostics: [Diagnostic]

  public init(_ snapshot: HouseholdSnapshot, diagnostics: [Diagnostic]) {
    self.snapshot = snapshot
    self.diagnostics = diagnostics
  }

  /// The document `hearth.lots/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.lots/1"),
      "asOf": .string(snapshot.asOf.description),
      "lots": .array(rows.map { json(of: $0) }),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([
      .text("Account", flexible: true), .text("Security"), .number("Units"), .text("Acquired"), .number("Basis"),
      .number("Value"), .number("Gain"), .text("Term"),
    ])
    for row in rows {
      table.add([
        snapshot.name(of: row.holding.account), row.holding.security.rawValue, Figures.shares(row.lot.quantity),
        row.lot.acquired?.description ?? "unknown", row.lot.basis.map { Figures.dollars($0) } ?? "unknown",
        row.value.map { Figures.dollars($0) } ?? "—", row.gain.map { Figures.dollars($0) } ?? "",
        row.isLongTerm(on: snapshot.asOf).map { $0 ? "long" : "short" } ?? "",
      ])
    }
    return table.rendered(style)
  }

  public struct Row: Sendable {
    public let holding: Holding
    public let lot: TaxLot
    /// The lot's part of the holding's value, in proportion to its units.
    public let value: Money?

    public var gain: Money? {
      guard let value, let basis = lot.basis else { return nil }
      return Money.sum([value, -basis])
    }
    public func isLongTerm(on day: Day) -> Bool? {
      lot.origin == .inheritance ? true : lot.acquired.map { HoldingPeriod.isLongTerm(acquired: $0, sold: day) }
    }
  }

  public var rows: [Row] {
    snapshot.holdings.flatMap { holding in
      let units = holding.quantity
      return holding.lots.map { lot in
        // Of a gift, the price of the day decides which basis counts.
        let value = holding.isPriced ? holding.value.scaled(by: lot.quantity, over: units, rounding: .halfEven) : nil
        return Row(holding: holding, lot: lot.taxed(for: value), value: value)
      }
    }
  }

  private func json(of row: Row) -> JSONValue {
    .object([
      "id": .string(row.lot.id.rawValue),
      "account": .string(row.holding.account.rawValue),
      "security": .string(row.holding.security.rawValue),
      "units": .number(row.lot.quantity),
      "acquired": .text(row.lot.acquired),
      "basis": row.lot.basis.map { .number($0, places: 2) },
      "value": row.value.map { .number($0, places: 2) },
      "gain": row.gain.map { .number($0, places: 2) },
      "origin": row.lot.origin.word.map { .string($0) },
      "term": row.isLongTerm(on: snapshot.asOf).map { .string($0 ? "long" : "short") },
    ])
  }
}

extension LotOrigin {
  /// Nothing for what was bought.
  fileprivate var word: String? {
    switch self {
    case .purchase: nil
    case .gift: "gift"
    case .inheritance: "inheritance"
    }
  }
}
