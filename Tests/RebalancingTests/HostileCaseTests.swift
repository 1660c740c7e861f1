import Diagnostics
import HiGHSSolver
import Measures
import PortfolioModel
import Rebalancing
import Testing

@Suite("Cases with figures that nobody has")
struct HostileCaseTests {
  @Test("the case itself is sound, and every change below changes it")
  func sound() throws {
    let reading = SmallCase.reading()
    #expect(reading.diagnostics == [])
    _ = try #require(reading.value)
  }

  /// Each was once a trap, or a tax of zero.
  @Test(
    "a figure out of range is an error at its path",
    arguments: [
      (#""wash_days": 30"#, #""wash_days": -1"#, "settings.wash_days"),
      (#""wash_days": 30"#, #""wash_days": 3000000000"#, "settings.wash_days"),
      (#""max_trades": null"#, #""max_trades": -4"#, "settings.max_trades"),
      (#""nuisance": 5"#, #""nuisance": 9e12"#, "settings.nuisance"),
      (#""min_trade": 250"#, #""min_trade": -1"#, "settings.min_trade"),
      (#""annuity": 8"#, #""annuity": 9e6"#, "settings.annuity"),
      (#""drift_out": 0.8"#, #""drift_out": 9e6"#, "settings.drift_out"),
      (#""cash": 5000"#, #""cash": 9e12"#, "accounts[0].cash"),
      (#""cash": 5000"#, #""cash": 2e10"#, "accounts"),
      (#""commission": 1"#, #""commission": 9e12"#, "accounts[0].commission"),
      (#""value_factor": 1"#, #""value_factor": 9e6"#, "accounts[0].value_factor"),
      (#""price": 330"#, #""price": 9e8"#, "securities[0].price"),
      (#""price": 330"#, #""price": 4e8"#, "accounts"),
      (#""basis": 200"#, #""basis": -9e8"#, "lots[0].basis"),
      (#""shares": 200"#, #""shares": 9e10"#, "lots[0].shares"),
      (#""shares": 200"#, #""shares": -200"#, "lots[0].shares"),
      (#""exempt": 0"#, #""exempt": -9.2e6"#, "securities[0].exempt"),
      (#""qualified": 0.95"#, #""qualified": -9.2e6"#, "securities[0].qualified"),
      (#""spread": 0.0002}]"#, #""spread": 2}]"#, "securities[1].spread"),
      (#"{"us": 1}"#, #"{"us": 1, "bond": 0.5}"#, "securities[0].classes"),
      (#""target": 0.5"#, #""target": 0.7"#, "asset_classes"),
      (#""band": 0.01}]"#, #""band": 9e6}]"#, "asset_classes[2].band"),
      (#""ordinary_income": 90000"#, #""ordinary_income": 9e12"#, "tax_units[0].ordinary_income"),
      (#""qualified_dividends": 100"#, #""qualified_dividends": 9e12"#, "tax_units[0].qualified_dividends"),
      (#""realised_st": 0"#, #""realised_st": -9e12"#, "tax_units[0].realised_st"),
      (#""carry_lt": 0"#, #""carry_lt": -1"#, "tax_units[0].carry_lt"),
      (#""state_rate": 0.05"#, #""state_rate": 9e6"#, "tax_units[0].state_rate"),
      (#""cost": 900"#, #""cost": 9e12"#, "tax_units[0].magi_cliffs[0].cost"),
      (#""cost": 900"#, #""cost": 2e10"#, "tax_returns"),
      (#""as_of": "2026-11-23""#, #""as_of": "2026-02-30""#, "as_of"),
      (#""gain": 10"#, #""gain": 9e12"#, "recent_transactions[0].gain"),
    ])
  func outOfRange(old: String, new: String, path: String) {
    let reading = SmallCase.reading((old, new))
    #expect(reading.value == nil)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.element) == [path], "\(reading.diagnostics)")
    #expect(errors.allSatisfy { $0.code == "case-invalid" && $0.place?.file == "small.json" && $0.remedy != nil })
  }

  @Test(
    "the largest figures that are read are solved and priced",
    arguments: [
      (#""cash": 5000"#, #""cash": 9900000000"#), (#""cash": 5000"#, #""cash": -9900000000"#),
      (#""nuisance": 5"#, #""nuisance": 1000000"#), (#""commission": 1"#, #""commission": 1000000"#),
      (#""min_trade": 250"#, #""min_trade": 99999999999"#), (#""annuity": 8"#, #""annuity": 100"#),
      (#""drift_out": 0.8"#, #""drift_out": 10"#), (#""value_factor": 1"#, #""value_factor": 10"#),
      (#""price": 330"#, #""price": 49000000"#), (#""price": 330"#, #""price": 0.0000000001"#),
      (#""price": 73"#, #""price": 0.01"#), (#""price": 330"#, #""price": 0"#),
      (#""basis": 200"#, #""basis": 49000000"#), (#""shares": 200"#, #""shares": 29000000"#),
      (#""shares": 200"#, #""shares": 0.00000001"#), (#""wash_days": 30"#, #""wash_days": 61"#),
      (#""wash_days": 30"#, #""wash_days": 0"#), (#""expense_ratio": 0.0003"#, #""expense_ratio": 1"#),
      (#""ordinary_income": 90000"#, #""ordinary_income": 99999999999"#),
      (#""ordinary_income": 90000"#, #""ordinary_income": -99999999999"#),
      (#""realised_lt": 0"#, #""realised_lt": -99999999999"#), (#""carry_st": 0"#, #""carry_st": 99999999999"#),
      (#""state_rate": 0.05"#, #""state_rate": 1"#), (#""cost": 900"#, #""cost": 9900000000"#),
      (#""as_of": "2026-11-23""#, #""as_of": "9999-12-31""#), (#""as_of": "2026-11-23""#, #""as_of": "0001-01-01""#),
      (#""acquired": "2020-01-02""#, #""acquired": "9999-12-31""#),
    ])
  func largest(old: String, new: String) throws {
    let problem = try SmallCase.reading((old, new)).get()
    var options = Rebalancer.Options()
    options.nodeLimit = 200
    let found = try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: problem)
    #expect(found.objective <= found.nothing.parts.objective || found.status == .infeasible)
  }

  @Test("a return of income beyond all households still owes tax")
  func taxOfMuch() throws {
    let much = (#""realised_lt": 0"#, #""realised_lt": 99999999999"#)
    let problem = try SmallCase.reading(much, (#""state_rate": 0.05"#, #""state_rate": 1"#)).get()
    let detail = ProposalChecker(problem).evaluation(
      of: ProposedTrades(
        sales: [.init(account: "T", security: "VTI", lot: "L1", shares: Quantity(10))], purchases: [])
    ).returns["u"]
    #expect(detail?.state == Money(1300))
  }

  @Test(
    "a name that means nothing is told with the one that was meant",
    arguments: [
      (#""no_buy": []"#, #""no_buy": ["VTX"]"#, "accounts[0].no_buy", "VTI", Diagnostic.Severity.warning),
      (#""menu": ["VTI", "BND"]"#, #""menu": ["VTI", "BNE"]"#, "accounts[0].menu", "BND", .warning),
      (#"{"us": 1}"#, #"{"uss": 1}"#, "securities[0].classes", "us", .warning),
      (#""cash_class": "cash""#, #""cash_class": "cahs""#, "settings.cash_class", "cash", .warning),
      (
        #""security": "VTI", "date": "2026-12-01""#, #""security": "VIT", "date": "2026-12-01""#,
        "scheduled_buys[0].security", "VTI", .warning
      ),
      (
        #""security": "VTI", "date": "2026-11-01""#, #""security": "VT1", "date": "2026-11-01""#,
        "recent_transactions[0].security", "VTI", .warning
      ),
      (#""tax_unit": "u""#, #""tax_unit": "v""#, "accounts[0].tax_unit", "u", .error),
      (#""security": "BND", "shares""#, #""security": "BDN", "shares""#, "lots[1].security", "BND", .error),
    ])
  func strangeNames(old: String, new: String, path: String, meant: String, severity: Diagnostic.Severity) throws {
    let reading = SmallCase.reading((old, new))
    let told = try #require(reading.diagnostics.first, "\(reading.diagnostics)")
    #expect(reading.diagnostics.count == 1 && told.element == path && told.severity == severity)
    #expect(told.remedy == "Did you mean “\(meant)”?")
    #expect((reading.value == nil) == (severity == .error))
  }

  @Test(
    "an id that stands twice is an error",
    arguments: [
      (#""id": "L2""#, #""id": "L1""#, "lots[1].id"), (#""id": "BND""#, #""id": "VTI""#, "securities[1].id"),
      (#""id": "bond""#, #""id": "us""#, "asset_classes[1].id"),
    ])
  func twice(old: String, new: String, path: String) {
    let errors = SmallCase.reading((old, new)).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.element).contains(path))
  }

  @Test(
    "a key that is misspelt is told, and the case is solved without it",
    arguments: [
      (#""cash_reserve": 100"#, #""cash_reserv": 100"#, "accounts[0].cash_reserv", "cash_reserve"),
      (#""cash_yield""#, #""cash_yeild""#, "settings.cash_yeild", "cash_yield"),
      (#""tax_units":"#, #""note": 1, "tax_units":"#, "note", nil),
      (#""qualified": 0.2}"#, #""qualified": 0.2, "ordinry": 1}"#, "tax_units[0].location_rates.ordinry", "ordinary"),
    ])
  func strangeKeys(old: String, new: String, path: String, meant: String?) throws {
    let reading = SmallCase.reading((old, new))
    _ = try #require(reading.value)
    #expect(reading.diagnostics.map(\.code) == ["case-unknown-key"])
    #expect(reading.diagnostics.map(\.element) == [path])
    if let meant { #expect(reading.diagnostics.map(\.remedy) == ["Did you mean “\(meant)”?"]) }
  }
}
