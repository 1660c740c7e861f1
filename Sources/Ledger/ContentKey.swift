import Measures

/// What a row does to an account, in words that a CSV and an OFX file of one period share.
///
/// The kind is not a part of it: brokers call one payment dividend, interest or income, and the number of rows with one effect
/// on one day is the same whatever they are called. Units count to the thousandth and money to the cent, since formats print
/// different numbers of digits.
struct ContentKey: Hashable {
  enum Subject: Int64 { case transaction, position, lot }

  var day: Day
  /// The resolved security; zero for none.
  var security: Int
  /// Thousandths.
  let units: Int64
  /// Cents.
  let cash: Int64
  /// Nothing but a row without any effect is told apart by more than its effect.
  let detail: Int64
  /// In which the cash is counted.
  let currency: String

  init(
    _ subject: Subject = .transaction, day: Day, security: Int, units: Quantity?, cash: Money?, currency: String,
    detail: Int64 = 0
  ) {
    self.day = day
    self.security = security
    self.units = (units ?? .zero).rounded(toPlaces: 3, .halfEven).steps
    self.cash = (cash ?? .zero).rounded(toPlaces: 2, .halfEven).steps
    self.detail = detail * 4 + subject.rawValue
    self.currency = currency
  }

  var hasEffect: Bool { units != 0 || cash != 0 }

  /// For a person: `2026-02-10, 1 units, -251.00 in cash`.
  var figures: String {
    "\(day), \(Quantity(steps: units)) units, \(Money(steps: cash).formatted(places: 2)) in cash"
  }

  func on(_ day: Day) -> ContentKey {
    var moved = self
    moved.day = day
    return moved
  }

  /// The same whatever the security.
  var effect: ContentKey {
    var effect = self
    effect.security = 0
    return effect
  }

  /// Whether both move the same thing in the same direction.
  func isLike(_ other: ContentKey) -> Bool {
    security == other.security && currency == other.currency && units.signum() == other.units.signum()
      && cash.signum() == other.cash.signum()
  }
}
