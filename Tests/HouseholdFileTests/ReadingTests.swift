import Allocation
import Diagnostics
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Taxes
import TestSupport
import Testing

@Suite("household.yaml, read")
struct ReadingTests {
  static func document(_ text: String) throws -> HouseholdDocument {
    let reading = HouseholdFile.reading(text, file: "household.yaml")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.value)
  }

  @Test("a short file is enough: built-in classes and funds, owner and return by default")
  func short() throws {
    let document = try Self.document(Samples.short)
    let household = document.household
    #expect(household.accounts.map(\.id) == ["brokerage", "roth"])
    #expect(household.accounts.map(\.owners) == Array(repeating: [.init(member: "anna", share: "1")], count: 2))
    #expect(household.accounts.map(\.taxReturn) == ["return", "return"])
    #expect(household.accounts[1].numbers == ["00123"])
    #expect(household.accounts[1].menu == nil)
    #expect(household.accounts[0].menu == ["VTI", "VXUS", "BND"])
    #expect(household.securities.first { $0.id == "VXUS" }?.exposure == ["emerging": "0.26", "intl_developed": "0.74"])
    #expect(document.policy.targets.map(\.assetClass) == ["us_stock", "intl_stock", "us_bond"])
    #expect(document.policy.targets[0].band == Band(absolute: "0.05", relative: "0.25"))
    #expect(document.taxReturns[0].ordinaryIncome == "95000")
  }

  @Test("securities: the file's facts replace the built-in ones field by field")
  func securities() throws {
    let household = try Self.document(Samples.full).household
    let vti = try #require(household.securities.first { $0.id == "VTI" })
    #expect(vti.name == "Vanguard Total Stock Market ETF")
    #expect(vti.exposure == ["us": "1"])
    #expect(vti.expenseRatio == "0.0003" && vti.yield == "0.0125" && vti.qualified == "0.95" && vti.spread == "0.0002")
    #expect(vti.group == "VTI")
    let vxus = try #require(household.securities.first { $0.id == "VXUS" })
    #expect(vxus.exposure == ["intl": "1"], "by `covers`, whatever the built-in tree divides it into")
    let plan = try #require(household.securities.first { $0.id == "K500" })
    #expect(plan.kind == .fund && plan.name == "Plan 500" && plan.expenseRatio == "0.0001" && plan.group == "K500")
  }

  @Test("accounts")
  func accounts() throws {
    let household = try Self.document(Samples.full).household
    #expect(household.accounts.map(\.treatment) == [.taxable, .traditional, .roth])
    #expect(household.accounts.map(\.allowsFractionalShares) == [false, true, false])
    #expect(household.accounts[1].menu == ["K500", "KBND", "KINT"])
    #expect(household.accounts[2].numbers == ["333", "…334"])
    #expect(household.members == [Member(id: "a", name: "A.", birthDay: "1970-05-01", retirementYear: 2035)])
  }

  @Test(
    "filers who are 65 by the last day of the year raise the standard deduction: two of a joint return, else the first",
    arguments: [
      ("mfj", "", ["1961-01-01", "1950-06-30", "1930-01-01"], 2), ("mfj", "", ["1961-01-02", "1950-06-30"], 1),
      ("single", "", ["1961-01-01", "1930-01-01"], 1), ("hoh", "", ["1985-03-01", "1930-01-01"], 0),
      ("mfs", "members: [m1], ", ["1985-03-01", "1960-12-31"], 1), ("qss", "", ["1961-01-02"], 0),
    ])
  func agedFilers(status: String, whose: String, births: [String], aged: Int) throws {
    let members = births.enumerated().map { "m\($0): {born: \($1)}" }.joined(separator: ", ")
    let text = "members: {\(members)}\ntax_returns: [{\(whose)year: 2025, status: \(status), income: 9"
    #expect(try Self.document(text + "}]").taxReturns.map(\.deduction) == [.standard(aged: aged)])
    #expect(try Self.document(text + ", deduction: standard}]").taxReturns.map(\.deduction) == [.standard(aged: aged)])
    #expect(try Self.document(text + ", deduction: 20000}]").taxReturns.map(\.deduction) == [.itemised("20000")])
  }

  @Test("targets, bands and settings")
  func policy() throws {
    let policy = try Self.document(Samples.full).policy
    #expect(policy.targets.map(\.weight) == ["0.6", "0.2", "0.2", "0"])
    #expect(policy.targets.map(\.band.absolute) == ["0.05", "0.05", "0.05", "0.01"])
    #expect(policy.effective == "2026-01-01" && policy.reviewed == "2026-10-01")
    var placement = PlacementSettings()
    placement.annuity = "0"
    placement.driftInside = "0.002"
    placement.driftOutside = "0.06"
    placement.washSalePolicy = .forbid
    placement.cashYield = "0.036"
    #expect(policy.placement == placement)
  }

  @Test("targets over time, a rule by the calendar and how far it goes")
  func history() throws {
    let policy = try Self.document(
      """
      targets:
        - {effective: 2026-01-01, reviewed: 2026-03-01, us_stock: 50%, us_bond: 50%}
        - {us_stock: 100%}
        - {effective: 2021-01-01, us_stock: 70%, us_bond: 30%}
      rebalance: {trigger: both, every: semi-annual, destination: half-band}
      """
    ).policy
    #expect(policy.history.map(\.effective) == [nil, "2021-01-01", "2026-01-01"])
    #expect(policy.targets.map(\.weight) == ["0.5", "0.5"] && policy.reviewed == "2026-03-01")
    #expect(policy.inForce(on: "2025-12-31").targets.map(\.weight) == ["0.7", "0.3"])
    #expect(policy.trigger == .both(.semiAnnual) && policy.destination == .halfBand)
  }

  @Test("tax returns")
  func taxReturns() throws {
    let document = try Self.document(Samples.full)
    var profile = TaxReturnProfile(
      id: "u", year: 2026, filingStatus: .marriedFilingJointly, ordinaryIncome: "150000")
    profile.stateRate = "0.05"
    profile.valueOfCarryShort = "0.14"
    profile.valueOfCarryLong = "0.1"
    profile.futureGainRate = "0.15"
    profile.ordinaryLocationRate = "0.27"
    profile.qualifiedLocationRate = "0.2"
    #expect(document.taxReturns == [profile])
  }

  @Test("cliffs, budget, itemised deduction, scheduled purchases and a tree of classes")
  func rest() throws {
    let document = try Self.document(
      """
      members: {a: , b: }
      classes:
        stock:
          name: Stocks
          children:
            us: {name: US, covers: [us_stock]}
            intl: Abroad
        cash: Cash
      accounts:
        j: {kind: joint, owners: [a, b], tax_return: r2}
        o: {kind: other, treatment: hsa, owner: b, cash_reserve: "1,000.50", never_sell: [VTI], lot_method: fifo}
      tax_returns:
        - {id: r1, members: [a], year: 2026, status: mfs, income: 1}
        - id: r2
          members: [b]
          year: 2026
          status: mfs
          income: -5
          deduction: 26,000
          tax_budget: $400
          cliffs: [{threshold: 212000, cost: 1148}]
      scheduled_buys:
        - {account: o, security: VTI, day: 2026-01-31, every: monthly}
      """)
    #expect(document.household.assetClasses.map { $0.parent?.rawValue ?? "-" } == ["-", "stock", "stock", "-"])
    #expect(document.household.accounts[0].owners.map(\.share) == ["0.5", "0.5"])
    #expect(document.household.accounts.map(\.taxReturn) == ["r2", "r2"])
    #expect(document.household.accounts[1].cashReserve == "1000.5")
    #expect(document.household.accounts[1].treatment == .hsa)
    #expect(document.taxReturns[1].deduction == .itemised("26000"))
    #expect(document.taxReturns[1].cliffs == [.init(threshold: "212000", cost: "1148")])
    #expect(document.taxReturns[1].taxBudget == "400")
    #expect(
      document.scheduledBuys == [ScheduledBuy(account: "o", security: "VTI", day: "2026-01-31", every: .monthly)])
  }

  @Test("a lot method that changed has its days")
  func lotMethods() throws {
    let document = try Self.document(
      """
      members: {a: }
      accounts:
        x: {kind: taxable, lot_method: [{method: average}, {method: specific, since: 2024-01-01}]}
        y: {kind: taxable, lot_method: fifo}
      """)
    #expect(
      document.household.accounts.map(\.lotMethods) == [
        LotMethodHistory(.specific, former: [LotMethodHistory.Former(.average, until: "2024-01-01")]),
        LotMethodHistory(.fifo),
      ])
  }

  @Test("an empty file is a household without anything")
  func empty() throws {
    for text in ["", "# nothing yet\n", "{}"] {
      #expect(try Self.document(text).household.accounts.isEmpty)
    }
  }
}
