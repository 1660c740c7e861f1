import Diagnostics
import HouseholdFile
import TestSupport
import Testing

/// The examples of Docs/Household.md.
@Suite("The documentation of household.yaml")
struct DocumentationTests {
  static func examples() throws -> [String] {
    try Checkout.text("Docs/Household.md").split(separator: "```").map(String.init)
      .filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
  }

  @Test("its examples read without a complaint")
  func examples() throws {
    let examples = try Self.examples()
    #expect(examples.count == 2)
    for example in examples {
      let reading = HouseholdFile.reading(example, file: "household.yaml")
      #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    }
  }

  @Test("its long example uses every key that the format knows")
  func keys() throws {
    let example = try #require(try Self.examples().last)
    // A misspelt key at each level makes the reader list the keys that it knows there.
    let probe = """
      qqqqqqqqqq: 1
      household: {qqqqqqqqqq: 1}
      members: {a: {qqqqqqqqqq: 1}}
      classes: {cash: Cash, b: {qqqqqqqqqq: 1}}
      securities: {S: {qqqqqqqqqq: 1}}
      accounts: {x: {kind: taxable, qqqqqqqqqq: 1, auto_rebalance: {qqqqqqqqqq: 1}}}
      bands: {qqqqqqqqqq: 1}
      targets: {cash: {weight: 100%, qqqqqqqqqq: 1}}
      tax_returns: [{year: 2026, status: mfj, income: 1, qqqqqqqqqq: 1, location_rates: {qqqqqqqqqq: 1}}]
      rebalance: {qqqqqqqqqq: 1}
      goals: [{name: a, year: 2030, qqqqqqqqqq: 1}]
      tilt: {qqqqqqqqqq: 1}
      """
    let remedies = HouseholdFile.reading(probe, file: "probe.yaml").diagnostics
      .filter { $0.code == "household-unknown-key" }.compactMap(\.remedy)
    #expect(remedies.count == 14)
    let keys = Set(
      remedies.flatMap { $0.dropFirst("Keys here are: ".count).dropLast().split(separator: ", ") }.map(String.init))
    #expect(keys.count > 50)
    for key in keys.sorted() {
      #expect(example.contains("\(key):"), "\(key) is in no example")
    }
  }
}
