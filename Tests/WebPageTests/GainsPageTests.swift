import Diagnostics
import Foundation
import Measures
import Rebalancing
import PortfolioModel
import Reports
import TestSupport
import Testing
import Workflows

@testable import WebPage

@Suite("The page of gains and taxes")
struct GainsPageTests {
  @Test("every line, every sum and every loss is there, and the CSV is the command's")
  func gains() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let day: Day = "2026-11-20"
      let page = try await home.browser.get("/gains").body
      let gains = try home.folder.gains(of: 2026, asOf: day)
      let report = GainsReport(try gains.get(), asOf: day, diagnostics: [])
      #expect(page.contains(report.summary))
      let view = try home.folder.view(asOf: day)
      let harvest = HarvestReport(view.losses(in: try view.problem().get()), diagnostics: [])
      let tables = report.parts.map(\.table) + [try #require(harvest.table)]
      for row in tables.flatMap(\.rows) {
        for cell in row where !cell.isEmpty {
          let name = view.snapshot.household.accounts.first { $0.id.rawValue == cell }?.name ?? cell
          #expect(page.contains(name.replacing("'", with: "&#39;")), "\(row)")
        }
      }
      for sentence in harvest.sentences { #expect(page.contains(sentence.replacing("'", with: "&#39;"))) }
      let csv = try await home.browser.get("/gains/lines.csv?year=2026")
      #expect(csv.body == report.csv)
      #expect(csv.header("Content-Disposition") == "attachment; filename=\"gains-2026.csv\"")
    }
  }

  @Test("another year is asked for by its number, and what is no year is refused")
  func years() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let page = try await home.browser.get("/gains?year=2020").body
      #expect(page.contains("Nothing was realised in 2020."))
      for year in ["soon", "2027", "0"] {
        #expect(try await home.browser.get("/gains?year=\(year)").status == 400, "\(year)")
      }
    }
  }
}
