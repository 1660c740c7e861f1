import ArgumentParser
import Diagnostics
import Foundation
import HiGHSSolver
import Measures
import WebPage
import Workflows

struct ServeCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the household as a page in your browser, on this machine alone.",
    discussion: """
      The page is at the address that is printed, until Ctrl-C. Only the browser that is opened with that address may see it; \
      nothing leaves this machine.
      """)

  @OptionGroup var household: HouseholdOptions

  @Option(name: .long, help: "The port (default: any that is free).")
  var port: UInt16 = 0

  @Flag(name: .long, help: "Open the page in your browser.")
  var open = false

  @Flag(name: .long, help: "Show everything, and refuse every change.")
  var readOnly = false

  func perform(on console: Console) throws -> Outcome {
    // Before any thread is there, so that none of them takes the signals that are waited for.
    let signals = StopSignals()
    var settings = PageServer.Settings(today: { .today }, moment: { currentMoment })
    settings.port = port
    settings.isReadOnly = readOnly
    let server = try PageServer(household.folder, solver: HiGHSSolver(), settings: settings)
    let running = Task { try await server.run() }
    try console.print("Hearth is at \(server.address)\n")
    console.tell("Stop it with Ctrl-C.")
    if open { try server.openInBrowser() }
    signals.wait()
    let ended = DispatchSemaphore(value: 0)
    Task {
      await server.stop()
      _ = await running.result
      ended.signal()
    }
    ended.wait()
    return .done
  }
}

/// Ctrl-C and what a service manager sends.
private struct StopSignals {
  private var signals = sigset_t()

  init() {
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  func wait() {
    var waited = signals
    var signal: Int32 = 0
    sigwait(&waited, &signal)
  }
}
