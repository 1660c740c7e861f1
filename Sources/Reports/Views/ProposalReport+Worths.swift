import Measures
import Rebalancing

extension ProposalReport {
  /// What the household would pay without a trade, and for what; `nil` where nobody asked.
  func worth(of reason: TradeReason) -> String? {
    let worth = proposal.worths.first {
      $0.account == reason.account && $0.security == reason.security && $0.side == reason.side
    }
    guard let difference = worth?.difference else { return nil }
    let parts = [
      ("tax", difference.tax), ("losses carried", difference.carryValue), ("later tax", difference.embedded),
      ("trading", difference.cost), ("drift", difference.drift), ("fees and distributions", difference.location),
      ("trades", difference.nuisance),
    ]
    let split = parts.filter { $0.1.magnitude >= Money(steps: 5_000) }
      .map { "\($0.0) \($0.1.isNegative ? "" : "+")\(Figures.dollars($0.1))" }
    let splitText = split.isEmpty ? "" : ": " + split.joined(separator: ", ")
    guard difference.objective > .zero else {
      return "the best plan without it costs no more than the gap\(splitText)."
    }
    return "without it the best plan costs \(Figures.dollars(difference.objective)) more\(splitText)."
  }
}
