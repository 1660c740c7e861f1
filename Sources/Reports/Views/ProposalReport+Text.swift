import Measures
import Rebalancing

extension ProposalReport {
  public func text(_ style: TextStyle) -> String { "\(proposal.status.rawValue) \(proposal.objective)\n" }
}
