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
    let running = Task {
      do {
        try await server.run()
      } catch {
        console.tell("error: \(error) [page-stopped]")
        signals.raise()
      }
    }
    try console.print("Hearth is at \(server.address)\n")
    console.tell("Stop it with Ctrl-C.")
    if open { try server.openInBrowser() }
    signals.wait()
    let ended = DispatchSemaphore(value: 0)
    Task {
      await server.stop()
      await running.value
      ended.signal()
    }
    ended.wait()
    return .done
  }
}

/// Ctrl-C and what a service manager sends.
private struct StopSignals: Sendable {
  private var signals = sigset_t()

  init() {
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Returns at the first of them; another one then ends the program at once.
  func wait() {
    var waited = signals
    var signal: Int32 = 0
    sigwait(&waited, &signal)
    pthread_sigmask(SIG_UNBLOCK, &waited, nil)
  }

  /// Ends the wait where there is nothing left to wait for.
  func raise() { kill(getpid(), SIGTERM) }
}
