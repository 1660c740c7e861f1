import Diagnostics
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

@Suite("Raising cash")
struct WithdrawalTests {
  /// A taxable account of which `gain` is a gain, a second one without, a traditional and a Roth account; one fund, no drift price.
  private static func problem(income: Money, gain: Weight, later: Rate = "0.15") -> RebalanceProblem {
    var settings = PlacementSettings()
    settings.annuity = "0"
    settings.minimumTrade = "1"
    settings.nuisance = "0"
    settings.driftInside = "0"
    settings.driftOutside = "0"
    var problem = RebalanceProblem(name: "W", asOf: "2026-11-23", settings: settings, cashClass: "cash")
    var profile = TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: income)
    profile.futureGainRate = "0.1"
    profile.withdrawalRate = later
    problem.taxReturns = [profile]
    problem.assetClasses = [
      RebalanceProblem.AssetClass(id: "us", target: "1", band: "0.05"),
      RebalanceProblem.AssetClass(id: "cash", target: "0", band: "0.05"),
    ]
    var fund = RebalanceProblem.Security(id: "F", kind: .fund, price: "100")
    fund.classes = ["us": "1"]
    problem.securities = [fund]
    let kinds: [(AccountID, TaxTreatment, Weight)] = [
      ("A", .taxable, gain), ("B", .taxable, "0"), ("T", .traditional, "0"), ("R", .roth, "0"),
    ]
    for (id, treatment, part) in kinds {
      problem.accounts.append(
        RebalanceProblem.Account(id: id, owner: "m", treatment: treatment, taxReturn: "u", cash: .zero))
      let price: Price = "100"
      let basis = price.scaled(by: Weight(1) - part, over: Weight(1), rounding: .halfEven)
      problem.lots.append(
        RebalanceProblem.Lot(
          id: LotID("\(id)1"), account: id, security: "F", shares: "400", basis: basis ?? .zero,
          acquired: "2015-01-02"))
    }
    return problem
  }

  private static let sources: [WithdrawalSource] = [
    WithdrawalSource(account: "A", taxation: .gains, isPenalised: false),
    WithdrawalSource(account: "T", taxation: .income, isPenalised: false),
  ]

  private func found(_ question: WithdrawalQuestion, _ problem: RebalanceProblem) throws -> Withdrawal {
    try Rebalancer(solver: HiGHSSolver()).withdrawal(for: question, from: problem).get()
  }

  /// Tax now less what later years save, for so much from the traditional account and the rest from the taxable one.
  private func cost(_ income: Money, of amount: Money, gain: Weight, _ profile: TaxReturnProfile) throws -> Money {
    let realised = try #require((amount - income).times(gain))
    var raised = profile
    raised.ordinaryIncome += income
    let now = try #require(IncomeTax(of: raised, long: realised)).total - (try #require(IncomeTax(of: profile)).total)
    let later = try #require(income.times(profile.withdrawalRate ?? .zero)) + (try #require(realised.times("0.1")))
    return now - later
  }

  @Test(
    "no division between a taxable and a traditional account is cheaper, fifty dollars by fifty dollars",
    arguments: [
      ("20000", "0.5", "0.15"), ("60000", "0.5", "0.15"), ("62000", "0.8", "0.15"), ("45000", "0.2", "0.1"),
      ("100000", "0.9", "0.22"), ("100000", "0.05", "0.24"), ("10000", "0.95", "0.12"), ("64000", "0.6", "0.18"),
    ] as [(Money, Weight, Rate)])
  func exhaustive(income: Money, gain: Weight, later: Rate) throws {
    let problem = Self.problem(income: income, gain: gain, later: later)
    let amount: Money = "30000"
    let withdrawal = try found(WithdrawalQuestion(amount: amount, sources: Self.sources), problem)
    let profile = problem.taxReturns[0]
    let costs = try (0...600).map { try cost(Money(50 * $0), of: amount, gain: gain, profile) }
    let best = try #require(costs.min())
    let paid = withdrawal.taxNow - withdrawal.taxSavedLater
    #expect(paid <= best + "25", "\(withdrawal.amounts): \(paid), best \(best)")
    let given = withdrawal.amounts["T"] ?? .zero
    // Up to 25 dollars more may be sold, where that saves later tax.
    #expect((paid - (try cost(given, of: amount, gain: gain, profile))).magnitude < "3")
    #expect(withdrawal.amounts.values.reduce(.zero, +) == amount)
  }

  @Test("of two taxable accounts the one without gains gives first; money that nobody taxes comes before a gain")
  func order() throws {
    let taxable = ["A", "B"].map { WithdrawalSource(account: $0, taxation: .gains, isPenalised: false) }
    let problem = Self.problem(income: "150000", gain: "0.6")
    let one = try found(WithdrawalQuestion(amount: "30000", sources: taxable), problem)
    #expect(one.amounts == ["B": "30000"] && one.taxNow == "0")
    let roth = WithdrawalSource(account: "R", taxation: .free, isPenalised: false)
    let other = try found(WithdrawalQuestion(amount: "30000", sources: [taxable[0], roth]), problem)
    #expect(other.amounts == ["R": "30000"] && other.taxNow == "0")
  }

  @Test("idle cash of every taxable account goes before anything is sold with a gain, whatever drift would gain")
  func idleCash() throws {
    var problem = Self.problem(income: "150000", gain: "0.5")
    problem.settings.driftInside = "0.5"
    problem.settings.driftOutside = "0.5"
    problem.assetClasses[0].target = "0.5"
    problem.assetClasses[1].target = "0.5"
    problem.settings.annuity = "8"
    problem.securities[0].expenseRatio = "0.01"
    for index in problem.accounts.indices { problem.accounts[index].cash = "3000" }
    for index in problem.lots.indices { problem.lots[index].basis = "50" }
    let taxable = ["A", "B"].map { WithdrawalSource(account: $0, taxation: .gains, isPenalised: false) }
    let withdrawal = try found(WithdrawalQuestion(amount: "6000", sources: taxable), problem)
    #expect(withdrawal.amounts == ["A": "3000", "B": "3000"])
    #expect(withdrawal.taxNow == "0" && withdrawal.proposal.trades.sales.isEmpty)
  }

  @Test("a sale inside an IRA has no tax; what leaves a traditional one is income, a tenth more before 59½")
  func income() throws {
    let problem = Self.problem(income: "150000", gain: "0.6")
    for (isPenalised, tax) in [(false, "2400"), (true, "3400")] as [(Bool, Money)] {
      let source = WithdrawalSource(account: "T", taxation: .income, isPenalised: isPenalised)
      let withdrawal = try found(WithdrawalQuestion(amount: "10000", sources: [source]), problem)
      #expect(withdrawal.taxNow == tax && withdrawal.taxSavedLater == "1500")
      #expect(withdrawal.proposal.evaluation.parts.tax == "0")
      #expect(withdrawal.proposal.evaluation.cashAfter["T"].map { !$0.isNegative && $0 < "50" } ?? false)
    }
  }

  @Test("what the law demands leaves its account even where it is dearer")
  func required() throws {
    let problem = Self.problem(income: "150000", gain: "0.01", later: "0")
    let free = try found(WithdrawalQuestion(amount: "20000", sources: Self.sources), problem)
    #expect(free.amounts == ["A": "20000"])
    let bound = WithdrawalQuestion(amount: "20000", sources: Self.sources, required: ["T": "7500"])
    #expect(try found(bound, problem).amounts == ["A": "12500", "T": "7500"])
  }

  @Test("nothing else is traded, and what cannot be given is refused with what can")
  func limits() throws {
    let problem = Self.problem(income: "50000", gain: "0.5")
    let withdrawal = try found(WithdrawalQuestion(amount: "1000", sources: Self.sources), problem)
    #expect(withdrawal.proposal.trades.purchases.isEmpty)
    #expect(Set(withdrawal.proposal.trades.sales.map(\.account)).isSubset(of: Set(withdrawal.amounts.keys)))
    let refused = try Rebalancer(solver: HiGHSSolver())
      .withdrawal(for: WithdrawalQuestion(amount: "90000", sources: Self.sources), from: problem)
    #expect(refused.value == nil)
    #expect(
      refused.diagnostics.map(\.message) == ["these accounts cannot give 90,000.00: they can give 80,000.00"])
  }
}
