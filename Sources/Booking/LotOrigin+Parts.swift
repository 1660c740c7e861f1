import Measures
import PortfolioModel

extension LotOrigin {
  /// Takes the part that belongs to `taken` units off the origin of `whole` units.
  mutating func take(_ taken: Quantity, of whole: Quantity) -> LotOrigin {
    guard case .gift(let day, let value) = self else { return self }
    var pool = Pool(value, over: whole)
    let part = pool.part(for: taken) ?? value
    self = .gift(on: day, value: value - part)
    return .gift(on: day, value: part)
  }

  /// The same for a part of the basis, which a spin-off takes along.
  mutating func take(_ fraction: Weight) -> LotOrigin {
    guard case .gift(let day, let value) = self, let part = value.times(fraction) else { return self }
    self = .gift(on: day, value: value - part)
    return .gift(on: day, value: part)
  }

  /// A return of capital lowers both bases of a gift.
  mutating func lower(by amount: Money) {
    guard case .gift(let day, let value) = self else { return }
    self = .gift(on: day, value: max(.zero, value - amount))
  }

  /// As of other units of the same lot, as a broker's file states them.
  func scaled(to units: Quantity, from old: Quantity) -> LotOrigin {
    guard case .gift(let day, let value) = self,
      let scaled = value.scaled(by: units, over: old, rounding: .halfEven)
    else { return self }
    return .gift(on: day, value: scaled)
  }
}
