/// An invented security; prices are ten-thousandths, units are thousandths.
struct InventedSecurity {
  let cusip: String
  let ticker: String
  let name: String
  let isFund: Bool
  var price: Int
  var units = 0

  init(number: Int, price: Int) {
    let digits = String(20_000_000 + number * 41)
    cusip = digits + String(Self.checkDigit(digits.utf8.map { Int($0) - 48 }))
    isFund = number % 3 != 2
    let letters = [number / 676 % 26, number / 26 % 26, number % 26].map { String(UnicodeScalar(UInt8(65 + $0))) }
    ticker = (isFund ? "Q" : "Z") + letters.joined() + (isFund ? "X" : "")
    name = isFund ? "INVENTED FUND \(number) ADMIRAL" : "INVENTED STOCK \(number) & SONS"
    self.price = price
  }

  /// ANSI X9.6: every second digit doubled, digits summed.
  private static func checkDigit(_ digits: [Int]) -> Int {
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let weighted = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + weighted / 10 + weighted % 10
    }
    return (10 - sum % 10) % 10
  }
}

/// One thing that happens in the invented account; amounts are cents and change the account's cash as they are signed.
struct Event {
  enum Kind {
    case buy, sell, reinvest, dividend, tax, returnOfCapital, transferIn, split, deposit
  }

  let kind: Kind
  let number: Int
  let day: CalendarDay
  let settleDay: CalendarDay
  /// At the price of the event, with the units from before it.
  let security: InventedSecurity
  var units = 0
  var fee = 0
  var amount = 0
}

/// The life of an invented account: a sequence of plausible events, which never sells what it does not have.
struct Story {
  private(set) var securities: [InventedSecurity]
  private(set) var cash = 0
  let length: Int
  private var generator: SeededGenerator
  private var number = 0

  static let days = 25 * 365

  init(length: Int, securities count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    securities = (0..<count).map {
      InventedSecurity(number: $0, price: Int.random(in: 50_000...5_000_000, using: &generator))
    }
    self.length = length
    self.generator = generator
  }

  mutating func next() -> Event {
    let day = number * Self.days / length
    let index = Int.random(in: securities.indices, using: &generator)
    securities[index].price += securities[index].price * Int.random(in: -100...102, using: &generator) / 10_000
    var event = Event(
      kind: kind(for: securities[index]), number: number, day: CalendarDay(day), settleDay: CalendarDay(day + 2),
      security: securities[index])
    fill(&event)
    securities[index].units += event.units
    if event.kind == .split { securities[index].price /= 2 }
    if event.kind != .reinvest { cash += event.amount }
    number += 1
    return event
  }

  private mutating func kind(for security: InventedSecurity) -> Event.Kind {
    switch Int.random(in: 0..<1000, using: &generator) {
    case 0..<70: .deposit
    case 70..<90: .transferIn
    case _ where security.units < 1000: .buy
    case 90..<210: .sell
    case 210..<430: .reinvest
    case 430..<570: .dividend
    case 570..<590: .tax
    case 590..<595: .returnOfCapital
    case 595..<596 where security.units < 1_000_000_000: .split
    default: .buy
    }
  }

  private mutating func fill(_ event: inout Event) {
    let security = event.security
    func value(_ units: Int) -> Int { (units * security.price + 50_000) / 100_000 }
    switch event.kind {
    case .deposit: event.amount = Int.random(in: 1_000...500_000, using: &generator)
    case .buy:
      event.units = Int.random(in: 1...40_000, using: &generator)
      event.fee = !security.isFund && event.number.isMultiple(of: 3) ? 495 : 0
      event.amount = -value(event.units) - event.fee
    case .sell:
      let units = max(1, security.units * Int.random(in: 1...60, using: &generator) / 100)
      event.units = -units
      event.amount = value(units)
    case .reinvest:
      event.amount = -max(1, value(security.units) / 200)
      event.units = max(1, -event.amount * 100_000 / max(1, security.price))  // splits may bring a price to nothing
    case .dividend: event.amount = max(1, value(security.units) / 250)
    case .tax: event.amount = -Int.random(in: 1...500, using: &generator)
    case .returnOfCapital: event.amount = max(1, value(security.units) / 1000)
    case .transferIn: event.units = Int.random(in: 1...9_000, using: &generator)
    case .split: event.units = security.units
    }
  }
}
