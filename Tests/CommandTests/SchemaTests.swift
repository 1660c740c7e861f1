import Foundation
import Testing

/// Every `--json` output of the demo household keeps to its JSON Schema.
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
    let household = ["--household", "household", "--json"]
    let view = household + ["--as-of", "2026-11-20"]
    var commands: [[String]] = [
      ["accounts"] + view, ["holdings"] + view, ["lots"] + view, ["allocation"] + view,
      ["allocation", "--after-tax"] + view, ["rebalance"] + view, ["imports"] + household,
      ["import", "--dry-run"] + household + statements, ["import"] + household + statements,
      ["undo", "1"] + household,
    ]
    commands += statements.map { ["inspect", $0, "--json"] }
    var documents: [String] = []
    for (index, command) in commands.enumerated() {
      let run = try HearthProcess(command, in: scratch.url)
      #expect(run.status == 0, "\(command): \(run.errors)")
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
}
