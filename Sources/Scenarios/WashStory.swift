package import Booking
import Measures
import PortfolioModel

/// One story of wash sales over several accounts; each account has lines as in a `Story`.
///
///     account brokerage taxable X
///     2024-01-02 buy 100 for 1,000.00
///     account ira sheltered X
///     booked
///     brokerage gain …
///     lost 250.00
package struct WashStory: Sendable, CustomStringConvertible {
  package let title: String
  /// The rule and where it stands.
  package let source: String
  package let positions: [WashSaleAdjustment.Position]
  package let booked: [String]

  package var description: String { title }

  package static func all() throws -> [WashStory] { try Scenario.Kind.washSales.blocks.map(WashStory.init) }

  init(lines: [String]) throws {
    guard let first = lines.firstIndex(where: { $0.hasPrefix("account ") }), first > 1,
      let end = lines.firstIndex(of: "booked")
    else { throw Story.Unreadable(line: lines.first ?? "") }
    title = String(lines[0].dropFirst(2))
    source = lines[1..<first].joined(separator: " ")
    booked = Array(lines[(end + 1)...])
    var sections: [(heading: String, events: [LotEvent])] = []
    for (number, line) in lines[first..<end].enumerated() {
      if line.hasPrefix("account ") {
        sections.append((line, []))
      } else {
        sections[sections.count - 1].events.append(try LotEvent(told: line, number: number + 1))
      }
    }
    positions = try sections.map { try Self.position($0.heading, $0.events) }
  }

  /// `account brokerage taxable VTI group us method specific`, the last four words where they are needed, and `calls X` for
  /// an option to buy X.
  private static func position(_ heading: String, _ events: [LotEvent]) throws -> WashSaleAdjustment.Position {
    var words = StoryWords(heading)
    _ = words.skip("account")
    let account = AccountID(try words.word())
    let treatment = try words.word()
    let security = SecurityID(try words.word())
    let group = words.skip("group") ? try words.word() : security.rawValue
    let calls = words.skip("calls") ? try words.word() : nil
    let method = words.skip("method") ? Account.LotMethod(rawValue: try words.word()) : .fifo
    guard let method, ["taxable", "sheltered"].contains(treatment), words.isEmpty else {
      throw Story.Unreadable(line: heading)
    }
    return WashSaleAdjustment.Position(
      account: account, security: security, group: group, isSheltered: treatment == "sheltered", events: events,
      booked: BookedPosition(folding: events, method: method),
      option: calls.map { WashSaleAdjustment.OptionToBuy(group: $0, sharesPerContract: Quantity(100)) })
  }

  /// What the rule leaves of it, in the words of a story.
  package var told: [String] {
    let adjustment = WashSaleAdjustment(positions)
    let lost = adjustment.disallowances.filter(\.isLost).reduce(Money.zero) { $0 + $1.loss }
    return zip(positions, adjustment.booked).flatMap { position, booked in
      booked.told.filter { !$0.hasPrefix("missing") }.map { "\(position.account) \($0)" }
    } + (lost.isZero ? [] : ["lost \(lost.formatted(places: 2))"])
  }
}
