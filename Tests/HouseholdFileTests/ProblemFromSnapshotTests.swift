import Allocation
import Diagnostics
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

/// One household three ways: its file, its holdings as a ledger would tell them, and the problem written out by hand.
@Suite("The placement problem of a household")
struct ProblemFromSnapshotTests {
  static func reference() throws -> (HouseholdDocument, HouseholdSnapshot) {
    let document = try ReadingTests.document(Samples.full)
    var snapshot = HouseholdSnapshot(asOf: "2026-11-23", household: document.household)
    func hold(_ account: AccountID, _ security: SecurityID, _ price: Price, _ lots: [TaxLot]) {
      let quantity = lots.reduce(Quantity.zero) { $0 + $1.quantity }
      snapshot.holdings.append(
        Holding(
          account: account, security: security, lots: lots, price: price, priceDay: "2026-11-23",
          value: Money(quantity, at: price) ?? .zero))
    }
    hold(
      "T", "VTI", "330",
      [
        TaxLot(id: "L1", quantity: "200", basis: "28000", acquired: "2019-03-01"),
        TaxLot(id: "L2", quantity: "100", basis: "32000", acquired: "2026-06-15"),
      ])
    hold("T", "BND", "73", [TaxLot(id: "L3", quantity: "300", basis: "26100", acquired: "2021-02-01")])
    hold("K", "K500", "100", [TaxLot(id: "L4", quantity: "1200", basis: "1200", acquired: "2020-01-01")])
    hold("K", "KBND", "10", [TaxLot(id: "L5", quantity: "2000", basis: "2000", acquired: "2020-01-01")])
    hold("R", "VXUS", "72", [TaxLot(id: "L6", quantity: "400", basis: "24000", acquired: "2020-01-01")])
    hold("R", "VTI", "330", [TaxLot(id: "L7", quantity: "50", basis: "10000", acquired: "2020-01-01")])
    snapshot.prices = ["KINT": "50"]
    snapshot.cash = [CashHolding(account: "T", amount: "5000", day: "2026-11-23")]
    return (document, snapshot)
  }

