import Foundation
import HiGHSSolver
import Measures
import MixedInteger
import TestSupport
import Workflows

@testable import WebPage

/// A household with a page, as long as a test lasts.
struct ServedHousehold {
  let folder: HouseholdFolder
  let server: PageServer
  /// A browser that was opened with the printed address.
  let browser: Browser
  let stranger: Browser

  /// - Parameters:
  ///   - isDemo: whether it is the demo household with its statements imported, or an empty one.
  ///   - settings: changes them before the server starts.
  static func with(
    isDemo: Bool = false, solver: any Solver = HiGHSSolver(),
    _ settings: (inout PageServer.Settings) -> Void = { _ in },
    _ body: (ServedHousehold) async throws -> Void
  ) async throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "hearth-page-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let folder = HouseholdFolder(path: url.path)
    if isDemo { _ = try folder.importStatements(try folder.writeDemo(), at: "2026-11-20T10:00:00Z") }
    var chosen = PageServer.Settings(today: { "2026-11-20" }, moment: { "2026-11-20T10:15:00Z" })
    chosen.limits.headTime = .seconds(120)
    chosen.limits.stillTime = .seconds(120)
    settings(&chosen)
    let server = try PageServer(folder, solver: solver, settings: chosen)
    let running = Task { try await server.run() }
    let stranger = Browser(port: server.port)
    var browser = stranger
    let path = server.address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
    browser.cookie = try await browser.get(String(path)).header("Set-Cookie").map { String($0.prefix { $0 != ";" }) }
    let result: Result<Void, any Error>
    do {
      try await body(ServedHousehold(folder: folder, server: server, browser: browser, stranger: stranger))
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await server.stop()
    try await running.value
    try result.get()
  }

  var openingPath: String { String(server.address.dropFirst("http://127.0.0.1:\(server.port)".count)) }

  func formToken() async throws -> String { try await browser.get("/import").formToken ?? "" }
}
