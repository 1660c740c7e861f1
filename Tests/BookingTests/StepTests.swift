import Booking
import Measures
import PortfolioModel
import TestSupport
import Testing

/// Positions that begin with a stated lot, so that a later count does not reach back: every prefix is a position of its
/// own, and each event must change units and dollars by exactly what it says.
@Suite("Step by step")
struct StepTests {
  static let first: Day = "2020-01-01"
  static let opening = LotEvent(
    day: first, source: 0,
    action: .stateLots([StatedLot(source: 0, quantity: "5.5", basis: "71.23", acquired: "2018-05-06")]))

  @Test("every short sequence of actions conserves units and basis", arguments: Account.LotMethod.allCases)
  func exhaustive(method: Account.LotMethod) {
    let actions: [LotEvent.Action] = [
      .acquire("3", cost: "10", acquired: "2019-12-31"), .acquire("1", cost: nil, acquired: nil),
      .dispose("4", proceeds: "50", choices: []),
      .dispose("2", proceeds: "7", choices: [LotChoice(acquired: "2019-12-31", quantity: "2", basis: nil)]),
      .remove("2"), .split(old: "3", new: "2"), .returnCapital("30"), .sellShort("2", proceeds: "9"),
      .buyToCover("1", cost: "4"), .count("6", basis: "80"),
    ]
    var stories: [[LotEvent]] = [[Self.opening]]
    for length in 1...4 {
      stories = stories.flatMap { story in
        actions.map { action in
          story + [LotEvent(day: Self.first.adding(days: length), source: length, action: action)]
        }
      }
      for story in stories { #expect(Self.complaints(about: story, method: method) == []) }
    }
  }

  @Test("units that go for stock and cash conserve what they leave", arguments: Account.LotMethod.allCases)
  func surrendered(method: Account.LotMethod) {
    let actions: [LotEvent.Action] = [
      .acquire("3", cost: "10", acquired: "2019-12-31"), .acquire("1", cost: nil, acquired: nil),
      .surrender("4", cash: "9", value: "30"), .surrender("2", cash: "9", value: nil),
      .surrender("20", cash: "1", value: "1"), .split(old: "3", new: "2"), .returnCapital("30"),
      .dispose("2", proceeds: "7", choices: []),
    ]
    var stories: [[LotEvent]] = [[Self.opening]]
    for length in 1...3 {
      stories = stories.flatMap { story in
        actions.map { action in
          story + [LotEvent(day: Self.first.adding(days: length), source: length, action: action)]
        }
      }
      for story in stories { #expect(Self.complaints(about: story, method: method) == []) }
    }
  }

  @Test("random histories conserve units and basis at every step", arguments: 1...60 as ClosedRange<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for method in Account.LotMethod.allCases {
      var story = [Self.opening]
      for number in 1...40 {
        let day = Self.first.adding(days: number)
        story.append(LotEvent(day: day, source: number, action: .random(by: &generator, on: day)))
        let complaints = Self.complaints(about: story, method: method)
        #expect(complaints == [], "seed \(seed), \(method.rawValue), \(story.count) events")
      }
    }
  }

  @Test(
    "crowded days and missing openings stay sound, in whatever order they come",
    arguments: 1...60 as ClosedRange<UInt64>)
  func crowded(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let story = (1...60).map { number in
      let day = Self.first.adding(days: number / 4)
      return LotEvent(day: day, order: number, source: number, action: .random(by: &generator, on: day))
    }
    for method in Account.LotMethod.allCases {
      let position = BookedPosition(folding: story, method: method)
      #expect(position.checkInvariants(after: story) == [], "seed \(seed), \(method.rawValue)")
      #expect(BookedPosition(folding: story.shuffled(using: &generator), method: method) == position, "seed \(seed)")
    }
  }

  /// What the last event of `story` changed that it should not have.
  private static func complaints(about story: [LotEvent], method: Account.LotMethod) -> [String] {
    let before = BookedPosition(folding: story.dropLast(), method: method)
    let after = BookedPosition(folding: story, method: method)
    guard let event = story.last else { return [] }
    let gains = after.realised.dropFirst(before.realised.count)
    var complaints = after.checkInvariants(after: story)
    if Array(after.realised.prefix(before.realised.count)) != before.realised { complaints.append("the past changed") }
    let change = after.knownBasis - before.knownBasis
    let realised = gains.reduce(Money.zero) { $0 + ($1.basis ?? .zero) }
    let conserved =
      switch event.action {
      case .acquire(_, let cost, _): change == cost ?? .zero
      case .dispose(_, _, let choices):
        // A name may tell the basis of a lot that nobody knew, which is then no lot's cost.
        choices.contains { $0.basis != nil } ? change <= .zero : change == -realised
      case .split: change.isZero || after.lots.allSatisfy { $0.basis == nil }
      case .returnCapital(let amount):
        change == gains.reduce(-amount) { $0 + ($1.proceeds ?? .zero) } || before.hasUnknownBasis
      case .remove, .surrender: change <= .zero
      case .receive, .exchange: change.isZero
      case .allocate: change <= .zero
      case .sellShort(_, let proceeds): change == -(proceeds ?? .zero)
      case .buyToCover: change == gains.reduce(.zero) { $0 + ($1.proceeds ?? .zero) }
      case .count, .stateLots: true
      }
    if !conserved { complaints.append("\(event.action): basis changed by \(change), realised \(realised)") }
    return complaints
  }
}

extension BookedPosition {
  fileprivate var knownBasis: Money { lots.reduce(.zero) { $0 + ($1.basis ?? .zero) } }
  fileprivate var hasUnknownBasis: Bool { lots.contains { $0.basis == nil } }
}

extension LotEvent.Action {
  fileprivate static func random(by generator: inout SeededGenerator, on day: Day) -> Self {
    let units = Quantity(steps: Int64.random(in: 1...2_000_000_000, using: &generator))
    let amount = Money(steps: Int64.random(in: 0...90_000_000, using: &generator))
    let known = Bool.random(using: &generator) || Bool.random(using: &generator) ? amount : nil
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<7:
      let acquired = day.adding(days: -Int.random(in: 0...9, using: &generator))
      return .acquire(units, cost: known, acquired: acquired)
    case 7: return .acquire(units, cost: known, acquired: nil)
    case 8..<11: return .dispose(units, proceeds: known, choices: [])
    case 11..<14:
      let acquired = day.adding(days: -Int.random(in: 0...5, using: &generator))
      return .dispose(units, proceeds: amount, choices: [LotChoice(acquired: acquired, quantity: units, basis: known)])
    case 14: return .remove(units)
    case 15: return .sellShort(units, proceeds: amount)
    case 16: return .buyToCover(units, cost: amount)
    case 17:
      let (old, new) = (Int.random(in: 1...7, using: &generator), Int.random(in: 1...7, using: &generator))
      return .split(old: Quantity(old), new: Quantity(new))
    case 18: return .returnCapital(amount)
    default: return .count(units, basis: known)
    }
  }
}
