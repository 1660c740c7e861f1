import Allocation
import Diagnostics
import Foundation
import HouseholdFile
import Importers
import Measures
import Policy
import PortfolioModel
import Statements
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

  // MARK: Its statements

  static func statements() throws -> [ParsedFile] {
    let names = FileManager.default.subpaths(atPath: Checkout.file(folder + "statements").path) ?? []
    return try names.sorted().filter { $0.contains(".") }.map { name in
      let data = try Data(contentsOf: Checkout.file(folder + "statements/" + name))
      let reading = StatementReader().reading([UInt8](data), file: name)
      #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
      return try #require(reading.value, "\(name)")
    }
  }

  @Test("every statement reads without a complaint, every row of it is used")
  func rows() throws {
    let files = try Self.statements()
    #expect(files.map(\.format) == [.ofx2, .csv, .csv, .ofx2, .csv, .ofx1])
    for file in files {
      #expect(file.rows.data > 0 && file.rows.used == file.rows.data && file.rows.skipped.isEmpty, "\(file.file)")
    }
  }

  @Test("statements and household file name the same accounts")
  func numbers() throws {
    let printed = Set(try Self.statements().flatMap(\.statements).map(\.account.number))
    #expect(printed == Set(try Self.document().household.accounts.flatMap(\.numbers)))
  }

  @Test("every security of a statement is a built-in fund or described in the file")
  func securities() throws {
    let described = try Self.document().household.securities
    let names = Set(described.flatMap { [$0.id.rawValue] + $0.aliases })
    for file in try Self.statements() {
      #expect(!file.securities.isEmpty, "\(file.file)")
      for security in file.securities {
        let known =
          [security.ticker, security.reference.value].compactMap { $0 }.contains { KnownFunds.fund($0) != nil }
          || names.contains(security.reference.description)
        #expect(known, "\(file.file): \(security.reference)")
      }
    }
  }
}
