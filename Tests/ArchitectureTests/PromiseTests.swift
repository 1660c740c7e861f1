import Testing

/// The table of Docs/Policy.md: every promise, and the test that holds it.
@Suite("What is promised")
struct PromiseTests {
  private struct Row {
    let number: Int
    let command: String
    let tests: [String]
  }

  private static func rows() throws -> [Row] {
    try Checkout.text("Docs/Policy.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
      guard cells.count == 4, let number = Int(cells[0].filter { $0 != " " }) else { return nil }
      let tests = cells[3].matches(of: /`([A-Za-z]+(?:\.[A-Za-z]+)?)`/).map { String($0.1) }
      return Row(number: number, command: String(cells[2]), tests: tests)
    }
  }

  @Test("the table has each of the 45 promises once, in order")
  func complete() throws { #expect(try Self.rows().map(\.number) == Array(1...45)) }

  @Test("what has a command has a test, and each test that it names is there")
  func tests() throws {
    let files = try SourceFile.all(in: "Tests")
    for row in try Self.rows() {
      #expect(row.tests.isEmpty == row.command.hasPrefix("–"), "row \(row.number)")
      for name in row.tests {
        let parts = name.split(separator: ".")
        let suites = files.filter { file in file.types.contains { $0.name == parts[0] } }
        #expect(!suites.isEmpty, "row \(row.number): there is no \(parts[0])")
        guard parts.count == 2 else { continue }
        let isThere = suites.contains { file in file.code.contains { $0.text.contains("func \(parts[1])(") } }
        #expect(isThere, "row \(row.number): there is no \(name)")
      }
    }
  }
}
