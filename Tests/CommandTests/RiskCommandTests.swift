import Foundation
import Testing

/// Risk, age and stage, and the tilt, as a user sees them.
@Suite("hearth risk, hearth glide, hearth rebalance --tactical")
struct RiskCommandTests {
  private static let view = ["--household", "household", "--as-of", "2026-11-20"]

  @Test("without a history the fall in dollars and the rest is there, with what to import")
  func noHistory() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let run = try HearthProcess(["risk"] + Self.view, in: scratch.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("A fall of 25 %: −227,406.81, to 682,220.43; from there it takes +33.3 % to be back."))
    #expect(run.output.contains("hearth series import FILE"))
    #expect(run.output.contains("Overlap: ") && run.output.contains("Fees of funds: "))
  }

  @Test("each member by age and year, the household by what each owns, beside the target")
  func glide() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let run = try HearthProcess(["glide"] + Self.view, in: scratch.url)
    #expect(run.status == 0, "\(run.errors)")
    let maya = try #require(run.output.split(separator: "\n").first { $0.contains("Maya Berg") })
    // 45 years old, 20 years before 2046: 50 + 40 × 20 ÷ 25.
    let cells = maya.split(separator: " ").joined(separator: " ")
    #expect(cells == "Maya Berg 45 2046 20 55.0 % 65.0 % 75.0 % 82.0 % 74.8 %")
    #expect(run.output.contains("today 82.6 %, target 70.0 %"))
  }

  @Test("a tilt: unknown and a cap of 0 are the strategic plan; without one the household says how to write it")
  func tactical() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let none = try HearthProcess(["rebalance", "--tactical"] + Self.view, in: scratch.url)
    #expect(none.status == 78 && none.errors.contains("[rebalance-no-tilt]"), "\(none.errors)")
    try scratch.append("tilt: {signal: average, from: us_stock, to: bond, cap: 10 points}")
    let unknown = try HearthProcess(["rebalance", "--tactical"] + Self.view, in: scratch.url)
    #expect(unknown.status == 0, "\(unknown.errors)")
    #expect(unknown.output.contains("The signal “average” is unknown, so the strategic targets hold"))
    let plan = try HearthProcess(["rebalance"] + Self.view, in: scratch.url)
    #expect(unknown.output.hasSuffix(plan.output))
    let figures = unknown.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let strategic = figures.first { $0.first == "strategic" }
    let tactical = figures.first { $0.first == "tactical" }
    #expect(strategic != nil && strategic?.dropFirst() == tactical?.dropFirst())
  }

  @Test("a trend that has turned since the review pauses; a tilt then sells more, at its own tax and turnover")
  func turned() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let months = (0..<24).map { index -> String in
      let month = index % 12 + 1
      let price = index < 22 ? 100 + index : 60
      return "\(2025 + index / 12)-\(month < 10 ? "0" : "")\(month)-01,\(price)"
    }
    let text = "observation_date,SP500\n" + months.dropLast(2).joined(separator: "\n") + "\n"
    try text.write(to: scratch.url.appending(path: "calm.csv"), atomically: true, encoding: .utf8)
    let crash = text.replacing("2026-10-01,121", with: "2026-10-01,60")
    #expect(crash != text)
    try crash.write(to: scratch.url.appending(path: "crash.csv"), atomically: true, encoding: .utf8)
    func bring(_ file: String) throws {
      let run = try scratch.run("series", "import", file, "--household", "household")
      #expect(run.status == 0, "\(run.errors)")
    }
    try bring("calm.csv")
    #expect(try HearthProcess(["check"] + Self.view, in: scratch.url).status == 10)
    try bring("crash.csv")
    let paused = try HearthProcess(["check"] + Self.view, in: scratch.url)
    #expect(paused.status == 11, "\(paused.output)")
    #expect(
      paused.output.contains("10-month average (the price is above its average) was on at the last review and is off"))
    let month = try scratch.run("signals", "--month", "2026-10", "--household", "household")
    #expect(month.output.contains("10-month average of SP500 was on and is off, since −"), "\(month.output)")
    try scratch.append("tilt: {signal: average, from: us_stock, to: bond, cap: 10 points}")
    let plan = try HearthProcess(["rebalance", "--tactical"] + Self.view, in: scratch.url)
    let target = plan.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(target.contains(["us_stock", "48.0", "%", "38.0", "%"]), "\(plan.output)\(plan.errors)")
  }
}
