public import PortfolioModel

extension BookedPosition {
  /// The position after `events`, sales taking lots by `method` where they do not name them.
  ///
  /// The events may come in any order: day, order and source say which is first. Nothing is invented: what the events do
  /// not explain is a finding, and what nobody told stays unknown.
  public init(folding events: [LotEvent], method: Account.LotMethod) {
    self.init(folding: events, methods: LotMethodHistory(method))
  }

  /// The same with methods that changed.
  public init(folding events: [LotEvent], methods: LotMethodHistory) {
    let events = LotEvent.inSequence(events)
    var fold = Fold(methods: methods, opening: Opening(provenBy: events))
    for event in events { fold.apply(event) }
    self.init(lots: fold.lots, realised: fold.realised, findings: fold.findings)
  }
}
