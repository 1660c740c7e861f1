import Measures

/// Units of one lot that met one end: a line of gains, or what is still open.
struct LotPiece: Sendable {
  /// Units of a piece that the rule treats alike.
  struct Part: Sendable {
    var quantity: Quantity
    var basis: Money?
    var proceeds: Money?
    /// The day from which the holding period counts.
    var acquired: Day?
    /// Disallowed losses of earlier sales, in the basis.
    var deferred = Money.zero
    /// Of its own loss.
    var disallowed = Money.zero
    /// Whether it has replaced shares that were sold: each share does so once.
    var isUsed = false

    var loss: Money? {
      guard let basis, let proceeds, proceeds < basis, disallowed.isZero else { return nil }
      return basis - proceeds
    }

    /// Takes units off the part; all amounts go in proportion.
    mutating func split(off units: Quantity) -> Part {
      var taken = self
      taken.quantity = min(units, quantity)
      let isAll = taken.quantity == quantity
      func share(_ amount: Money) -> Money {
        isAll ? amount : amount.scaled(by: taken.quantity, over: quantity, rounding: .halfEven) ?? amount
      }
      taken.basis = basis.map(share)
      taken.proceeds = proceeds.map(share)
      taken.deferred = share(deferred)
      taken.disallowed = share(disallowed)
      if let whole = basis, let part = taken.basis { basis = whole - part }
      if let whole = proceeds, let part = taken.proceeds { proceeds = whole - part }
      deferred -= taken.deferred
      disallowed -= taken.disallowed
      quantity -= taken.quantity
      return taken
    }

    /// Whether both can stand in one line.
    func isLike(_ other: Part) -> Bool {
      acquired == other.acquired && deferred.isZero == other.deferred.isZero
        && disallowed.isZero == other.disallowed.isZero
    }

    mutating func add(_ other: Part) {
      quantity += other.quantity
      basis = basis.flatMap { own in other.basis.map { own + $0 } }
      proceeds = proceeds.flatMap { own in other.proceeds.map { own + $0 } }
      deferred += other.deferred
      disallowed += other.disallowed
    }
  }

  /// The rank of its position.
  let position: Int
  /// The place among the position's gains or lots.
  let line: Int
  let lot: Int?
  let bought: Day?
  /// `nil` while it is open.
  let sold: Day?
  /// Whether it is a sale whose loss would count.
  let isTaxedSale: Bool
  /// Whether it was bought, and so may replace what was sold.
  let isBought: Bool
  var parts: [Part]

  /// The parts, those that are alike as one.
  var lines: [Part] {
    if parts.count == 1 { return parts }
    var lines: [Part] = []
    for part in parts {
      if let index = lines.firstIndex(where: { $0.isLike(part) }) { lines[index].add(part) } else { lines.append(part) }
    }
    return lines
  }
}

/// A purchase, with what became of it.
struct Acquisition: Sendable {
  let position: Int
  let source: Int
  let day: Day
  let quantity: Quantity
  /// Of one unit on that day; `nil` where nobody told it.
  let price: Price?
  /// The pieces of it, those that were sold first at the front.
  var pieces: [Int] = []
  /// Units of which no piece is left: they left the household.
  var elsewhere = Quantity.zero
}
