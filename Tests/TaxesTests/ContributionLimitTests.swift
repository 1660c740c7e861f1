import Measures
import PortfolioModel
import Taxes
import TestSupport
import Testing

@Suite("What may be added in a year")
struct ContributionLimitTests {
  @Test(
    "by kind, year and age at the end of the year",
    arguments: [
      (.deferral, 2025, 49, "23500"), (.deferral, 2025, 50, "31000"), (.deferral, 2025, 59, "31000"),
      (.deferral, 2025, 60, "34750"), (.deferral, 2025, 63, "34750"), (.deferral, 2025, 64, "31000"),
      (.deferral, 2026, 49, "24500"), (.deferral, 2026, 50, "32500"), (.deferral, 2026, 60, "35750"),
      (.deferral, 2026, 64, "32500"), (.deferral457, 2026, 55, "32500"), (.ira, 2025, 49, "7000"),
      (.ira, 2025, 50, "8000"), (.ira, 2026, 49, "7500"), (.ira, 2026, 61, "8600"), (.simple, 2025, 30, "16500"),
      (.simple, 2025, 50, "20000"), (.simple, 2025, 62, "21750"), (.simple, 2026, 50, "21000"),
      (.simple, 2026, 62, "22250"), (.sep, 2025, 70, "70000"), (.sep, 2026, 30, "72000"), (.hsa, 2025, 54, "4300"),
      (.hsa, 2025, 55, "5300"), (.hsa, 2026, 54, "4400"), (.hsa, 2026, 55, "5400"),
    ] as [(ContributionLimits.Kind, Int, Int, Money)])
  func limits(kind: ContributionLimits.Kind, year: Int, age: Int, most: Money) throws {
    #expect(try #require(ContributionLimits.forYear(year)).most(of: kind, age: age) == most)
  }

  @Test("family cover, additions of everybody, and years without a table")
  func rest() throws {
    let (old, new) = (
      try #require(ContributionLimits.forYear(2025)), try #require(ContributionLimits.forYear(2026))
    )
    #expect(old.most(of: .hsa, age: 54, hasFamilyCover: true) == "8550")
    #expect(new.most(of: .hsa, age: 55, hasFamilyCover: true) == "9750")
    #expect(old.mostAdditions(age: 40) == "70000" && old.mostAdditions(age: 61) == "81250")
    #expect(new.mostAdditions(age: 40) == "72000" && new.mostAdditions(age: 52) == "80000")
    #expect(new.most(of: .deferral, age: nil) == "24500")
    #expect(ContributionLimits.forYear(2024) == nil && ContributionLimits.forYear(2027) == nil)
  }
}

@Suite("Required distributions")
struct RequiredDistributionTests {
  @Test(
    "begin at 72, 73 or 75 by the year of birth",
    arguments: [(1949, 72), (1950, 72), (1951, 73), (1959, 73), (1960, 75), (1990, 75)])
  func ages(born: Int, age: Int) {
    #expect(RequiredDistribution.firstAge(bornIn: born) == age)
    #expect(RequiredDistribution.amount(of: "100000", in: born + age - 1, bornIn: born) == "0")
    #expect(RequiredDistribution.amount(of: "100000", in: born + age, bornIn: born) > "0")
  }

  @Test(
    "are the balance over the period of the table, a part of a cent rounded up",
    arguments: [
      (1953, 2026, "265000", "10000"), (1951, 2026, "246000", "10000"), (1946, 2026, "202000", "10000"),
      (1936, 2026, "122000", "10000"), (1926, 2026, "64000", "10000"), (1906, 2026, "200", "100"),
      (1900, 2026, "200", "100"), (1953, 2026, "100000", "3773.59"), (1953, 2026, "-5", "0"),
    ] as [(Int, Int, Money, Money)])
  func amounts(born: Int, year: Int, balance: Money, least: Money) {
    #expect(RequiredDistribution.amount(of: balance, in: year, bornIn: born) == least)
  }
}
