public import Measures

/// Schedule D: short and long results of a year, netted within themselves and across (IRC 1222, 1211, 1212).
public struct CapitalGainNetting: Sendable, Hashable {
  /// Net short-term and long-term result after carryovers.
  public let short: Money
  public let long: Money
  /// Short-term gain that is taxed as ordinary income.
  public let ordinaryGain: Money
  /// Net capital gain, taxed at the preferential rates.
  public let preferentialGain: Money
  /// Losses left after netting, by character; then the part that reduces other income this year.
  public let shortLossLeft: Money
  public let longLossLeft: Money
  public let deductedLoss: Money

  public init(short: Money, long: Money, lossLimit: Money) {
    self.short = short
    self.long = long
    let shortGain = max(short, .zero)
    let shortLoss = max(-short, .zero)
    let longGain = max(long, .zero)
    let longLoss = max(-long, .zero)
    let shortAgainstLong = min(shortLoss, longGain)
    let longAgainstShort = min(longLoss, shortGain)
    ordinaryGain = shortGain - longAgainstShort
    preferentialGain = longGain - shortAgainstLong
    shortLossLeft = shortLoss - shortAgainstLong
    longLossLeft = longLoss - longAgainstShort
    deductedLoss = min(lossLimit, shortLossLeft + longLossLeft)
  }

  /// The line "capital gain or loss" of Form 1040.
  public var formLine: Money { ordinaryGain + preferentialGain - deductedLoss }

  /// The part of the net capital gain that bears up to 28 % (28 % Rate Gain Worksheet; IRC 1(h)(4)).
  ///
  /// - Parameters:
  ///   - collectible: the year's long-term gains less losses from collectibles.
  ///   - carryLong: the long-term loss carried into the year, which lowers them first; so does a net short-term loss.
  public func collectibleGain(of collectible: Money, carryLong: Money) -> Money {
    max(.zero, min(preferentialGain, collectible - carryLong - max(-short, .zero)))
  }

  /// What is carried into next year (Capital Loss Carryover Worksheet): short losses are used first, and only as far as there
  /// was taxable income to use them on.
  ///
  /// - Parameter incomeBeforeLoss: ordinary income plus qualified dividends less the deduction, signed.
  public func carryover(incomeBeforeLoss: Money, lossLimit: Money) -> (short: Money, long: Money) {
    let used = min(lossLimit, max(.zero, incomeBeforeLoss), shortLossLeft + longLossLeft)
    let shortUsed = min(used, shortLossLeft)
    return (shortLossLeft - shortUsed, longLossLeft - (used - shortUsed))
  }
}
