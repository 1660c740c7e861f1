import Diagnostics
import Foundation

/// The keys of `household-case/1`: the decoder passes over one that it does not know, so a misspelt one would be lost.
enum CaseKeys {
  /// By the place of their object, indices left out.
  static let known: [String: Set<String>] = [
    "": [
      "schema", "name", "as_of", "settings", "members", "tax_units", "asset_classes", "securities", "accounts", "lots",
      "recent_transactions", "scheduled_buys",
    ],
    "settings": [
      "min_trade", "nuisance", "annuity", "drift_in", "drift_out", "wash_days", "no_round_trip", "cash_class",
      "cash_yield", "max_trades", "wash_policy", "max_misallocation", "lot_integrality", "short_term_gains",
      "yearly_tax_budget", "yearly_gain_budget",
    ],
    "members": ["id"],
    "tax_units": [
      "id", "year", "filing_status", "ordinary_income", "qualified_dividends", "other_nii", "deduction", "realised_st",
      "realised_lt", "realised_collectibles", "carry_st", "carry_lt", "state_rate", "value_carry_st", "value_carry_lt",
      "future_gain_rate",
      "location_rates", "magi_cliffs", "tax_budget",
    ],
    "tax_units.location_rates": ["ordinary", "qualified"],
    "tax_units.magi_cliffs": ["threshold", "cost"],
    "asset_classes": ["id", "target", "band"],
    "securities": [
      "id", "kind", "price", "classes", "expense_ratio", "yield", "qualified", "exempt", "foreign_tax", "spread",
      "group", "buyable", "collectible", "max_weight", "issuer",
    ],
    "accounts": [
      "id", "owner", "type", "tax_unit", "cash", "cash_reserve", "commission", "fractional_shares", "lot_method",
      "menu", "no_buy", "no_sell", "can_trade", "value_factor", "days_between_moves", "moves_a_month", "then_only",
    ],
    "lots": ["id", "account", "security", "shares", "basis", "acquired", "hold", "redemption_fee"],
    "recent_transactions": ["account", "security", "date", "action", "shares", "gain", "lot"],
    "scheduled_buys": ["account", "security", "date", "shares"],
  ]

  /// A warning for each key that means nothing, at the first place where it stands.
  static func strangers(in data: Data, file: String) -> [Diagnostic] {
    guard let document = try? JSONSerialization.jsonObject(with: data) else { return [] }
    var found: [String: Diagnostic] = [:]
    look(into: document, at: "", of: "") { place, kind, key, known in
      let meant = nearestName(to: key, among: known.sorted()).map { "Did you mean “\($0)”?" }
      let diagnostic = Diagnostic(
        .warning, code: "case-unknown-key", "“\(key)” means nothing here and is passed over.",
        at: SourceLocation(file: file), element: place, remedy: meant ?? "Take it out, or correct it.")
      if found[kind + "." + key] == nil { found[kind + "." + key] = diagnostic }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// - Parameters:
  ///   - place: the path of `value`, with indices.
  ///   - kind: the same without them.
  private static func look(
    into value: Any, at place: String, of kind: String, report: (String, String, String, Set<String>) -> Void
  ) {
    if let list = value as? [Any] {
      for (index, item) in list.enumerated() { look(into: item, at: "\(place)[\(index)]", of: kind, report: report) }
    }
    guard let object = value as? [String: Any], let known = known[kind] else { return }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      let inner = (place: place.isEmpty ? key : "\(place).\(key)", kind: kind.isEmpty ? key : "\(kind).\(key)")
      if known.contains(key) {
        look(into: value, at: inner.place, of: inner.kind, report: report)
      } else {
        report(inner.place, kind, key, known)
      }
    }
  }
}
