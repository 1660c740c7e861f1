import Measures
import PortfolioModel
import Taxes
import TestSupport
import Testing

/// Returns that another program has reckoned: Tests/Oracles/taxcalc_oracle.py says how they were made.
@Suite("The same tax as Tax-Calculator's")
struct TaxCalculatorTests {
  struct RecordedReturn {
    let profile: TaxReturnProfile
    let federal: Money
    let netInvestmentIncomeTax: Money
    let carryShort: Money
    let carryLong: Money

    init?(_ line: Substring) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let amounts = fields.dropFirst(2).compactMap { Money($0) }
      guard fields.count == 14, amounts.count == 12, let year = Int(fields[0]), let aged = Int(fields[9]),
        let status = FilingStatus(rawValue: fields[1])
      else { return nil }
      var profile = TaxReturnProfile(id: "r", year: year, filingStatus: status, ordinaryIncome: amounts[0])
      profile.qualifiedDividends = amounts[1]
      profile.otherNetInvestmentIncome = amounts[2]
      profile.realisedShort = amounts[3]
      profile.realisedLong = amounts[4]
      profile.carryShort = amounts[5]
      profile.carryLong = amounts[6]
      profile.deduction = .standard(aged: aged)
      self.profile = profile
      federal = amounts[8]
      netInvestmentIncomeTax = amounts[9]
      carryShort = amounts[10]
      carryLong = amounts[11]
    }
  }

  @Test("a thousand random returns of every status, to the millionth of a dollar that is recorded")
  func recorded() throws {
    let lines = try Checkout.text("Tests/Oracles/taxcalc_returns.csv").split(separator: "\n").dropFirst(2)
    var kinds: Set<String> = []
    for line in lines {
      let recorded = try #require(RecordedReturn(line), "\(line)")
      let tax = try #require(IncomeTax(of: recorded.profile), "\(line)")
      kinds.insert("\(recorded.profile.year) \(recorded.profile.filingStatus)")
      let difference = max(
        (tax.federal - recorded.federal).magnitude,
        (tax.netInvestmentIncomeTax - recorded.netInvestmentIncomeTax).magnitude)
      #expect(difference <= "0.000001", "\(line): \(tax.federal), \(tax.netInvestmentIncomeTax)")
      #expect(tax.carryShort == recorded.carryShort && tax.carryLong == recorded.carryLong, "\(line)")
    }
    #expect(lines.count == 1_000)
    #expect(kinds.count == 10)
  }
}
