import Measures

/// An amount that lies evenly over units and is dealt out with them.
///
/// A part is the exact proportion in one rounding, what rounding leaves stays in the pool, and the last units take all of
/// it: the parts always sum to the whole. An amount that nobody told deals out parts that nobody told.
struct Pool: Sendable {
  private(set) var amount: Money?
  private(set) var units: Quantity

  init(_ amount: Money?, over units: Quantity) {
    self.amount = amount
    self.units = units
  }

  mutating func part(for taken: Quantity) -> Money? {
    guard let whole = amount else { return nil }
    let proportion = taken < units ? whole.scaled(by: taken, over: units, rounding: .halfEven) : nil
    let part = proportion ?? whole
    amount = whole - part
    units -= min(taken, units)
    return part
  }

  mutating func add(_ added: Money, over addedUnits: Quantity) {
    amount = amount.map { $0 + added }
    units += addedUnits
  }
}
