import Taxes

extension BookedPosition.RealisedGain {
  /// Whether the gain is long-term (IRC 1222); `nil` where the day of acquisition is not known.
  ///
  /// What was inherited is long-term at once (IRC 1223(9)). A covered short sale counts as acquired on the day of its cover, and so is short-term.
  public var isLongTerm: Bool? {
    isInherited ? true : acquired.map { HoldingPeriod.isLongTerm(acquired: $0, sold: sold) }
  }
}
