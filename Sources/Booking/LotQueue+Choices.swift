import Measures

extension LotQueue {
  /// Up to `units` of the lots that `choice` names: those of its day, nearest in basis first, then of its quantity.
  ///
  /// Where no lot has that day, the lots whose day nobody knows may be the one meant.
  mutating func take(_ units: Quantity, namedBy choice: LotChoice) -> [OpenLot] {
    var parts: [OpenLot] = []
    var rest = units
    for index in places(namedBy: choice, selling: units) where !rest.isZero {
      let part = take(rest, at: index)
      rest -= part.quantity
      parts.append(part.completed(by: choice, selling: units))
    }
    dropEmptyPlaces()
    return parts
  }

  private func places(namedBy choice: LotChoice, selling units: Quantity) -> [Int] {
    guard let day = choice.acquired else {
      return ranked(range, by: choice, selling: units) { $0.cents == 0 }
    }
    let dated = firstPlace { $0.age >= day.number }..<firstPlace { $0.age > day.number }
    let undated = range.lowerBound..<firstPlace { $0.acquired != nil }
    return ranked(dated, by: choice, selling: units) + ranked(undated, by: choice, selling: units)
  }

  private func ranked(
    _ range: Range<Int>, by choice: LotChoice, selling units: Quantity,
    where isMeant: (ChoiceDistance) -> Bool = { _ in true }
  ) -> [Int] {
    range.filter { !places[$0].quantity.isZero }
      .map { ChoiceDistance(from: choice, to: places[$0], at: $0, selling: units) }
      .filter(isMeant)
      .sorted { $0.rank < $1.rank }
      .map(\.index)
  }
}

/// How far a lot is from the one that a sale names.
private struct ChoiceDistance {
  let index: Int
  /// Between the basis that was named and the same units of this lot; the farthest where one is not known.
  let cents: Int64
  let rank: (Int64, Int, Int)

  init(from choice: LotChoice, to lot: BookedPosition.OpenLot, at index: Int, selling units: Quantity) {
    self.index = index
    let named = choice.quantity?.magnitude ?? units
    let basis = lot.basis?.scaled(by: named, over: lot.quantity, rounding: .halfEven)
    if let basis, let wanted = choice.basis {
      let distance = (Int128(basis.steps) - Int128(wanted.steps)).magnitude
      cents = Money(steps: Int64(clamping: distance)).rounded(toPlaces: 2, .halfEven).steps
    } else {
      cents = choice.basis == nil ? 0 : .max
    }
    rank = (cents, lot.quantity == named ? 0 : lot.quantity > named ? 1 : 2, index)
  }
}

extension LotChoice {
  /// A quantity alone names no lot.
  var namesLots: Bool { acquired != nil || basis != nil }
}

extension BookedPosition.OpenLot {
  /// This part of a lot with the day and basis that the sale tells, where nobody else did.
  func completed(by choice: LotChoice, selling units: Quantity) -> Self {
    var part = self
    part.acquired = acquired ?? choice.acquired
    part.basis =
      basis ?? choice.basis?.scaled(by: quantity, over: choice.quantity?.magnitude ?? units, rounding: .halfEven)
    return part
  }
}
