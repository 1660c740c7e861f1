import Foundation
import Testing

@Suite("hearth importers")
struct ImportersTests {
  static let statement = "Depot;Datum;Vorgang;ISIN;Stück;Betrag\nD-1;03.02.2026;Kauf;IE00BK5BQT80;10;-1.000,50\n"

  @Test("proposes a profile, checks it, lists it, and keeps to its schemas")
  func all() throws {
    let scratch = try Scratch()
    try Self.statement.write(to: scratch.url.appending(path: "my bank.csv"), atomically: true, encoding: .utf8)
    let proposed = try scratch.run("importers", "new", "my bank.csv", "--household", "h", "--broker", "bank")
    #expect(proposed.status == 0, "\(proposed.errors)")
    #expect(proposed.output.contains("h/importers/bank.yaml is written."))
    #expect(proposed.output.contains("1 transactions: 1 buy"))
    #expect(proposed.output.contains("hearth importers check --household h 'my bank.csv'"))

    let checked = try scratch.run("importers", "check", "my bank.csv", "--household", "h")
    #expect(checked.status == 0 && checked.errors.isEmpty, "\(checked.errors)")
    #expect(checked.output.contains("read by bank: nothing is wrong"))

    let again = try scratch.run("importers", "new", "my bank.csv", "--household", "h", "--broker", "bank")
    #expect(again.status == 65)
    #expect(again.errors.contains("The profile bank reads this file already"))

    let profile = scratch.url.appending(path: "h/importers/bank.yaml")
    let text = try String(contentsOf: profile, encoding: .utf8)
    try text.replacing("rows: transactions", with: "rows: tansactions")
      .write(to: profile, atomically: true, encoding: .utf8)
    for file in ["h/importers/bank.yaml", "my bank.csv"] {
      let broken = try scratch.run("importers", "check", file, "--household", "h")
      #expect(broken.status == 65)
      #expect(broken.errors.contains("h/importers/bank.yaml:"), "\(broken.errors)")
      #expect(broken.errors.contains("Did you mean “transactions”?"), "\(broken.errors)")
    }

    let listed = try scratch.run("importers", "list", "--household", "h")
    #expect(listed.status == 65)
    #expect(listed.output.contains("has mistakes and reads nothing"))
    #expect(listed.output.contains("fidelity-history"))
    let others = try scratch.run("importers", "list", "--household", "none")
    #expect(others.status == 0 && others.errors.isEmpty)
  }
}
