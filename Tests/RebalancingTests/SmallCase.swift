import CaseFile
import Diagnostics
import Foundation
import Rebalancing

/// A case of one taxable account with a gain, a loss and some cash, of which tests change single places.
enum SmallCase {
  static let text = """
    {"schema": "household-case/1", "name": "small", "as_of": "2026-11-23",
     "settings": {"min_trade": 250, "nuisance": 5, "annuity": 8, "drift_in": 0.01, "drift_out": 0.8, "wash_days": 30,
      "no_round_trip": true, "cash_class": "cash", "cash_yield": 0.036, "max_trades": null},
     "members": [{"id": "a"}],
     "tax_units": [{"id": "u", "year": 2026, "filing_status": "single", "ordinary_income": 90000,
      "qualified_dividends": 100, "other_nii": 0, "deduction": "standard", "realised_st": 0, "realised_lt": 0,
      "carry_st": 0, "carry_lt": 0, "state_rate": 0.05, "value_carry_st": 0.14, "value_carry_lt": 0.1,
      "future_gain_rate": 0.06, "location_rates": {"ordinary": 0.27, "qualified": 0.2},
      "magi_cliffs": [{"threshold": 109000, "cost": 900}]}],
     "asset_classes": [{"id": "us", "target": 0.5, "band": 0.01}, {"id": "bond", "target": 0.5, "band": 0.01},
      {"id": "cash", "target": 0, "band": 0.01}],
     "securities": [
      {"id": "VTI", "kind": "etf", "price": 330, "classes": {"us": 1}, "expense_ratio": 0.0003, "yield": 0.0125,
       "qualified": 0.95, "exempt": 0, "spread": 0.0002},
      {"id": "BND", "kind": "etf", "price": 73, "classes": {"bond": 1}, "expense_ratio": 0.0004, "yield": 0.039,
       "qualified": 0, "spread": 0.0002}],
     "accounts": [{"id": "T", "owner": "a", "type": "taxable", "tax_unit": "u", "cash": 5000, "cash_reserve": 100,
      "commission": 1, "lot_method": "specific", "menu": ["VTI", "BND"], "no_buy": [], "value_factor": 1}],
     "lots": [
      {"id": "L1", "account": "T", "security": "VTI", "shares": 200, "basis": 200, "acquired": "2020-01-02"},
      {"id": "L2", "account": "T", "security": "BND", "shares": 100, "basis": 80, "acquired": "2024-01-02"}],
     "recent_transactions": [
      {"account": "T", "security": "VTI", "date": "2026-11-01", "action": "sell", "shares": 1, "gain": 10}],
     "scheduled_buys": [{"account": "T", "security": "VTI", "date": "2026-12-01"}]}
    """

  /// The case with `new` in the place of every `old`.
  static func reading(_ changes: (old: String, new: String)...) -> Reading<RebalanceProblem> {
    var text = text
    for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
    return CaseFile.reading(Data(text.utf8), file: "small.json")
  }
}
