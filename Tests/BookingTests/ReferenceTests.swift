import Booking
import Measures
import PortfolioModel
import TestSupport
import Testing

/// Long histories against the plainest way to keep lots: a sorted array, searched and removed from at every sale.
@Suite("Against plain arrays")
struct ReferenceTests {
  @Test("lots and gains of a thousand events", arguments: 1...12 as ClosedRange<UInt64>)
  func plain(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var lots: [BookedPosition.OpenLot] = []
    var gains: [[Int64]] = []
    let start: Day = "2001-01-01"
    let events = (1...1000).map { number in
      let day = start.adding(days: number)
      let units = Quantity(steps: Int64.random(in: 1...900_000_000, using: &generator))
      // Waves, so that hundreds of lots come and nearly all of them go.
      if number % 500 < 300 ? Int.random(in: 0..<5, using: &generator) > 0 : lots.isEmpty {
        let acquired = day.adding(days: -Int.random(in: 0...3, using: &generator) * 40)
        let lot = BookedPosition.OpenLot(source: number, quantity: units, basis: Money(number), acquired: acquired)
        lots.append(lot)
        lots.sort { ($0.acquired ?? start, $0.source ?? 0) < ($1.acquired ?? start, $1.source ?? 0) }
        return LotEvent(day: day, source: number, action: .acquire(units, cost: lot.basis, acquired: acquired))
      }
      let index = Bool.random(using: &generator) ? 0 : Int.random(in: 0..<max(1, lots.count), using: &generator)
      guard lots.indices.contains(index), let acquired = lots[index].acquired else {
        return LotEvent(day: day, source: number, action: .returnCapital(.zero))
      }
      // The choice names the day; the first lot of that day is nearest, unless another holds just these units.
      let meant = lots.firstIndex { $0.acquired == acquired } ?? index
      let sold = min(units, lots[meant].quantity)
      let choice = LotChoice(acquired: acquired, quantity: nil, basis: nil)
      let exact = lots.firstIndex { $0.acquired == acquired && $0.quantity == sold }
      let enough = lots.firstIndex { $0.acquired == acquired && $0.quantity > sold }
      let taken = exact ?? enough ?? meant
      let basis = lots[taken].basis?.scaled(by: sold, over: lots[taken].quantity, rounding: .halfEven) ?? .zero
      gains.append([Int64(number), Int64(lots[taken].source ?? 0), sold.steps, basis.steps])
      lots[taken].basis = lots[taken].basis.map { $0 - basis }
      lots[taken].quantity -= sold
      lots.removeAll { $0.quantity.isZero }
      return LotEvent(day: day, source: number, action: .dispose(sold, proceeds: Money(1), choices: [choice]))
    }
    let position = BookedPosition(folding: events, method: .specific)
    #expect(position.lots == lots, "seed \(seed)")
    #expect(
      position.realised.map { [Int64($0.sale), Int64($0.lot ?? 0), $0.quantity.steps, $0.basis?.steps ?? -1] } == gains)
    #expect(gains.count > 300)
    #expect(position.findings.contains { if case .noSuchLot = $0 { true } else { false } } == false)
  }

  @Test("of lots of one day, the lower source is the older, whichever came first")
  func sources() {
    let events = [
      LotEvent(day: "2024-05-01", order: 0, source: 9, action: .acquire("1", cost: "9", acquired: "2020-01-02")),
      LotEvent(day: "2024-05-01", order: 1, source: 4, action: .acquire("1", cost: "4", acquired: "2020-01-02")),
      LotEvent(day: "2024-06-03", source: 10, action: .dispose("1", proceeds: "20", choices: [])),
    ]
    let position = BookedPosition(folding: events, method: .fifo)
    #expect(position.realised.map(\.lot) == [4])
    #expect(position.lots.map(\.source) == [9])
  }

  @Test("no events, no position")
  func empty() {
    #expect(BookedPosition(folding: [], method: .average) == BookedPosition())
  }
}
