import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Taxes

/// IRC 1(h)(1), (4), (5); 28 % Rate Gain Worksheet and Schedule D Tax Worksheet.
@Suite("Gains from gold and silver")
struct CollectibleTests {
  private func single(_ income: Money) -> TaxReturnProfile {
    TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: income)
  }

  private func rise(
    _ profile: TaxReturnProfile, short: Money = .zero, long: Money, collectible: Money
  ) throws -> Money {
    let before = try #require(IncomeTax(of: profile))
    let after = try #require(IncomeTax(of: profile, short: short, long: long, collectible: collectible))
    return after.federal - before.federal
  }

  @Test("they fill the brackets below 28 % at their rates")
  func lowBracket() throws {
    // Taxable 43,900; 6,500 are left of the 12 % bracket, which ends at 50,400: 780 + 22 % of 3,500 = 1,550.
    #expect(try rise(single("60000"), long: "10000", collectible: "10000") == "1550")
  }

  @Test("they bear 28 % beyond the end of the 24 % bracket, and not 32 or 35 %")
  func limit() throws {
    // Taxable 191,775; 10,000 are left of the 24 % bracket, which ends at 201,775: 2,400 + 28 % of 40,000.
    #expect(try rise(single("207875"), long: "50000", collectible: "50000") == "13600")
    // Taxable 283,900, in the 35 % bracket: 28 % of all.
    #expect(try rise(single("300000"), long: "10000", collectible: "10000") == "2800")
  }

  @Test("other long gain is stacked on them")
  func stacking() throws {
    // Taxable 33,900. 10,000 of gold at 12 %; of 10,000 of stocks 5,550 end below 49,450, where 15 % begins: 1,200 + 15 % of 4,450.
    #expect(try rise(single("50000"), long: "20000", collectible: "10000") == "1867.50")
  }

  @Test("the 15 % zone is used by what is taxed at the brackets' rates, not by what bears 28 %")
  func fifteenZone() throws {
    // Taxable 501,775 - 16,100 = 485,675 of wages; 100,000 of gold bear 28 %. Of 100,000 of stocks 59,825 end below 545,500.
    #expect(
      try rise(single("501775"), long: "200000", collectible: "100000")
        == "28000" + "8973.75" + "8035")
  }

  @Test("a loss on stocks lowers what bears 28 %, as far as there is no other gain")
  func otherLoss() throws {
    // Net capital gain 6,000, all of it from gold: 28 % of 6,000.
    #expect(try rise(single("300000"), long: "6000", collectible: "10000") == "1680")
  }

  @Test("short-term losses and carryovers lower them before other long gain")
  func lossesFirst() throws {
    // 4,000 of short loss leave 6,000 of gold at 28 % and 10,000 at 15 %.
    #expect(try rise(single("300000"), short: "-4000", long: "20000", collectible: "10000") == "3180")
    var profile = single("300000")
    profile.carryLong = "10000"
    // Before: 3,000 of the carryover are deducted at 35 %. After: it is used on the gold, and 10,000 are left at 15 %.
    #expect(try rise(profile, long: "20000", collectible: "10000") == "2550")
  }

  @Test("a loss on gold lowers other long gain")
  func goldLoss() throws {
    #expect(try rise(single("300000"), long: "4000", collectible: "-6000") == "600")
  }

  @Test("what the year has seen of them counts")
  func yearToDate() throws {
    var profile = single("300000")
    profile.realisedLong = "-5000"
    profile.realisedCollectible = "-5000"
    // 10,000 of gold less 5,000 of gold lost; before, 3,000 of the loss were deducted at 35 %.
    #expect(try rise(profile, long: "10000", collectible: "10000") == "2450")
  }

  @Test("without them the worksheet is the simpler one, for random returns")
  func agreement() throws {
    var generator = SeededGenerator(seed: 28)
    for _ in 0..<2_000 {
      let status = TaxTable.year2026.status(FilingStatus.allCases.randomElement(using: &generator) ?? .single)
      let ordinary = Money(Int.random(in: -40_000...800_000, using: &generator))
      let preferential = Money(Int.random(in: 0...400_000, using: &generator))
      let simple = IncomeTax.federal(ordinary: ordinary, preferential: preferential, status)
      let full = ScheduleDTax(ordinary: ordinary, preferential: preferential, collectible: .zero, status)
      #expect(full.amount == simple)
      #expect(full.atCollectiblesRate == .zero)
    }
  }
}

/// Returns that another program has reckoned: Tests/Oracles/policyengine_collectibles.py says how they were made.
@Suite("The same tax on collectibles as PolicyEngine's")
struct PolicyEngineTests {
  @Test("240 random returns, to the half dollar that its 32-bit figures allow")
  func recorded() throws {
    let lines = try Checkout.text("Tests/Oracles/policyengine_collectibles.csv").split(separator: "\n").dropFirst()
    for line in lines {
      let fields = line.split(separator: ",").map(String.init)
      let year = try #require(Int(fields[0]))
      let status = try #require(FilingStatus(rawValue: fields[1]))
      let amounts = fields.dropFirst(2).compactMap { Money($0) }
      try #require(amounts.count == 5)
      let profile = TaxReturnProfile(id: "r", year: year, filingStatus: status, ordinaryIncome: amounts[0])
      let tax = try #require(IncomeTax(of: profile, short: amounts[1], long: amounts[2], collectible: amounts[3]))
      #expect((tax.federal - amounts[4]).magnitude <= "0.5", "\(line): \(tax.federal)")
    }
    #expect(lines.count == 240)
  }
}
