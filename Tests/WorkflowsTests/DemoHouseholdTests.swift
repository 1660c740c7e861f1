import Allocation
import Diagnostics
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import TestSupport
import Testing

@Suite("The household of the demo")
struct DemoHouseholdTests {
  static let folder = "Sources/Workflows/DemoHousehold/"

  static func document() throws -> HouseholdDocument {
    let reading = HouseholdFile.reading(try Checkout.text(folder + "household.yaml"), file: "household.yaml")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.value)
  }

  @Test("its file reads without a complaint: two people, eight accounts, every treatment but 529")
  func file() throws {
    let document = try Self.document()
    let household = document.household
    #expect(household.members.map(\.birthDay) == ["1981-05-09", "1979-11-23"])
    #expect(household.accounts.count == 8)
    #expect(Set(household.accounts.map(\.treatment)) == [.taxable, .traditional, .roth, .hsa])
    #expect(household.accounts.allSatisfy { $0.taxReturn != nil && $0.institution != nil && !($0.menu ?? []).isEmpty })
    #expect(document.policy.targets.reduce(Weight.zero) { $0 + $1.weight } == "1")
    #expect(document.scheduledBuys.count == 4)
  }

  @Test("every security that an account may buy has classes")
  func classes() throws {
    let household = try Self.document().household
    for id in Set(household.accounts.flatMap { $0.menu ?? [] }) {
      let security = household.securities.first { $0.id == id }
      #expect(security?.exposure.isEmpty == false, "\(id)")
    }
  }

  @Test(
    "every account's number is printed in one of its statements",
    arguments: [
      ("joint", "elm-street/ElmStreet-44710902.qfx"), ("maya_brokerage", "fidelity/Accounts_History.csv"),
      ("maya_401k", "netbenefits/Portfolio_Positions_Nov-20-2026.csv"),
      ("maya_rollover", "fidelity/Portfolio_Positions_Nov-20-2026.csv"),
      ("maya_roth", "fidelity/Portfolio_Positions_Nov-20-2026.csv"),
      ("maya_hsa", "netbenefits/Portfolio_Positions_Nov-20-2026.csv"), ("jonas_401k", "oak-retirement/OfxDownload.ofx"),
      ("jonas_roth", "harbor-point/HarborPoint_20261120.ofx"),
    ])
  func numbers(account: AccountID, statement: String) throws {
    let household = try Self.document().household
    let number = try #require(household.accounts.first { $0.id == account }?.numbers.first)
    #expect(try Checkout.text(Self.folder + "statements/" + statement).contains(number))
  }
}
