import Foundation
import Testing

/// A household of one who is old enough, written by hand.
@Suite("Required distributions")
struct RequiredDistributionTests {
  @Test("are reckoned from the balance at the end of last year and leave first, less what was taken")
  func required() throws {
    let scratch = try Scratch()
    let folder = scratch.url.appending(path: "household")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try """
    members: {olga: {name: Olga, born: 1951-04-01, retires: 2016}}
    accounts:
      ira: {kind: ira, owner: olga, menu: [VTSAX]}
      roth: {kind: roth_ira, owner: olga, menu: [VTSAX]}
    targets: {effective: 2026-01-01, us_stock: 100%}
    tax_returns: [{year: 2026, status: single, income: 70000}]
    """.write(to: folder.appending(path: "household.yaml"), atomically: true, encoding: .utf8)
    for account in ["ira", "roth"] {
      let told = try scratch.run(
        "record", "position", account, "VTSAX", "2460", "--price", "100", "--day", "2025-12-31", "--household",
        "household")
      #expect(told.status == 0, "\(told.errors)")
    }
    let words = ["--household", "household", "--as-of", "2026-01-02"]
    let all = try HearthProcess(["withdraw", "12000"] + words, in: scratch.url)
    // 246,000 over the period of 24.6 years at 75.
    #expect(all.output.contains("Required from ira: 10,000.00, which this meets."), "\(all.output)\(all.errors)")
    let some = try HearthProcess(["withdraw", "6000"] + words, in: scratch.url)
    #expect(some.output.contains("of which 4,000.00 must still leave it this year"), "\(some.output)")
    let taken = try HearthProcess(["withdraw", "6000", "--taken", "ira=10000"] + words, in: scratch.url)
    #expect(taken.output.contains("which this meets"), "\(taken.output)")
    let none = try HearthProcess(
      ["withdraw", "6000", "--household", "household", "--as-of", "2027-01-02"], in: scratch.url)
    #expect(none.status == 0, "\(none.errors)")
  }
}
