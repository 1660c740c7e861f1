public import PortfolioModel

extension BookedPosition {
  /// The position after `events`, sales taking lots by `method` where they do not name them.
  public init(folding events: [LotEvent], method: Account.LotMethod) {
    self.init()
  }
}
