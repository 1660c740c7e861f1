import Measures

/// A weight as a bar of a hundred parts, with the band and the target that it is held against. Its table carries the same in
/// numbers, so readers of the screen pass it over.
struct Bar: Sendable {
  let weight: String
  let target: String?
  let bandStart: String?
  let bandWidth: String?
  let isOut: Bool

  init(_ weight: Weight, target: Weight? = nil, band: Weight? = nil, isOut: Bool = false) {
    self.weight = Self.hundredth(weight)
    self.target = target.map(Self.hundredth)
    self.isOut = isOut
    guard let target, let band else {
      bandStart = nil
      bandWidth = nil
      return
    }
    let start = max(Weight.zero, target - band)
    bandStart = Self.hundredth(start)
    bandWidth = Self.hundredth(min(Weight(1), target + band) - start)
  }

  /// From nothing to the whole, as SVG writes numbers.
  private static func hundredth(_ weight: Weight) -> String {
    let shown = min(max(weight, .zero), Weight(1))
    return Weight(steps: shown.steps * 100).formatted(places: 2)
  }
}
