package import Booking
import Foundation
import Measures
package import PortfolioModel

/// One story of lots, told in text that a reader who knows taxes can check: what happened, and what is booked then.
///
///     # Partial sale of one lot
///     Reg. 1.1012-1(c)(1)
///     account lots method fifo
///     2024-01-02 buy 100 for 5,000.00
///     2025-03-04 sell 40 for 2,800.00
///     booked
///     lot 60 basis 3,000.00 acquired 2024-01-02
///     gain 40 sold 2025-03-04 acquired 2024-01-02 proceeds 2,800.00 basis 2,000.00 long
package struct Story: Sendable, CustomStringConvertible {
  struct Unreadable: Error { let line: String }

  package let title: String
  /// The rule and where it stands.
  package let source: String
  package let method: Account.LotMethod
  package let events: [LotEvent]
  package let booked: [String]

  package var description: String { title }

  package static func all() throws -> [Story] { try Scenario.Kind.lots.blocks.map(Story.init) }

  /// The lines of each story, from its title on.
  static func blocks(in text: String) -> [[String]] {
    var blocks: [[String]] = []
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("# ") { blocks.append([]) }
      if !line.isEmpty, !blocks.isEmpty { blocks[blocks.count - 1].append(line) }
    }
    return blocks
  }

  init(lines: [String]) throws {
    guard let account = lines.firstIndex(where: { $0.hasPrefix("account lots method ") }),
      let method = Account.LotMethod(rawValue: lines[account].components(separatedBy: " ")[3]), account > 1,
      let end = lines.firstIndex(of: "booked")
    else { throw Unreadable(line: lines.first ?? "") }
    title = String(lines[0].dropFirst(2))
    source = lines[1..<account].joined(separator: " ")
    self.method = method
    booked = Array(lines[(end + 1)...])
    events = try lines[(account + 1)..<end].enumerated().map { index, line in
      try LotEvent(told: line, number: index + 1)
    }
  }
}
