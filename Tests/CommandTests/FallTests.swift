import Foundation
import Testing

/// A household of one whose stocks and bonds have both fallen, bonds more.
@Suite("Selling after a fall")
struct FallTests {
  private func household(stocksNow: String) throws -> Scratch {
    let scratch = try Scratch()
    let folder = scratch.url.appending(path: "household")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = """
      members: {olga: Olga}
      accounts: {ira: {kind: ira, owner: olga, menu: [VTSAX, VBTLX]}}
      targets: {effective: 2026-01-01, us_stock: 50%, us_bond: 50%}
      tax_returns: [{year: 2026, status: single, income: 70000}]
      """
    try text.write(to: folder.appending(path: "household.yaml"), atomically: true, encoding: .utf8)
    let prices = [
      ("2026-01-30", "VTSAX", "100"), ("2026-01-30", "VBTLX", "100"), ("2026-06-30", "VTSAX", stocksNow),
      ("2026-06-30", "VBTLX", "40"),
    ]
    for (day, security, price) in prices {
      let told = try scratch.run(
        "record", "position", "ira", security, "1000", "--price", price, "--day", day, "--household", "household")
      #expect(told.status == 0, "\(told.errors)")
    }
    return scratch
  }

  @Test(
    "the plan names what is sold, how far it has fallen and since when; not where it has fallen by less than a tenth",
    arguments: [("70", "Notice: you are selling VTSAX after a fall of 30.0 % from its highest price"), ("91", nil)])
  func notice(stocksNow: String, words: String?) throws {
    let scratch = try household(stocksNow: stocksNow)
    let run = try scratch.run("check", "--household", "household", "--as-of", "2026-07-01")
    #expect(run.status == 10, "\(run.output)\(run.errors)")
    guard let words else { return #expect(!run.output.contains("Notice"), "\(run.output)") }
    #expect(run.output.contains(words) && run.output.contains("on 2026-01-30"), "\(run.output)")
  }
}
