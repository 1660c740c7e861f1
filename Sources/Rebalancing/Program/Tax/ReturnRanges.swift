import Taxes

/// Where the results of one tax return can lie: the data bounds that the tax block's big numbers are made of.
struct ReturnRanges {
  /// Net short- and long-term result after carryovers, and their sum.
  var short: ClosedRange<Double>
  var long: ClosedRange<Double>
  var net: ClosedRange<Double>
  /// Taxable income without and with the part at preferential rates, signed.
  var ordinary: ClosedRange<Double> = -.infinity ... .infinity
  var taxable: ClosedRange<Double> = -.infinity ... .infinity

  /// What the results can be when the lots are sold in any way.
  init(short: ClosedRange<Double>, long: ClosedRange<Double>) {
    self.short = short
    self.long = long
    net = short.lowerBound + long.lowerBound...short.upperBound + long.upperBound
  }
}

extension ClosedRange<Double> {
  var isAllGain: Bool { lowerBound >= 0 }
  var isAllLoss: Bool { upperBound <= 0 }

  /// The part that both share; this range where rounding has driven them apart.
  func narrowed(to other: Self) -> Self { overlaps(other) ? clamped(to: other) : self }
}
