import Measures
import TestSupport
import Testing

@Suite("Fixed-point numbers")
struct FixedPointTests {
  @Test("text and value are each other's inverse", arguments: ["0", "1", "-0.07", "69.31", "100", "-1234567.000001"])
  func roundTrip(text: String) throws {
    #expect(try #require(Money(text)).description == text)
  }

  @Test(
    "what is no exact amount is no amount",
    arguments: ["", ".", "1.2.3", "1e5", "0.0000001", "3.14notanumber", "99999999999999"])
  func refused(text: String) {
    #expect(Money(text) == nil)
  }

  @Test("random values survive their own text")
  func randomRoundTrip() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let value = Price(steps: Int64.random(in: .min + 1 ... .max, using: &generator))
      #expect(Price(value.description) == value)
    }
  }

  @Test("rounding rules on ties and beside them")
  func rounding() {
    let table: [(Int128, [Rounding: Int128])] = [
      (25, [.halfEven: 2, .halfAwayFromZero: 3, .towardZero: 2, .down: 2, .up: 3]),
      (35, [.halfEven: 4, .halfAwayFromZero: 4, .towardZero: 3, .down: 3, .up: 4]),
      (-25, [.halfEven: -2, .halfAwayFromZero: -3, .towardZero: -2, .down: -3, .up: -2]),
      (26, [.halfEven: 3, .halfAwayFromZero: 3, .towardZero: 2, .down: 2, .up: 3]),
      (-30, [.halfEven: -3, .halfAwayFromZero: -3, .towardZero: -3, .down: -3, .up: -3]),
    ]
    for (dividend, results) in table {
      for (rule, result) in results { #expect(rule.quotient(dividend, by: 10) == result, "\(dividend) \(rule)") }
    }
  }

  @Test("a product is rounded once")
  func product() {
    #expect(Money("137.14285714", at: "73") == "10011.428571")
    #expect(Money("1", at: "0.0000005") == .zero)
    #expect(Money("3", at: "0.0000005") == "0.000002")
  }

  @Test("largest remainder: the parts sum to the whole")
  func apportionment() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let amount = Money(steps: Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator))
      let count = Int.random(in: 1...6, using: &generator)
      let weights = (0..<count).map { _ in
        Weight(steps: Int64.random(in: 0...Weight.stepsPerUnit / Int64(count), using: &generator))
      }
      #expect(amount.apportioned(by: weights).reduce(.zero, +) == amount)
    }
  }

  @Test("formatted for people: half a cent goes up in size")
  func formatted() {
    #expect(Money("1234.5").formatted(places: 2) == "1234.50")
    #expect(Money("-0.005").formatted(places: 2) == "-0.01")
    #expect(Money("0.5").formatted(places: 0) == "1")
  }

  @Test("a printed digit beyond our scale is rounded half-even and said")
  func printed() throws {
    let read = try #require(Money.reading("0.0000025"))
    #expect(read.value == "0.000002")
    #expect(!read.isExact)
    #expect(("+00000000069.3100" as PrintedNumber).description == "69.31")
    #expect(("-0.00007" as PrintedNumber).description == "-0.00007")
  }
}
