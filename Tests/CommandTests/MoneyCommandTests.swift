import Foundation
import Testing

/// `hearth contribute` and `hearth withdraw` on the demo household.
@Suite("New money and money for spending")
struct MoneyCommandTests {
  private func json(_ scratch: Scratch, _ arguments: String...) throws -> [String: Any] {
    let run = try HearthProcess(
      arguments + ["--household", "household", "--as-of", "2026-11-20", "--json"], in: scratch.url)
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("payroll: whole percents of each plan sum to a hundred, and limits know the year so far")
  func payroll() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let found = try json(
      scratch, "contribute", "jonas_401k=775", "maya_401k=900", "--match", "jonas_401k=310", "--every", "biweekly")
    let elections = try #require(found["elections"] as? [[String: Any]])
    for account in ["jonas_401k", "maya_401k"] {
      let percents = elections.filter { $0["account"] as? String == account }.compactMap { $0["percent"] as? Int }
      #expect(percents.reduce(0, +) == 100)
    }
    let limits = try #require(found["limits"] as? [[String: Any]])
    let deferrals = try #require(
      limits.first { $0["member"] as? String == "jonas" && $0["kind"] as? String == "deferral" })
    #expect(deferrals["limit"] as? Double == 24_500)
    #expect(deferrals["soFar"] as? Double == 4_650 && deferrals["left"] as? Double == 19_075)
    let additions = try #require(limits.first { $0["kind"] as? String == "additions" })
    #expect(additions["soFar"] as? Double == 6_510 && additions["limit"] as? Double == 72_000)
    #expect(found["contributionsUntilOnTarget"] as? Int == 262)
  }

  @Test("a limit that would be passed is said; a rollover counts against none")
  func limit() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let words = ["--household", "household", "--as-of", "2026-11-20"]
    let passed = try HearthProcess(["contribute", "jonas_roth=1000"] + words, in: scratch.url)
    #expect(passed.output.contains("Jonas Berg would pass the limit for IRAs by 1,000.00."), "\(passed.output)")
    let rollover = try HearthProcess(["contribute", "--rollover", "maya_rollover=20000"] + words, in: scratch.url)
    #expect(rollover.status == 0 && !rollover.output.contains("Limit of the year"))
    let unknown = try HearthProcess(["contribute", "jonas_rot=1000"] + words, in: scratch.url)
    #expect(unknown.status == 78 && unknown.errors.contains("Did you mean “jonas_roth”?"), "\(unknown.errors)")
  }

  @Test("money for spending comes from where it may, and what gives nothing says why")
  func withdraw() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let found = try json(scratch, "withdraw", "30000")
    let sources = try #require(found["sources"] as? [[String: Any]])
    #expect(sources.compactMap { $0["amount"] as? Double }.reduce(0, +) == 30_000)
    #expect(sources.allSatisfy { ["joint", "maya_brokerage"].contains($0["account"] as? String) })
    #expect((found["leftOut"] as? [String])?.count == 6)
    let care = try json(scratch, "withdraw", "1000", "--medical", "--from", "maya_hsa")
    #expect(care["taxNow"] as? Double == 0)
    let early = try json(scratch, "withdraw", "10000", "--from", "maya_rollover")
    // 22 % and the tenth of IRC 72(t).
    #expect(early["taxNow"] as? Double == 3_200)
    let refused = try HearthProcess(
      ["withdraw", "9000000", "--household", "household", "--as-of", "2026-11-20"], in: scratch.url)
    #expect(refused.status == 78 && refused.errors.contains("rebalance-cannot-withdraw"))
  }

  @Test("a sale for a withdrawal says that it raises the cash; a Roth IRA gives what was paid in, and no more")
  func rothBasis() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let file = scratch.url.appending(path: "household/household.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let number = "    numbers: [0093-5518-7]\n"
    #expect(text.contains(number))
    let stated = try json(scratch, "withdraw", "20000", "--from", "jonas_roth")
    #expect((stated["leftOut"] as? [String])?.first?.contains("counts as if all of it were contributions") == true)
    try text.replacing(number, with: number + "    roth_basis: $15,000\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let found = try json(scratch, "withdraw", "12000", "--from", "jonas_roth")
    #expect(found["taxNow"] as? Double == 0)
    #expect((found["leftOut"] as? [String])?.first?.contains("no more than the contributions of 15,000.00") == true)
    let proposal = try #require(found["proposal"] as? [String: Any])
    let reasons = (proposal["reasons"] as? [[String: Any]] ?? []).compactMap { $0["reason"] as? String }
    #expect(!reasons.isEmpty && !reasons.contains { $0.contains("purchases") }, "\(reasons)")
    let refused = try HearthProcess(
      ["withdraw", "20000", "--from", "jonas_roth", "--household", "household", "--as-of", "2026-11-20"],
      in: scratch.url)
    #expect(refused.status == 78 && refused.errors.contains("they can give 15,000.00"), "\(refused.errors)")
    try text.replacing("    numbers: [\"70412\"]\n", with: "    numbers: [\"70412\"]\n    roth_basis: 1\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let wrong = try HearthProcess(["accounts", "--household", "household"], in: scratch.url)
    #expect(wrong.status == 78 && wrong.errors.contains("is no Roth IRA"), "\(wrong.errors)")
  }
}
