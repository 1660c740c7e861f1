import Foundation
import Testing

@Suite("A batch of households")
struct BatchTests {
  /// One account that holds `shares` of a security too many.
  private static func household(_ name: String, shares: Int) -> String {
    """
    {"schema":"household-case/1","name":"\(name)","as_of":"2026-11-20",\
    "settings":{"min_trade":100,"nuisance":1,"annuity":8,"drift_in":0.02,"drift_out":0.06,"cash_class":"cash"},\
    "tax_units":[{"id":"u","year":2026,"filing_status":"single","ordinary_income":90000}],\
    "asset_classes":[{"id":"stock","target":0.5,"band":0.05},{"id":"bond","target":0.5,"band":0.05},{"id":"cash","target":0,"band":0.01}],\
    "securities":[{"id":"S","kind":"fund","price":100,"classes":{"stock":1}},{"id":"B","kind":"fund","price":10,"classes":{"bond":1}}],\
    "accounts":[{"id":"R","type":"roth","tax_unit":"u","cash":0,"menu":["S","B"]}],\
    "lots":[{"id":"L","account":"R","security":"S","shares":\(shares),"basis":80,"acquired":"2020-01-02"}]}
    """
  }

  private struct Answer: Decodable {
    struct Trades: Decodable {
      struct Sale: Decodable { let shares: Double }
      let sells: [Sale]
    }
    let schema: String
    let name: String?
    let line: Int?
    let trades: Trades?
  }

  private func answers(_ output: String) throws -> [Answer] {
    try output.split(separator: "\n").map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
  }

  @Test("is answered line by line in its order; a bad line has its error in its place")
  func order() throws {
    let scratch = try Scratch()
    let good = (1...40).map { Self.household("h\($0)", shares: 100 + 2 * $0) }
    let lines = Array(good[..<20]) + ["{\"schema\":", "", "null"] + Array(good[20...])
    try lines.joined(separator: "\n").write(
      to: scratch.url.appending(path: "book.jsonl"), atomically: true, encoding: .utf8)
    let run = try scratch.run("optimize", "--jsonl", "book.jsonl")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("2 of 42 households have no proposal"), "\(run.errors)")
    let answers = try answers(run.output)
    #expect(answers.map(\.schema).filter { $0 == "hearth.failure/1" }.count == 2)
    #expect(answers[20].line == 21)
    #expect(answers[21].line == 23)
    #expect(answers.compactMap(\.name) == (1...40).map { "h\($0)" })
    let sold = answers.compactMap { $0.trades?.sells.first?.shares }
    #expect(sold == (1...40).map { 50 + Double($0) })
  }

  @Test("may come through a pipe")
  func pipe() throws {
    let scratch = try Scratch()
    try Self.household("one", shares: 10).write(
      to: scratch.url.appending(path: "book.jsonl"), atomically: true, encoding: .utf8)
    let run = try HearthProcess(
      URL(filePath: "/bin/sh"), ["-c", "cat book.jsonl | hearth optimize --jsonl"], in: scratch.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try answers(run.output).map(\.name) == ["one"])
  }

  @Test("with a full disk ends with the code for it")
  func fullDisk() throws {
    let scratch = try Scratch()
    try Self.household("one", shares: 10).write(
      to: scratch.url.appending(path: "book.jsonl"), atomically: true, encoding: .utf8)
    let run = try HearthProcess(
      URL(filePath: "/bin/sh"), ["-c", "hearth optimize --jsonl book.jsonl > /dev/full"], in: scratch.url)
    #expect(run.status == 74)
  }
}
