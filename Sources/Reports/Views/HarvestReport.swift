public import Diagnostics
import Measures
import PortfolioModel
public import Rebalancing

/// Losses that could be taken today, with what may be held in their place: `hearth harvest`.
public struct HarvestReport: Report {
  let harvest: LossHarvest
  let diagnostics: [Diagnostic]

  public init(_ harvest: LossHarvest, diagnostics: [Diagnostic]) {
    self.harvest = harvest
    self.diagnostics = diagnostics
  }

  public func text(_ style: TextStyle) -> String {
    let words = sentences.map { $0 + "\n" }.joined()
    return table.map { $0.rendered(style) + "\n" + words } ?? words
  }

  /// `nil` where nothing is at a loss.
  public var table: Table? {
    guard !harvest.candidates.isEmpty else { return nil }
    var table = Table([
      .text("Security"), .text("Account", flexible: true), .day("Acquired"), .number("Units"), .number("Loss"),
      .text("Term"), .number("Tax saved"), .number("Later"), .number("Disallowed"), .day("Clean from"),
      .text("In its place", flexible: true),
    ])
    for one in harvest.candidates {
      table.add([
        one.lot.security.rawValue, one.lot.account.rawValue, one.lot.acquired.description,
        Figures.shares(one.lot.shares), Figures.dollars(one.loss), one.isLongTerm ? "long" : "short",
        Figures.dollars(one.taxSaved), Figures.dollars(one.laterValue),
        one.disallowed.isZero ? "" : Figures.dollars(one.disallowed),
        one.cleanFrom == harvest.asOf ? "now" : one.cleanFrom.description,
        one.replacement.map(Self.words) ?? "nothing known",
      ])
    }
    return table
  }

  /// What all of them are worth together, and from when on they may be bought again.
  public var sentences: [String] {
    guard !harvest.candidates.isEmpty else { return ["No lot of a taxable account is at a loss on \(harvest.asOf)."] }
    return [
      "Each sale by itself; all of them save \(Figures.dollars(harvest.taxSavedByAll)) of this year's tax.",
      "What is sold today may be bought again from \(harvest.buyBackFrom) on, in no account sooner.",
    ]
  }

  /// The name, and what of it lies elsewhere: `SCHB`, `IXUS, not on the menu, 4.5 % in other classes`.
  private static func words(_ replacement: Replacement) -> String {
    let difference = Figures.percent(replacement.difference, places: 1) + " in other classes"
    return replacement.security.rawValue + (replacement.isOnMenu ? "" : ", not on the menu")
      + (replacement.difference.isZero ? "" : ", " + difference)
  }

  /// The document `hearth.harvest/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.harvest/1"),
      "asOf": .string(harvest.asOf.description),
      "buyBackFrom": .string(harvest.buyBackFrom.description),
      "taxSavedByAll": .number(harvest.taxSavedByAll, places: 2),
      "candidates": .array(
        harvest.candidates.map { one in
          .object([
            "account": .string(one.lot.account.rawValue),
            "security": .string(one.lot.security.rawValue),
            "lot": .string(one.lot.id.rawValue),
            "units": .number(one.lot.shares),
            "acquired": .string(one.lot.acquired.description),
            "value": .number(one.value, places: 2),
            "loss": .number(one.loss, places: 2),
            "term": .string(one.isLongTerm ? "long" : "short"),
            "taxSaved": .number(one.taxSaved, places: 2),
            "laterValue": .number(one.laterValue, places: 2),
            "disallowed": .number(one.disallowed, places: 2),
            "cleanFrom": .string(one.cleanFrom.description),
            "replacement": .text(one.replacement?.security),
            "replacementDifference": one.replacement.map { .number($0.difference) },
            "replacementOnMenu": one.replacement.map { .bool($0.isOnMenu) },
          ])
        }),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }
}