  static func problem(
    _ document: HouseholdDocument, _ snapshot: HouseholdSnapshot, isAfterTax: Bool = false
  ) throws -> (RebalanceProblem, [String]) {
    let reading = RebalanceProblem.posed(
      by: snapshot, policy: document.policy, taxReturns: document.taxReturns, scheduledBuys: document.scheduledBuys,
      isAfterTax: isAfterTax)
    return (try #require(reading.value), reading.diagnostics.map(\.code))
  }

  @Test("classes, returns and settings are those of the case")
  func frame() throws {
    let (document, snapshot) = try Self.reference()
    let (problem, complaints) = try Self.problem(document, snapshot)
    #expect(complaints.isEmpty)
    #expect(problem.name == "reference" && problem.asOf == "2026-11-23" && problem.cashClass == "cash")
    #expect(problem.assetClasses.map(\.id) == ["us", "intl", "bond", "cash"])
    #expect(problem.assetClasses.map(\.target) == ["0.6", "0.2", "0.2", "0"])
    #expect(problem.assetClasses.map(\.band) == ["0.05", "0.05", "0.05", "0.01"])
    #expect(problem.assetClasses.first?.name == "US stocks")
    #expect(problem.settings.minimumTrade == "250" && problem.settings.nuisance == "5")
    #expect(problem.settings.annuity == "0" && problem.settings.cashYield == "0.036")
    #expect(problem.settings.driftInside == "0.002" && problem.settings.driftOutside == "0.06")
    #expect(problem.settings.washDays == 30 && problem.settings.maximumTrades == nil)
    #expect(problem.settings.washSalePolicy == .forbid && problem.forbidsRoundTrips)
    #expect(!problem.requiresWholeSharesPerLot && problem.maximumMisallocation == nil)
    let profile = try #require(problem.taxReturns.first)
    #expect(problem.taxReturns.count == 1 && profile.id == "u" && profile.year == 2026)
    #expect(profile.filingStatus == .marriedFilingJointly && profile.ordinaryIncome == "150000")
    #expect(profile.deduction == .standard() && profile.realisedShort.isZero && profile.realisedLong.isZero)
    #expect(profile.stateRate == "0.05" && profile.futureGainRate == "0.15")
    #expect(profile.valueOfCarryShort == "0.14" && profile.valueOfCarryLong == "0.1")
    #expect(profile.ordinaryLocationRate == "0.27" && profile.qualifiedLocationRate == "0.2")
    #expect(snapshot.total == "311200")
    #expect(problem.recentTransactions.isEmpty && problem.scheduledBuys.isEmpty)
  }

  @Test("securities are those of the case, the plan's fund that nobody holds included")
  func securities() throws {
    let (document, snapshot) = try Self.reference()
    let (problem, _) = try Self.problem(document, snapshot)
    func security(
      _ id: SecurityID, _ kind: RebalanceProblem.Security.Kind, _ price: Price, _ assetClass: AssetClassID,
      expense: Rate, yield: Rate, qualified: Weight, foreign: Rate = .zero, spread: Rate = .zero, group: String? = nil
    ) -> RebalanceProblem.Security {
      var security = RebalanceProblem.Security(id: id, kind: kind, price: price)
      security.classes = [assetClass: "1"]
      security.expenseRatio = expense
      security.yield = yield
      security.qualified = qualified
      security.foreignTax = foreign
      security.spread = spread
      if let group { security.group = group }
      return security
    }
    let expected = [
      security(
        "BND", .etf, "73", "bond", expense: "0.0003", yield: "0.039", qualified: "0", spread: "0.0002",
        group: "totalbond"),
      security("K500", .fund, "100", "us", expense: "0.0001", yield: "0.012", qualified: "0.95"),
      security("KBND", .fund, "10", "bond", expense: "0.0003", yield: "0.038", qualified: "0", group: "totalbond"),
      security(
        "KINT", .fund, "50", "intl", expense: "0.0006", yield: "0.029", qualified: "0.6", foreign: "0.0022"),
      security("VTI", .etf, "330", "us", expense: "0.0003", yield: "0.0125", qualified: "0.95", spread: "0.0002"),
      security(
        "VXUS", .etf, "72", "intl", expense: "0.0005", yield: "0.029", qualified: "0.65", foreign: "0.0022",
        spread: "0.0002"),
    ]
    #expect(problem.securities == expected)
  }

  @Test("accounts and lots are those of the case")
  func accounts() throws {
    let (document, snapshot) = try Self.reference()
    let (problem, _) = try Self.problem(document, snapshot)
    func account(
      _ id: AccountID, _ treatment: TaxTreatment, cash: Money, menu: [SecurityID], fractional: Bool = false
    ) -> RebalanceProblem.Account {
      var account = RebalanceProblem.Account(id: id, owner: "a", treatment: treatment, taxReturn: "u", cash: cash)
      account.menu = menu
      account.allowsFractionalShares = fractional
      // A plan's money stays invested.
      account.largestCash = id == "K" ? "25" : nil
      return account
    }
    #expect(
      problem.accounts == [
        account("T", .taxable, cash: "5000", menu: ["VTI", "BND", "VXUS"]),
        account("K", .traditional, cash: "0", menu: ["K500", "KBND", "KINT"], fractional: true),
        account("R", .roth, cash: "0", menu: ["VTI", "BND", "VXUS"]),
      ])
    #expect(
      problem.lots.map { "\($0.id) \($0.account) \($0.security) \($0.shares) \($0.basis) \($0.acquired) \($0.isHeld)" }
        .sorted() == [
          "L1 T VTI 200 140 2019-03-01 false", "L2 T VTI 100 320 2026-06-15 false",
          "L3 T BND 300 87 2021-02-01 false", "L4 K K500 1200 1 2020-01-01 false",
          "L5 K KBND 2000 1 2020-01-01 false", "L6 R VXUS 400 60 2020-01-01 false",
          "L7 R VTI 50 200 2020-01-01 false",
        ])
  }

  @Test("after tax: traditional money counts less its rate, taxable money less the tax on its gain")
  func afterTax() throws {
    let (document, snapshot) = try Self.reference()
    let (problem, _) = try Self.problem(document, snapshot, isAfterTax: true)
    // Taxable: 120,900 at a basis of 86,100, and 5,000 of cash: (125,900 − 0.15 × 34,800) / 125,900.
    #expect(problem.accounts.map { $0.valueFactor.formatted(places: 6) } == ["0.958539", "0.730000", "1.000000"])
    // The allocation that the household looks at is the one that the proposal starts from.
    let view = AllocationView.afterTax(of: snapshot, taxReturns: document.taxReturns)
    let shown = document.policy.allocation(of: snapshot, view: view)
    let before = ProposalChecker(problem).evaluation(of: ProposedTrades()).weightsBefore
    #expect(before.count == problem.assetClasses.count)
    for assetClass in shown.classes {
      guard let weight = before[assetClass.id] else { continue }
      #expect((weight - assetClass.weight).magnitude < "0.000001", "\(assetClass.name)")
    }
  }

  @Test("gains of another year than the return's are counted in it, which is said")
  func otherYear() throws {
    var (document, snapshot) = try Self.reference()
    document.taxReturns[0].year = 2025
    snapshot.realised = [RealisedGains(account: "T", short: "5", long: "7", isIncomplete: false)]
    let reading = RebalanceProblem.posed(by: snapshot, policy: document.policy, taxReturns: document.taxReturns)
    #expect(reading.value?.taxReturns.map(\.realisedLong) == ["7"])
    #expect(
      reading.diagnostics.map(\.description) == [
        "warning: the tax return u is for 2025: the gains of 2026 are taxed as if they were of that year [rebalance-other-year]\n  in tax_returns.u.year\n  → Write the year 2026, with its income and the losses carried into it."
      ])
  }

  @Test("what is unknown is held, left out or not bought, and said")
  func unknown() throws {
    var (document, snapshot) = try Self.reference()
    document.policy.placement.washDays = 30
    snapshot.prices = [:]
    snapshot.holdings[0].lots[1].acquired = nil
    snapshot.holdings[2].lots[0].basis = nil
    snapshot.unassigned = ["X1"]
    snapshot.household.accounts.append(Account(id: "X1", name: "X1", kind: .other, treatment: .taxable))
    snapshot.household.securities.append(Security(id: "OPT", name: "An option", kind: .option))
    snapshot.holdings.append(
      Holding(
        account: "T", security: "OPT", lots: [TaxLot(id: "O", quantity: "2", basis: "10", acquired: "2026-01-05")],
        price: "1.5", priceDay: nil, value: "300"))
    snapshot.holdings.append(
      Holding(
        account: "T", security: "GONE", lots: [TaxLot(id: "G", quantity: "2", basis: "10", acquired: "2026-01-05")],
        price: nil, priceDay: nil, value: "0"))
    let (problem, complaints) = try Self.problem(document, snapshot)
    #expect(
      complaints.sorted() == [
        "rebalance-left-out", "rebalance-no-price", "rebalance-not-traded", "rebalance-unassigned-account",
        "rebalance-unknown-basis",
      ])
    #expect(problem.accounts.map(\.id) == ["T", "K", "R"])
    #expect(problem.lots.filter(\.isHeld).map(\.id).sorted() == ["L2", "O"])
    #expect(problem.lots.first { $0.id == "L4" }?.basis == "0")
    let option = try #require(problem.securities.first { $0.id == "OPT" })
    #expect(option.price == "150" && !option.isBuyable, "two contracts of 100 shares, worth 300")
    #expect(problem.securities.filter { !$0.allowsAverageBasis }.map(\.id) == ["OPT"])
    #expect(problem.accounts[1].menu == ["K500", "KBND"])
  }

  @Test("gains, recent trades, scheduled purchases and money-market funds come along")
  func yearToDate() throws {
    var (document, snapshot) = try Self.reference()
    snapshot.household.securities.append(KnownFunds.fund("SPAXX") ?? Security(id: "SPAXX", name: "", kind: .cash))
    snapshot.holdings.append(
      Holding(
        account: "R", security: "SPAXX", lots: [TaxLot(id: "M", quantity: "77.5", basis: nil, acquired: nil)],
        price: "1", priceDay: nil, value: "77.5"))
    snapshot.realised = [RealisedGains(account: "T", short: "-10", long: "250", isIncomplete: true)]
    snapshot.recentTrades = [
      RecentTrade(
        account: "T", security: "SOLD", day: "2026-11-10", action: .sell, quantity: "5", gain: "-10", lot: nil)
    ]
    document.scheduledBuys = [
      Policy.ScheduledBuy(account: "K", security: "K500", day: "2026-01-02", every: .biweekly)
    ]
    let (problem, complaints) = try Self.problem(document, snapshot)
    #expect(complaints == ["rebalance-incomplete-gains"])
    #expect(problem.taxReturns[0].realisedShort == "-10" && problem.taxReturns[0].realisedLong == "250")
    #expect(problem.accounts[2].cash == "77.5" && !problem.lots.contains { $0.id == "M" })
    #expect(problem.recentTransactions.map(\.security) == ["SOLD"])
    #expect(problem.securities.first { $0.id == "SOLD" }?.isBuyable == false)
    #expect(problem.scheduledBuys.map(\.day) == ["2026-12-04", "2026-12-18"])
  }

  @Test("without a menu a plan buys what it holds, a broker's account what is not a plan's alone, and no single stock")
  func menus() throws {
    var (document, snapshot) = try Self.reference()
    for index in snapshot.household.accounts.indices { snapshot.household.accounts[index].menu = nil }
    var stock = Security(id: "ACME", name: "Acme", kind: .stock)
    stock.exposure = ["us": "1"]
    snapshot.household.securities.append(stock)
    snapshot.holdings.append(
      Holding(
        account: "T", security: "ACME", lots: [TaxLot(id: "A", quantity: "1", basis: "1", acquired: "2020-01-01")],
        price: "10", priceDay: nil, value: "10"))
    document.policy.staleAfterDays = 7
    let (problem, complaints) = try Self.problem(document, snapshot)
    #expect(complaints == ["rebalance-no-menu"])
    #expect(
      problem.accounts.map(\.menu) == [
        ["BND", "KINT", "VTI", "VXUS"], ["K500", "KBND"], ["BND", "KINT", "VTI", "VXUS"],
      ])
    #expect(problem.securities.first { $0.id == "ACME" }?.isBuyable == false)
  }

  @Test("old prices are said, position by position")
  func stale() throws {
    var (document, snapshot) = try Self.reference()
    snapshot.holdings[3].priceDay = "2026-11-01"
    document.policy.staleAfterDays = 10
    let reading = RebalanceProblem.posed(by: snapshot, policy: document.policy, taxReturns: document.taxReturns)
    #expect(
      reading.diagnostics.map(\.message) == ["the price of KBND in K is 22 days old (2026-11-01)"])
  }

  @Test("a household without targets or returns gets no problem, and is told why")
  func errors() throws {
    let (_, snapshot) = try Self.reference()
    let reading = RebalanceProblem.posed(by: snapshot, policy: InvestmentPolicy(targets: []), taxReturns: [])
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.code) == ["rebalance-no-tax-return", "rebalance-no-targets"])
  }
}
