import Measures

/// What units of a replacement count for as units of what was sold, and the other way round.
///
/// Share for share within one security, as many as they were on the day of the sale; across securities of a group dollar for
/// dollar on the days of their trades, since their shares are worth different amounts. `WashSaleMatch` of `Taxes` counts
/// alike for proposals. Where a price is unknown, shares count as equal.
struct ReplacementRate {
  let splits: SplitHistory
  let bought: Day
  let sold: Day
  /// Of one unit; `nil` within one security.
  let prices: (bought: Price, sold: Price)?

  func sold(_ units: Quantity, of day: Day) -> Quantity {
    guard let prices else { return splits.counting(units, of: day, on: sold) }
    let bought = splits.counting(units, of: day, on: bought)
    return bought.scaled(by: prices.bought, over: prices.sold, rounding: .halfEven) ?? bought
  }

  func bought(_ units: Quantity, on day: Day) -> Quantity {
    guard let prices else { return splits.counting(units, of: sold, on: day) }
    let replaced = units.scaled(by: prices.sold, over: prices.bought, rounding: .halfEven) ?? units
    return splits.counting(replaced, of: bought, on: day)
  }
}

/// The splits of a security, to count units of one day as units of another.
struct SplitHistory: Sendable {
  private let splits: [(day: Day, old: Quantity, new: Quantity)]

  init(_ events: [LotEvent]) {
    splits = LotEvent.inSequence(events.filter { $0.splitRatio != nil }).compactMap { event in
      event.splitRatio.map { (event.day, $0.old, $0.new) }
    }
  }

  /// Splits come before all else on their day.
  func counting(_ units: Quantity, of first: Day, on second: Day) -> Quantity {
    var units = units
    for split in splits where split.day > min(first, second) && split.day <= max(first, second) {
      let (old, new) = first <= second ? (split.old, split.new) : (split.new, split.old)
      units = units.scaled(by: new, over: old, rounding: .halfEven) ?? units
    }
    return units
  }
}
