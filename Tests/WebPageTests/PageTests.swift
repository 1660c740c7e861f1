import HiGHSSolver
import Allocation
import Diagnostics
import Foundation
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Statements
import TestSupport
import Testing
import Workflows

@testable import WebPage

@Suite("The pages")
struct PageTests {
  private static let pages = [
    "/", "/accounts", "/import", "/rebalance", "/rebalance/compare", "/gains", "/no-such-page",
  ]

  @Test("an empty household is led by the hand")
  func welcome() async throws {
    try await ServedHousehold.with { home in
      let page = try await home.browser.get("/")
      #expect(page.status == 200)
      #expect(page.body.contains("Welcome to Hearth"))
      #expect(page.body.contains("href=\"/import\""))
      let accounts = try await home.browser.get("/accounts")
      #expect(accounts.body.contains("Nothing has been imported into this household yet"))
      #expect(accounts.body.contains("Import your first statements"))
    }
  }

  @Test("the overview says what there is, whether anything is due and why, and what to doubt")
  func overview() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let page = try await home.browser.get("/").body
      let view = try home.folder.view(asOf: "2026-11-20")
      let allocation = view.allocation()
      #expect(page.contains(allocation.total.grouped(places: 2)))
      for share in allocation.classes { #expect(page.contains(share.value.grouped(places: 2)), "\(share.name)") }
      let decision = try #require(view.decision())
      #expect(page.contains(decision.isDue ? "Rebalancing is due" : "Nothing to do"))
      #expect(page.contains(allocation.owners[0].name))
      let old = try await home.browser.get("/?as-of=2027-11-20").body
      #expect(old.contains("Stale: "))
      #expect(try await home.browser.get("/?as-of=tomorrow").status == 400)
    }
  }

  @Test("every account has its page, with its holdings and lots")
  func accounts() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let list = try await home.browser.get("/accounts").body
      let snapshot = try home.folder.view(asOf: "2026-11-20").snapshot
      #expect(snapshot.household.accounts.count >= 8)
      for account in snapshot.household.accounts {
        let path = AccountPage.path(of: account.id)
        #expect(list.contains("href=\"\(path)\""))
        let page = try await home.browser.get(path)
        #expect(page.status == 200, "\(path)")
        for holding in snapshot.holdings where holding.account == account.id {
          #expect(page.body.contains(holding.value.grouped(places: 2)), "\(holding.security)")
        }
      }
      #expect(try await home.browser.get("/accounts/nobody").status == 404)
    }
  }

  @Test("a cell leads somewhere only where it says so")
  func links() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let page = try await home.browser.get("/accounts").body
      #expect(page.firstMatch(of: /<td[^>]*><a/) == nil)
    }
  }

  @Test("targets in doubt are confirmed, and the journal has it")
  func confirming() async throws {
    try await ServedHousehold.with(isDemo: true, { $0.today = { "2026-11-24" } }) { home in
      let page = try await home.browser.get("/")
      #expect(page.body.contains("Paused until the targets are confirmed"))
      let token = try #require(page.formToken)
      let answer = try await home.browser.post(
        "/targets/confirm", ["form-token": token], origin: home.browser.origin)
      let after = try await home.browser.get(try #require(answer.header("Location")))
      #expect(after.body.contains("The targets are confirmed"))
      #expect(after.body.contains("Rebalancing is due"))
      #expect(try home.folder.journal(until: "2026-11-24").map(\.verdict) == [.reviewed])
    }
  }

  @Test("statements are looked at, taken, listed and taken back")
  func importing() async throws {
    try await ServedHousehold.with { home in
      let demo = HouseholdFolder(path: home.folder.path + "/demo")
      let statements = try demo.writeDemo()
      let files = try statements.map { path in
        (name: URL(filePath: path).lastPathComponent, text: try String(contentsOfFile: path, encoding: .utf8))
      }
      let token = try await home.formToken()
      let sent = try await home.browser.upload("/import", token: token, files: files)
      #expect(sent.status == 303)
      let path = try #require(sent.header("Location"))
      let plan = try await home.browser.get(path)
      #expect(plan.body.contains("Nothing is written yet"))
      for file in files { #expect(plan.body.contains(file.name)) }
      #expect(!plan.body.contains(home.server.temporaryFolder))
      #expect(!home.folder.hasLedger)

      let accepted = try await home.browser.post(
        path, ["form-token": token, "answer": "accept"], origin: home.browser.origin)
      #expect(accepted.header("Location") == "/import?imported=1")
      #expect(try home.folder.imports()[0].files.map(\.name).sorted() == files.map(\.name).sorted())
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.server.temporaryFolder).isEmpty)
      #expect(try await home.browser.get(path).status == 404)
      let list = try await home.browser.get("/import?imported=1")
      #expect(list.body.contains("Import 1 is in the ledger."))

      let again = try await home.browser.upload("/import", token: token, files: files)
      let replan = try await home.browser.get(try #require(again.header("Location")))
      #expect(replan.body.contains("Import these statements?"))
      let dropped = try await home.browser.post(
        try #require(again.header("Location")), ["form-token": token, "answer": "drop"], origin: home.browser.origin)
      #expect(dropped.header("Location") == "/import")

      let undone = try await home.browser.post("/imports/1/undo", ["form-token": token], origin: home.browser.origin)
      #expect(undone.header("Location") == "/import?undone=1")
      #expect(try home.folder.imports().allSatisfy { !$0.stands })
    }
  }

  @Test("what statements do not tell is asked for, and the household's file is drafted")
  func describing() async throws {
    try await ServedHousehold.with { home in
      let statements = try HouseholdFolder(path: home.folder.path + "/demo").writeDemo()
      let files = try statements.map { path in
        (name: URL(filePath: path).lastPathComponent, text: try String(contentsOfFile: path, encoding: .utf8))
      }
      let token = try await home.formToken()
      let sent = try await home.browser.upload("/import", token: token, files: files)
      let path = try #require(sent.header("Location"))
      let plan = try await home.browser.get(path).body
      #expect(plan.contains("Who is in the household?"))
      #expect(plan.contains("name=\"kind of 44710902\""))
      #expect(plan.contains("<option value=\"ira\">Traditional IRA</option>"))
      let answer = try await home.browser.post(
        path,
        [
          "form-token": token, "answer": "accept", "describe": "yes", "members": "Maya Berg, Jonas <Berg>",
          "kind of 44710902": "joint", "kind of 0093-5518-7": "no such kind",
        ], origin: home.browser.origin)
      #expect(answer.header("Location") == "/import?imported=1")
      let household = try home.folder.document().get().household
      #expect(household.members.map(\.name) == ["Maya Berg", "Jonas <Berg>"])
      let joint = try #require(household.accounts.first { $0.numbers.contains("44710902") })
      #expect(joint.kind == .taxableJoint)
      let overview = try await home.browser.get("/").body
      #expect(overview.contains("US stocks"))
    }
  }

  @Test("a file that is no statement is refused with its reason, and nothing is kept")
  func unreadable() async throws {
    try await ServedHousehold.with { home in
      let token = try await home.formToken()
      let sent = try await home.browser.upload("/import", token: token, files: [("<b>.csv", "nothing,here\n1,2\n")])
      let plan = try await home.browser.get(try #require(sent.header("Location"))).body
      #expect(plan.contains("cannot be imported as they are"))
      #expect(plan.contains("&lt;b&gt;.csv"))
      let none = try await home.browser.upload("/import", token: token, files: [("", "")])
      #expect(none.status == 400)
      #expect(none.body.contains("No file was chosen."))
    }
  }

  @Test("nothing inline: no script, no style, no handler", arguments: pages)
  func inline(path: String) async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let page = try await home.browser.get(path).body
      #expect(page.contains("<script src=\"/assets/page.js\" defer></script>"))
      #expect(page.matches(of: /<script/).count == 1)
      #expect(!page.contains("<style"))
      #expect(page.firstMatch(of: /<[^>]+\s(style|on[a-z]+)=/) == nil)
    }
  }

  @Test("every page has one first heading, a language, landmarks and a way past the navigation", arguments: pages)
  func structure(path: String) async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let page = try await home.browser.get(path).body
      #expect(page.contains("<html lang=\"en\">"))
      #expect(page.contains("<a class=\"skip\" href=\"#main\">"))
      #expect(page.contains("<main id=\"main\""))
      #expect(page.matches(of: /<h1/).count == 1)
      let ranks = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
      #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(ranks)")
      #expect(page.matches(of: /<table/).count == page.matches(of: /<caption>/).count)
      #expect(page.firstMatch(of: /<th(?! scope=)[ >]/) == nil)
      #expect(!page.contains("{{"))
    }
  }

  @Test("HEAD is GET without its body")
  func head() async throws {
    try await ServedHousehold.with { home in
      let page = try await home.browser.get("/")
      let head = try await home.browser.send("HEAD / HTTP/1.1")
      #expect(head.status == 200)
      #expect(head.body.isEmpty)
      #expect(head.header("Content-Length") == page.header("Content-Length"))
    }
  }

  @Test("when the server stops, its port is free and its temporary folder gone")
  func stopping() async throws {
    var folder = ""
    var port: UInt16 = 0
    try await ServedHousehold.with { home in
      folder = home.server.temporaryFolder
      port = home.server.port
      #expect(FileManager.default.fileExists(atPath: folder))
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
    try await ServedHousehold.with({ $0.port = port }) { home in
      let page = try await home.browser.get("/")
      #expect(page.status == 200)
    }
  }

  @Test("a server that is stopped before it has begun ends, and leaves nothing behind")
  func stoppedEarly() async throws {
    let folder = HouseholdFolder(path: NSTemporaryDirectory() + "hearth-page-\(UUID().uuidString)")
    let settings = PageServer.Settings(today: { "2026-11-20" }, moment: { "2026-11-20T10:15:00Z" })
    let server = try PageServer(folder, solver: HiGHSSolver(), settings: settings)
    await server.stop()
    try await server.run()
    #expect(!FileManager.default.fileExists(atPath: server.temporaryFolder))
  }
}
