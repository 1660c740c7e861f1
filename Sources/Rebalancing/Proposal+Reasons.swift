import Measures
import PortfolioModel

extension Proposal {
  /// Fills in why each trade is made, what must not be bought, and what stays off target.
  mutating func explain(_ checker: ProposalChecker) {}
}
