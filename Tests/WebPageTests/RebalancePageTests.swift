import Foundation
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Reports
import TestSupport
import Testing
import Workflows

@testable import WebPage

@Suite("The page of a rebalancing")
struct RebalancePageTests {
  @Test("a search begins, ends, and shows every trade of the proposal that the command would make")
  func proposal() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let first = try await home.browser.get("/rebalance")
      #expect(first.body.contains("Find the trades"))
      #expect(first.header("Refresh") == nil)
      let path = try await home.search([:])
      #expect(path == "/rebalance")
      let page = try await home.ended(path)
      let report = try home.report(RebalanceChoices())
      #expect(report.proposal.reasons.count > 3)
      for reason in report.proposal.reasons {
        #expect(page.contains(reason.dollars.grouped(places: 2)), "\(reason)")
        #expect(page.contains(reason.shares.grouped), "\(reason)")
      }
      for one in report.classWeights { #expect(page.contains(Figures.percent(one.after)), "\(one)") }
      #expect(page.matches(of: /<li class="trade/).count == report.proposal.reasons.count)
      #expect(page.matches(of: /<section class="sheet"/).count > 1)
    }
  }

  @Test("sales stand before purchases in every account")
  func order() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      for account in try home.report(RebalanceChoices()).accountTrades {
        let sides = account.trades.map(\.side)
        #expect(sides == sides.sorted(by: >), "\(account.name)")
      }
    }
  }

  @Test("the proposal as CSV and as JSON is the command's, and is there only once it was searched for")
  func downloads() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      #expect(try await home.browser.get("/rebalance/proposal.csv").status == 404)
      _ = try await home.ended(try await home.search(["destination": "half-band"]))
      #expect(try await home.browser.get("/rebalance/proposal.csv").status == 404)
      var choices = RebalanceChoices()
      choices.destination = .halfBand
      let report = try home.report(choices)
      let csv = try await home.browser.get("/rebalance/proposal.csv?destination=half-band")
      #expect(csv.body == report.csv)
      #expect(csv.header("Content-Type") == "text/csv; charset=utf-8")
      #expect(csv.header("Content-Disposition") == "attachment; filename=\"rebalance-2026-11-20.csv\"")
      #expect(csv.body.split(separator: "\n").count == report.proposal.reasons.count + 1)
      let json = try await home.browser.get("/rebalance/proposal.json?destination=half-band").body
      let seconds = /\s*"seconds": [0-9.]+,/
      #expect(json.contains(seconds))
      #expect(json.replacing(seconds, with: "") == report.json.document)
    }
  }

  @Test("choices are kept in the address, shown in the form and followed by the trades")
  func choices() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let path = try await home.search([
        "destination": "target", "wash-sales": "forbid", "tax": "$0", "gain": "1,000", "hold": "joint",
        "cash": "waits", "as-of": "2026-11-20",
      ])
      #expect(
        path == "/rebalance?as-of=2026-11-20&destination=target&wash-sales=forbid&tax=0%2E00&gain=1000%2E00"
          + "&cash=waits&hold=joint")
      let page = try await home.ended(path)
      #expect(page.contains("value=\"joint\" checked"))
      #expect(page.contains("value=\"forbid\" selected"))
      #expect(!page.contains("href=\"/accounts/joint\""))
      let csv = try await home.browser.get(path.replacing("/rebalance?", with: "/rebalance/proposal.csv?"))
      #expect(csv.status == 200)
      #expect(!csv.body.contains("Joint brokerage"))
      #expect(try await home.browser.get("/rebalance?tax=much").status == 400)
      #expect(try await home.browser.get("/rebalance?destination=moon").status == 400)
    }
  }

  @Test("what somebody places is in the journal, and the proposal stays")
  func accepting() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let path = try await home.search([:])
      _ = try await home.ended(path)
      let token = try await home.formToken()
      let answer = try await home.browser.post(
        "/rebalance/accept", ["form-token": token, "note": "all of it"], origin: home.browser.origin)
      let page = try await home.browser.get(try #require(answer.header("Location")))
      #expect(page.body.contains("The journal keeps that these trades are placed."))
      #expect(page.body.contains("<li class=\"trade"))
      let entry = try #require(try home.folder.journal(until: "2026-11-20").first)
      #expect(entry.verdict == .accepted)
      #expect(entry.note == "all of it")
      let figures = try home.report(RebalanceChoices()).proposal.journalFigures
      #expect(entry.figures == figures)
      let again = try await home.browser.post(
        "/rebalance/accept", ["form-token": token, "note": "all of it"], origin: home.browser.origin)
      #expect(again.header("Location") == "/rebalance?accepted=0")
      #expect(try home.folder.journal(until: "2026-11-20").count == 1)
      _ = try await home.browser.post("/imports/2/undo", ["form-token": token], origin: home.browser.origin)
      #expect(try home.folder.journal(until: "2026-11-20").isEmpty)
    }
  }

  @Test("a form without its secret begins nothing and accepts nothing")
  func foreign() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      for path in ["/rebalance", "/rebalance/end", "/rebalance/accept", "/rebalance/compare"] {
        let answer = try await home.browser.post(path, [:], origin: home.browser.origin)
        #expect(answer.status == 403, "\(path)")
      }
      let page = try await home.browser.get("/rebalance")
      #expect(page.header("Refresh") == nil)
      #expect(try home.folder.journal(until: "2026-11-20").isEmpty)
    }
  }

  @Test("a read-only page searches, and refuses to accept")
  func readOnly() async throws {
    try await ServedHousehold.with(isDemo: true, { $0.isReadOnly = true }) { home in
      let token = try #require(try await home.browser.get("/rebalance").formToken)
      _ = try await home.browser.post("/rebalance", ["form-token": token], origin: home.browser.origin)
      let page = try await home.ended("/rebalance")
      #expect(page.contains("<li class=\"trade"))
      #expect(!page.contains("/rebalance/accept"))
      let refused = try await home.browser.post(
        "/rebalance/accept", ["form-token": token], origin: home.browser.origin)
      #expect(refused.status == 403)
      #expect(try home.folder.journal(until: "2026-11-20").isEmpty)
    }
  }

  @Test("while it searches the page asks again by itself, and a wish to end it gives the best so far")
  func ending() async throws {
    try await ServedHousehold.with(isDemo: true, solver: SlowSolver()) { home in
      let path = try await home.search([:])
      let going = try await home.browser.get(path)
      #expect(going.header("Refresh") == "2")
      #expect(going.body.contains("action=\"/rebalance/end\""))
      let token = try #require(going.formToken)
      let answer = try await home.browser.post("/rebalance/end", ["form-token": token], origin: home.browser.origin)
      #expect(answer.header("Location") == "/rebalance")
      #expect(try await home.ended(path).contains("The search was stopped; "))
    }
  }

  @Test("a household that changes needs a new proposal")
  func change() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      _ = try await home.ended(try await home.search([:]))
      let file = home.folder.householdFile
      try String(contentsOfFile: file, encoding: .utf8).replacing("minimum_trade: $500", with: "minimum_trade: $501")
        .write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try await home.browser.get("/rebalance/proposal.json").status == 404)
    }
  }

  @Test("alternatives stand side by side, with the frontier as a chart and as its table")
  func comparing() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let token = try #require(try await home.browser.get("/rebalance/compare").formToken)
      let answer = try await home.browser.post(
        "/rebalance/compare", ["form-token": token], origin: home.browser.origin)
      let page = try await home.ended(try #require(answer.header("Location")))
      let view = try home.folder.view(asOf: "2026-11-20")
      let report = ComparisonReport(try view.comparison(solver: HiGHSSolver()))
      for row in report.plans.rows { for cell in row where !cell.isEmpty { #expect(page.contains(cell), "\(row)") } }
      #expect(page.matches(of: /<circle/).count == report.points.count)
      for row in report.frontier.rows { for cell in row where !cell.isEmpty { #expect(page.contains(cell), "\(row)") } }
    }
  }
}

extension ServedHousehold {
  /// Begins a search.
  ///
  /// - Returns: where its page is.
  func search(_ fields: [String: String]) async throws -> String {
    var fields = fields
    fields["form-token"] = try await formToken()
    let answer = try await browser.post("/rebalance", fields, origin: browser.origin)
    return try #require(answer.header("Location"), "\(answer.body)")
  }

  /// The page once nothing is searched for any more, asked for again and again as a browser does.
  func ended(_ path: String) async throws -> String {
    while true {
      let page = try await browser.get(path)
      if page.header("Refresh") == nil { return page.body }
      #expect(page.body.contains("so far"))
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// What the command would show.
  func report(_ choices: RebalanceChoices) throws -> ProposalReport {
    ProposalReport(try folder.view(asOf: "2026-11-20").proposal(by: choices, solver: HiGHSSolver()))
  }
}
