import HiGHSSolver
import Measures
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

/// Trades inside an IRA, a plan or a health savings account are no taxable event (IRC 408(e), 501(a), 223(e), 529(a)).
@Suite("An IRA sale has tax 0")
struct ShelteredSaleTests {
  @Test("a plan over sheltered accounts alone has no tax, no gain and nothing left for later years", arguments: 1...16)
  func anIRASaleHasTax0(seed: Int) throws {
    var household = RandomHousehold(seed: 7000 + seed)
    let problem = household.sheltered()
    let proposal = try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
    #expect(proposal.evaluation.violations == [])
    #expect(proposal.evaluation.parts.tax == .zero)
    #expect(proposal.evaluation.parts.embedded == .zero)
    #expect(proposal.evaluation.parts.carryValue == .zero)
    #expect(proposal.reasons.allSatisfy { $0.tax == nil && $0.gain == nil })
  }

  @Test("each sale by itself has tax 0, and the same sale with a gain in a taxable account has not", arguments: 1...16)
  func besideTaxable(seed: Int) throws {
    var household = RandomHousehold(seed: 7100 + seed)
    var problem = household.sheltered()
    // A return on which every dollar of gain is taxed.
    problem.taxReturns = [TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: "150000")]
    // Each lot by itself and without costs, so that a price above the basis is a gain.
    for index in problem.accounts.indices { problem.accounts[index].lotMethod = .specific }
    for index in problem.securities.indices { problem.securities[index].spread = .zero }
    for index in problem.lots.indices { problem.lots[index].redemptionFee = .zero }
    var taxable = problem
    for index in taxable.accounts.indices { taxable.accounts[index].treatment = .taxable }
    let (inside, outside) = (ProposalChecker(problem), ProposalChecker(taxable))
    let prices = Dictionary(uniqueKeysWithValues: problem.securities.map { ($0.id, $0.price) })
    var gains = 0
    for lot in problem.lots {
      let sale = ProposedTrades.Sale(account: lot.account, security: lot.security, lot: lot.id, shares: lot.shares)
      let trades = ProposedTrades(sales: [sale])
      #expect(inside.evaluation(of: trades).parts.tax == .zero)
      guard lot.basis < prices[lot.security] ?? .zero else { continue }
      gains += 1
      #expect(outside.evaluation(of: trades).parts.tax > .zero)
    }
    #expect(gains > 0)
  }
}
