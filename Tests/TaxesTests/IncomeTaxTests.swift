import Measures
import PortfolioModel
import Taxes
import TestSupport
import Testing

@Suite("The tax of one return")
struct IncomeTaxTests {
  private func joint(_ income: Money, year: Int = 2026) -> TaxReturnProfile {
    TaxReturnProfile(id: "u", year: year, filingStatus: .marriedFilingJointly, ordinaryIncome: income)
  }

  @Test("every table names all five statuses")
  func complete() {
    for table in TaxTable.all {
      for status in FilingStatus.allCases {
        #expect(!table.status(status).ordinaryBrackets.isEmpty, "\(table.year) \(status)")
      }
    }
    #expect(TaxTable.forYear(2019) == nil)
    #expect(TaxTable.latest.year == 2026)
  }

  @Test("ordinary income alone, by hand")
  func ordinary() throws {
    // 150,000 − 32,200 = 117,800: 10 % of 24,800 + 12 % of 76,000 + 22 % of 17,000 = 2,480 + 9,120 + 3,740.
    #expect(try #require(IncomeTax(of: joint("150000"))).federal == "15340")
    // 2025: 150,000 − 31,500 = 118,500: 2,385 + 12 % of 73,100 + 22 % of 21,550 = 2,385 + 8,772 + 4,741.
    #expect(try #require(IncomeTax(of: joint("150000", year: 2025))).federal == "15898")
  }

  @Test("a long gain is stacked on ordinary income: 0 %, then 15 %")
  func stacking() throws {
    // Taxable ordinary income 67,800; the 0 % zone ends at 98,900, so 31,100 of 50,000 are free and 18,900 bear 15 %.
    let before = try #require(IncomeTax(of: joint("100000")))
    let after = try #require(IncomeTax(of: joint("100000"), long: "50000"))
    #expect(after.federal - before.federal == "2835")
  }

  @Test("losses net first, then 3,000 reduce other income, the rest is carried by character")
  func losses() throws {
    let tax = try #require(IncomeTax(of: joint("150000"), short: "-10000", long: "4000"))
    // Net short loss 6,000; 3,000 deducted at 22 % (117,800 is in that bracket): 660 less; 3,000 carried as short.
    let before = try #require(IncomeTax(of: joint("150000")))
    #expect(before.federal - tax.federal == "660")
    #expect(tax.carryShort == "3000")
    #expect(tax.carryLong == .zero)
  }

  @Test("married filing separately may deduct 1,500")
  func separate() throws {
    var profile = joint("150000")
    profile.filingStatus = .marriedFilingSeparately
    let tax = try #require(IncomeTax(of: profile, long: "-5000"))
    #expect(tax.netting.deductedLoss == "1500")
    #expect(tax.carryLong == "3500")
  }

  @Test("investment income above the threshold bears 3.8 %")
  func netInvestmentIncome() throws {
    // MAGI 240,000 + 30,000; 20,000 above 250,000 is less than the investment income of 30,000.
    let tax = try #require(IncomeTax(of: joint("240000"), long: "30000"))
    #expect(tax.netInvestmentIncomeTax == "760")
  }

  @Test("one dollar over a cliff costs the cliff")
  func cliff() throws {
    var profile = joint("218000")
    profile.cliffs = [.init(threshold: "218000", cost: "2300")]
    #expect(try #require(IncomeTax(of: profile)).cliffs == .zero)
    #expect(try #require(IncomeTax(of: profile, long: "1")).cliffs == "2300")
  }

  @Test("more long gain never lowers the total, for random returns")
  func monotone() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      var profile = joint(Money(Int.random(in: 0...700_000, using: &generator)))
      profile.filingStatus = FilingStatus.allCases.randomElement(using: &generator) ?? .single
      profile.carryLong = Money(Int.random(in: 0...20_000, using: &generator))
      profile.qualifiedDividends = Money(Int.random(in: 0...20_000, using: &generator))
      let long = Money(Int.random(in: -50_000...50_000, using: &generator))
      let less = try #require(IncomeTax(of: profile, long: long))
      let more = try #require(IncomeTax(of: profile, long: long + Money(100)))
      #expect(more.total >= less.total)
      // At most 35 % on a deduction lost, and 5 % on preferential income that it pushes from the 15 % into the 20 % zone.
      #expect(more.federal - less.federal <= "40")
    }
  }
}
