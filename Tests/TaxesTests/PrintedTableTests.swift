import Measures
import PortfolioModel
import Taxes
import TestSupport
import Testing

@Suite("The tables as they are printed")
struct PrintedTableTests {
  private func profile(_ printed: PrintedTable, income: Money = .zero) -> TaxReturnProfile {
    var profile = TaxReturnProfile(id: "u", year: printed.year, filingStatus: printed.status, ordinaryIncome: income)
    profile.deduction = .itemised(.zero)
    return profile
  }

  private func federal(_ printed: PrintedTable, income: Money = .zero, long: Money = .zero) throws -> Money {
    try #require(IncomeTax(of: profile(printed, income: income), long: long)).federal
  }

  @Test("every year and status that has a table is printed here")
  func complete() {
    let printed = Set(PrintedTable.all.map(\.description))
    #expect(printed.count == PrintedTable.all.count)
    #expect(printed.count == TaxTable.all.count * FilingStatus.allCases.count)
    #expect(Set(PrintedTable.all.map(\.year)) == Set(TaxTable.all.map(\.year)))
  }

  @Test(
    "at each line of the rate table the printed tax, a dollar below and above it by the two rates",
    arguments: PrintedTable.all)
  func ordinary(_ printed: PrintedTable) throws {
    for (line, rates) in zip(printed.lines, zip(PrintedTable.cents, PrintedTable.cents.dropFirst())) {
      #expect(try federal(printed, income: line.over) == line.tax, "\(line.over)")
      #expect(try federal(printed, income: line.over - "1") == line.tax - rates.0, "\(line.over)")
      #expect(try federal(printed, income: line.over + "1") == line.tax + rates.1, "\(line.over)")
    }
  }

  @Test(
    "a lone long-term gain is free up to the first printed end, bears 15 % up to the second and 20 % above",
    arguments: PrintedTable.all)
  func gainZones(_ printed: PrintedTable) throws {
    #expect(try federal(printed, long: printed.zeroTop) == .zero)
    #expect(try federal(printed, long: printed.zeroTop + "1") == "0.15")
    #expect(try federal(printed, long: printed.fifteenTop - "1") == printed.fifteenTax - "0.15")
    #expect(try federal(printed, long: printed.fifteenTop) == printed.fifteenTax)
    #expect(try federal(printed, long: printed.fifteenTop + "1") == printed.fifteenTax + "0.20")
  }

  @Test("investment income bears 3.8 % from the first dollar above the threshold", arguments: PrintedTable.all)
  func threshold(_ printed: PrintedTable) throws {
    for (above, tax) in [("-1", "0"), ("0", "0"), ("1", "0.038"), ("5000", "190"), ("5001", "190")] as [(Money, Money)]
    {
      var profile = profile(printed, income: printed.threshold + above)
      profile.otherNetInvestmentIncome = "5000"
      #expect(try #require(IncomeTax(of: profile)).netInvestmentIncomeTax == tax, "\(above)")
    }
  }

  @Test("a net loss lowers income up to the limit, and a dollar more is carried on", arguments: PrintedTable.all)
  func lossLimit(_ printed: PrintedTable) throws {
    for (above, deducted, carried) in [("-1", "-1", "0"), ("0", "0", "0"), ("1", "0", "1")] as [(Money, Money, Money)] {
      let tax = try #require(
        IncomeTax(of: profile(printed, income: "90000"), long: -(printed.lossLimit + above)))
      #expect(tax.netting.deductedLoss == printed.lossLimit + deducted)
      #expect(tax.carryLong == carried)
    }
  }

  @Test("the standard deduction is free, and a dollar more bears 10 %", arguments: PrintedTable.all)
  func deduction(_ printed: PrintedTable) throws {
    for aged in 0...2 {
      let free = printed.deduction + aged * printed.aged
      for (above, tax) in [("-1", "0"), ("0", "0"), ("1", "0.10")] as [(Money, Money)] {
        var profile = profile(printed, income: free + above)
        profile.deduction = .standard(aged: aged)
        #expect(try #require(IncomeTax(of: profile)).federal == tax, "\(aged) \(above)")
      }
    }
  }
}
