import Measures
import PortfolioModel

/// The state between two events: what is open on both sides, and what has been said so far.
struct Fold: Sendable {
  typealias OpenLot = BookedPosition.OpenLot

  private let methods: LotMethodHistory
  /// The method that is in force on the day of the event.
  private(set) var method: Account.LotMethod
  var longs: LotQueue
  /// Short lots, with positive quantities and their proceeds as basis.
  var shorts = LotQueue()
  var realised: [BookedPosition.RealisedGain] = []
  var findings: [BookedPosition.Finding] = []
  /// What the first statement will prove, until it comes.
  var opening: Opening?
  private(set) var hasBegun = false
  /// The lots that left without a sale, by the source of the event that removed them.
  var departed: [Int: [OpenLot]] = [:]

  init(methods: LotMethodHistory, opening: Opening?) {
    self.methods = methods
    method = methods.former.first?.method ?? methods.latest
    self.opening = opening
    longs = LotQueue(averagesBasis: method == .average)
    guard let opening else { return }
    longs.insert(OpenLot(source: nil, quantity: opening.long, basis: nil, acquired: nil))
    shorts.insert(OpenLot(source: nil, quantity: opening.short, basis: nil, acquired: nil))
    if !opening.isProvenByLots { reportMissing(opening) }
  }

  mutating func reportMissing(_ opening: Opening) {
    for quantity in [opening.long, -opening.short] where !quantity.isZero {
      findings.append(.missingHistory(day: opening.day, quantity: quantity))
    }
  }

  /// Long lots, then short ones, both oldest first.
  var lots: [OpenLot] {
    longs.open
      + shorts.open.map { lot in
        OpenLot(source: lot.source, quantity: -lot.quantity, basis: lot.basis.map { -$0 }, acquired: lot.acquired)
      }
  }

  var quantity: Quantity { longs.quantity - shorts.quantity }

  /// Averaging begins with all units held then; where it ends, each lot keeps the mean (Reg. 1.1012-1(e)(9)).
  private mutating func changeMethod(on day: Day) {
    let next = methods.method(on: day)
    if (next == .average) != (method == .average) { longs.changeAveraging(to: next == .average) }
    method = next
  }

  mutating func apply(_ event: LotEvent) {
    defer { hasBegun = true }
    changeMethod(on: event.day)
    switch event.action {
    case .acquire(let units, let cost, let acquired):
      longs.insert(
        OpenLot(
          source: event.source, quantity: units.magnitude, basis: cost, acquired: acquired, origin: event.origin))
    case .dispose(let units, let proceeds, let choices):
      sell(units.magnitude, proceeds: proceeds, choices: choices, by: event)
    case .remove(let units): remove(units.magnitude, by: event)
    case .surrender(let units, let cash, let value): surrender(units.magnitude, cash: cash, value: value, by: event)
    case .allocate(let fraction): allocate(fraction, by: event)
    case .receive(let units, _), .exchange(let units, _):
      longs.insert(OpenLot(source: event.source, quantity: units.magnitude, basis: nil, acquired: nil))
    case .sellShort(let units, let proceeds):
      shorts.insert(OpenLot(source: event.source, quantity: units.magnitude, basis: proceeds, acquired: event.day))
    case .buyToCover(let units, let cost): cover(units.magnitude, cost: cost, by: event)
    case .split:
      guard let ratio = event.splitRatio else { return }
      longs.split(ratio)
      shorts.split(ratio)
    case .returnCapital(let amount): returnCapital(amount, by: event)
    case .stateLots(let lots): state(lots, on: event.day)
    case .count(let stated, let basis): count(stated, basis: basis, on: event.day)
    }
  }
}
