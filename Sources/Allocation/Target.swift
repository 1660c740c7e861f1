public import Measures
public import PortfolioModel

/// How far a class may stray from its target before the household acts.
public struct Band: Sendable, Hashable {
  /// Half-width in fractions of the household's value: 0.05 is five percentage points.
  public let absolute: Weight?
  /// Half-width as a fraction of the target: 0.25 of a 10 % target is 2.5 points.
  public let relative: Weight?

  public init(absolute: Weight? = nil, relative: Weight? = nil) {
    self.absolute = absolute
    self.relative = relative
  }

  /// The narrower of both half-widths around `target`; unbounded where neither is given.
  ///
  /// A fraction of nothing says nothing: around a target of zero only the absolute half-width counts.
  public func halfWidth(around target: Weight) -> Weight {
    let scaled = scaled(to: target)
    switch (absolute, scaled) {
    case (let absolute?, let scaled?): return min(absolute, scaled)
    case (let width?, nil), (nil, let width?): return width
    case (nil, nil): return Weight(1)
    }
  }

  /// Whether the half-width around `target` is the one that is a fraction of it.
  public func isRelative(around target: Weight) -> Bool {
    guard let scaled = scaled(to: target) else { return false }
    return absolute.map { scaled < $0 } ?? true
  }

  private func scaled(to target: Weight) -> Weight? {
    target.isZero ? nil : relative.flatMap { target.scaled(by: $0, over: Weight(1), rounding: .halfEven) }
  }
}

/// The wanted weight of one class of the tree: a leaf, or a node that stands for all of its leaves together.
public struct Target: Sendable, Hashable {
  public let assetClass: AssetClassID
  public let weight: Weight
  public let band: Band

  public init(assetClass: AssetClassID, weight: Weight, band: Band) {
    self.assetClass = assetClass
    self.weight = weight
    self.band = band
  }
}
