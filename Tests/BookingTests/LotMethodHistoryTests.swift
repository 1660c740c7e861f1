import Booking
import Measures
import PortfolioModel
import TestSupport
import Testing

/// An account whose lot method changed.
struct LotMethodHistoryTests {
  private let events = [
    LotEvent(day: "2023-01-03", source: 1, action: .acquire("10", cost: "100", acquired: "2023-01-03")),
    LotEvent(day: "2023-02-03", source: 2, action: .acquire("10", cost: "300", acquired: "2023-02-03")),
    LotEvent(day: "2023-06-01", source: 3, action: .dispose("5", proceeds: "200", choices: [])),
    LotEvent(
      day: "2024-06-03", source: 4,
      action: .dispose("5", proceeds: "200", choices: [LotChoice(acquired: "2023-02-03", quantity: "5", basis: nil)])),
  ]

  private func bases(_ methods: LotMethodHistory) -> [Money?] {
    BookedPosition(folding: events, methods: methods).realised.map(\.basis)
  }

  @Test func eachSaleGoesByTheMethodOfItsDay() {
    let average = LotMethodHistory.Former(.average, until: "2024-01-01")
    let fifo = LotMethodHistory.Former(.fifo, until: "2024-01-01")
    #expect(bases(LotMethodHistory(.average)) == ["100", "100"])
    #expect(bases(LotMethodHistory(.specific)) == ["50", "150"])
    // Averaging ends: the lots keep the mean of 20 a unit.
    #expect(bases(LotMethodHistory(.specific, former: [average])) == ["100", "100"])
    // Averaging begins with the units held then: 350 for 15.
    #expect(bases(LotMethodHistory(.average, former: [fifo])) == ["50", "116.666667"])
    #expect(bases(LotMethodHistory(.fifo, former: [fifo])) == ["50", "50"])
  }

  @Test func theFirstDayOfAMethodIsItsOwn() {
    let methods = LotMethodHistory(.specific, former: [LotMethodHistory.Former(.average, until: "2024-01-01")])
    #expect(methods.method(on: "2023-12-31") == .average)
    #expect(methods.method(on: "2024-01-01") == .specific)
  }
}
