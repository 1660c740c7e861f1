public import TimeSeries

/// When a portfolio is brought back, and how far.
public struct RebalanceRule: Sendable, Hashable {
  /// How far a weight may be from its target. With two limits the first to be reached counts.
  public struct Limits: Sendable, Hashable {
    /// A distance, as a fraction of the whole.
    public var absolute: Double?
    /// A fraction of the target.
    public var relative: Double?

    public init(absolute: Double? = nil, relative: Double? = nil) {
      self.absolute = absolute
      self.relative = relative
    }
  }

  public enum Destination: String, Sendable, Hashable, CaseIterable {
    case target
    /// To where the worst weight is at its limit.
    case bandEdge = "band-edge"
    /// To where the worst weight is at half its limit (G. Daryanani 2008).
    case halfBand = "half-band"
  }

  /// `nil`: never.
  public var cycle: Cycle?
  /// `nil`: at every look.
  public var limits: Limits?
  public var destination: Destination

  public init(_ cycle: Cycle?, limits: Limits? = nil, destination: Destination = .target) {
    self.cycle = cycle
    self.limits = limits
    self.destination = destination
  }
}

extension RebalanceRule {
  /// A hair's breadth: `|0.25 - 0.30|` is a little less than 0.05 in binary.
  private static let tolerance = 1e-9

  /// Which part of the distance from the target is kept; `nil` where nothing is due.
  @inline(__always)
  func kept(_ weights: UnsafePointer<Double>, _ target: UnsafePointer<Double>, _ count: Int) -> Double? {
    guard let limits else { return 0 }
    var fill = 0.0
    var isPast = false
    for index in 0..<count {
      let distance = abs(weights[index] - target[index])
      if let absolute = limits.absolute {
        isPast = isPast || distance >= absolute - Self.tolerance
        fill = max(fill, distance / absolute)
      }
      if let relative = limits.relative, target[index] > 0 {
        isPast = isPast || distance / target[index] >= relative - Self.tolerance
        fill = max(fill, distance / target[index] / relative)
      }
    }
    guard isPast else { return nil }
    switch destination {
    case .target: return 0
    case .bandEdge: return min(1, 1 / fill)
    case .halfBand: return 0.5 / fill
    }
  }
}
