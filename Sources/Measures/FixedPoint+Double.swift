/// The bridge to floating point: for the solver's coefficients, signals and drawing, never for an account book.
extension FixedPoint {
  /// The nearest `Double`, in units.
  public var approximate: Double { Double(steps) / Double(Self.stepsPerUnit) }

  /// The nearest step to a finite `Double`; `nil` where it does not fit.
  public init?(nearest value: Double) {
    guard let steps = Int64(exactly: (value * Double(Self.stepsPerUnit)).rounded()) else { return nil }
    self.steps = steps
  }
}
