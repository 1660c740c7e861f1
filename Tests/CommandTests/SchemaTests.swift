import Foundation
import Testing

/// Every `--json` output keeps to its JSON Schema.
@Suite("JSON outputs")
struct SchemaTests {
  /// Where set-up put the validator; else Python may know one of its own.
  static var python: [String: String] {
    let folder = HearthProcess.checkout.appending(path: ".deps/python")
    return FileManager.default.fileExists(atPath: folder.path) ? ["PYTHONPATH": folder.path] : [:]
  }

  @Test("keep to their schemas")
  func schemas() throws {
    let scratch = try Scratch()
    let statements = try scratch.withDemo()
    try scratch.append(
      """

      tilt: {signal: average, series: C Fund, from: us_stock, to: bond, cap: 10 points}
      goals: [{name: College, year: 2035}]
      """)
    let household = ["--household", "household", "--json"]
    let view = household + ["--as-of", "2026-11-20"]
    var commands: [[String]] = [
      ["accounts"] + view, ["holdings"] + view, ["lots"] + view, ["allocation"] + view,
      ["allocation", "--after-tax"] + view, ["rebalance"] + view, ["reconcile"] + view, ["gains"] + view,
      ["performance"] + view, ["harvest"] + view,
      ["securities"] + household,
      ["imports"] + household,
      ["import", "--dry-run"] + household + statements, ["import"] + household + statements,
      ["check"] + view, ["accept", "--day", "2026-11-21", "--note", "by telephone"] + household,
      ["accept", "--targets", "--day", "2026-11-21"] + household, ["check", "--as-of", "2027-11-24"] + household,
      ["journal", "--as-of", "2026-12-31"] + household,
      ["contribute", "joint=5000", "--may-sell"] + view, ["withdraw", "20000"] + view,
      ["contribute", "jonas_401k=775", "--match", "jonas_401k=310", "--every", "biweekly"] + view,
      ["undo", "1"] + household,
    ]
    commands += statements.map { ["inspect", $0, "--json"] }
    commands.append(["demo", "another", "--json"])
    commands.append(["init", "--household", "new", "--member", "Maya", "--json"] + statements)
    try Self.tinyCase.write(to: scratch.url.appending(path: "case.json"), atomically: true, encoding: .utf8)
    commands += [["optimize"], ["optimize", "--explain"], ["optimize", "--compare"]].map {
      $0 + ["case.json", "--json"]
    }
    commands += statements.map { ["importers", "check", $0, "--json"] } + [["importers", "list", "--json"]]
    commands += [["verify-rules", "--json"], ["verify-rules", "chain", "--json"]]
    let prices =
      "Date,C Fund,F Fund\n" + (1...28).map { "2024-02-\($0 < 10 ? "0" : "")\($0),\(100 + $0),50\n" }.joined()
    try prices.write(to: scratch.url.appending(path: "prices.csv"), atomically: true, encoding: .utf8)
    commands += [
      ["series", "import", "prices.csv"] + household, ["series"] + household, ["signals"] + view,
      ["risk"] + view, ["glide"] + view, ["signals", "--month", "2024-02"] + household,
      ["rebalance", "--tactical"] + view,
      ["backtest", "--mix", "C Fund=60,F Fund=40", "--tilt", "C Fund"] + household,
      ["backtest", "--mix", "C Fund=60,F Fund=40", "--bands", "1:5:3"] + household,
    ]
    var documents: [String] = []
    for (index, command) in commands.enumerated() {
      let run = try HearthProcess(command, in: scratch.url)
      #expect(command[0] == "check" ? [10, 11].contains(run.status) : run.status == 0, "\(command): \(run.errors)")
      let name = "\(index).json"
      try run.output.write(to: scratch.url.appending(path: name), atomically: true, encoding: .utf8)
      documents.append(name)
    }
    let script = HearthProcess.checkout.appending(path: "Tests/CommandTests/validate.py").path
    let outputs = HearthProcess.checkout.appending(path: "Schemas/Outputs").path
    let check = try HearthProcess(
      URL(filePath: "/usr/bin/env"), ["python3", script, outputs] + documents, in: scratch.url,
      environment: Self.python)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(check.output.contains("\(documents.count) documents, 0 failures"))
  }

  /// One account that holds one security too much.
  private static let tinyCase = """
    {"schema": "household-case/1", "as_of": "2026-11-20", "members": [{"id": "a"}],
     "settings": {"min_trade": 100, "nuisance": 1, "annuity": 8, "drift_in": 0.02, "drift_out": 0.06, "cash_class": "cash"},
     "tax_units": [{"id": "u", "year": 2026, "filing_status": "single", "ordinary_income": 90000}],
     "asset_classes": [{"id": "stock", "target": 0.5, "band": 0.05}, {"id": "bond", "target": 0.5, "band": 0.05},
       {"id": "cash", "target": 0, "band": 0.01}],
     "securities": [{"id": "S", "kind": "etf", "price": 100, "classes": {"stock": 1}},
       {"id": "B", "kind": "fund", "price": 10, "classes": {"bond": 1}}],
     "accounts": [{"id": "T", "type": "taxable", "tax_unit": "u", "cash": 1000, "menu": ["S", "B"]}],
     "lots": [{"id": "L1", "account": "T", "security": "S", "shares": 90, "basis": 80, "acquired": "2020-01-02"}]}
    """
}
