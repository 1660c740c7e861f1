public import Diagnostics
import Measures
public import PortfolioModel

/// What every account holds on a day: `hearth holdings`.
public struct HoldingsReport: Report {
  public let snapshot: HouseholdSnapshot
  public let diagnostics: [Diagnostic]

  public init(_ snapshot: HouseholdSnapshot, diagnostics: [Diagnostic]) {
    self.snapshot = snapshot
    self.diagnostics = diagnostics
  }

  /// The document `hearth.holdings/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.holdings/1"),
      "asOf": .string(snapshot.asOf.description),
      "holdings": .array(snapshot.holdings.map(json(of:))),
      "cash": .array(
        snapshot.cash.map {
          .object([
            "account": .string($0.account.rawValue), "amount": .number($0.amount, places: 2), "day": .text($0.day),
          ])
        }),
      "total": .number(snapshot.total, places: 2),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var output = ""
    for account in snapshot.household.accounts {
      let holdings = snapshot.holdings.filter { $0.account == account.id }
      var table = Table([
        .text("Security"), .text("Name", flexible: true), .number("Units"), .number("Price"), .text("of"),
        .number("Value"), .number("Gain"),
      ])
      for holding in holdings {
        let name = snapshot.name(of: holding.security)
        table.add([
          holding.security.rawValue, name == holding.security.rawValue ? "" : name, Figures.shares(holding.quantity),
          holding.price.map { Figures.price($0) } ?? "—", holding.priceDay?.description ?? "",
          Figures.dollars(holding.value), Self.gainText(of: holding, in: account),
        ])
        for source in holding.sources {
          table.add([
            "", "  of it \(source.name.isEmpty ? "without a source" : source.name)", Figures.shares(source.quantity),
            "", "",
            Figures.dollars(source.value), "",
          ])
        }
      }
      table.add(["Cash", "", "", "", "", Figures.dollars(snapshot.cash(in: account.id)), ""])
      table.addRule()
      table.add(["Total", "", "", "", "", Figures.dollars(snapshot.value(of: account.id)), ""])
      output += style.bold(account.name) + "\n" + table.rendered(style) + "\n"
    }
    return output + "Household: \(Figures.dollars(snapshot.total)) \(snapshot.household.baseCurrency)\n"
  }

  /// A gain means something only where it is taxed.
  public static func gainText(of holding: Holding, in account: Account) -> String {
    guard !account.treatment.isSheltered, holding.isPriced else { return "" }
    return holding.basis.map { Figures.dollars(holding.value - $0) } ?? "basis unknown"
  }

  private func json(of holding: Holding) -> JSONValue {
    .object([
      "account": .string(holding.account.rawValue),
      "security": .string(holding.security.rawValue),
      "name": .string(snapshot.name(of: holding.security)),
      "units": .number(holding.quantity),
      "price": holding.price.map { .number($0) },
      "priceDay": .text(holding.priceDay),
      "value": .number(holding.value, places: 2),
      "basis": holding.basis.map { .number($0, places: 2) },
      "gain": holding.isPriced ? holding.basis.map { .number(holding.value - $0, places: 2) } : nil,
      "lots": .integer(holding.lots.count),
      "sources": holding.sources.isEmpty
        ? nil
        : .array(
          holding.sources.map {
            .object([
              "name": .string($0.name), "units": .number($0.quantity), "value": .number($0.value, places: 2),
              "roth": .bool($0.isRoth),
            ])
          }),
    ])
  }
}
