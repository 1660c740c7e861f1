import Diagnostics
import FlyingSocks
import Foundation
public import Measures
public import MixedInteger
public import Workflows

/// The local page of a household: `hearth serve`.
///
/// It listens on 127.0.0.1 alone and answers only the browser that was opened with `address`.
public actor PageServer {
  public struct Settings: Sendable {
    /// 0 for any free one.
    public var port: UInt16 = 0
    /// Whether every change is refused.
    public var isReadOnly = false
    public var limits = Limits()
    /// The day that views are of, asked anew for every page.
    public var today: @Sendable () -> Day
    /// Now, in words, for the list of imports.
    public var moment: @Sendable () -> String

    public init(today: @escaping @Sendable () -> Day, moment: @escaping @Sendable () -> String) {
      self.today = today
      self.moment = moment
    }
  }

  /// The address to open, with the token that lets a browser in.
  public nonisolated let address: String
  public nonisolated let port: UInt16

  private let socket: Socket
  private let pool = SocketPool.ePoll()
  private let site: Site
  private let limits: Limits
  nonisolated let temporaryFolder: String
  private var running: Task<Void, any Error>?
  private var isStopped = false
  private var open = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Takes the port; from here on browsers can connect, and `run` answers them.
  ///
  /// - Throws: `DiagnosticsError` where the port is taken.
  public init(_ household: HouseholdFolder, solver: any Solver, settings: Settings) throws {
    (socket, port) = try Self.listening(on: settings.port)
    temporaryFolder = try PrivateFolder.make(in: FileManager.default.temporaryDirectory.path)
    limits = settings.limits
    let gate = Gate(port: port, keys: Keys(), isReadOnly: settings.isReadOnly)
    address = "http://127.0.0.1:\(port)/\(Gate.openingPath[0])?token=\(gate.keys.opening)"
    site = try Site(
      gate: gate, limits: limits, temporaryFolder: temporaryFolder,
      household: Desk(household: household, solver: solver, today: settings.today, moment: settings.moment))
  }

  private static func listening(on port: UInt16) throws -> (Socket, UInt16) {
    do {
      let socket = try Socket(domain: AF_INET, type: .stream)
      // No program that is started from here gets the port.
      _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      guard case .ip4(_, let taken) = try socket.sockname() else { throw SocketError.unsupportedAddress }
      return (socket, taken)
    } catch let error as SocketError {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "page-port-taken", "the page cannot be served on port \(port): \(error.localizedDescription)",
          remedy: "Leave --port out, and a free one is chosen."))
    }
  }

  /// Answers until `stop` is called, which may be before this.
  public func run() async throws {
    defer {
      try? socket.close()
      try? FileManager.default.removeItem(atPath: temporaryFolder)
    }
    try await pool.prepare()
    guard !isStopped else { return }
    let listening = try AsyncSocket(socket: socket, pool: pool)
    let task = Task {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await self.pool.run() }
        group.addTask { try await self.accept(from: listening) }
        try await group.next()
        group.cancelAll()
      }
    }
    running = task
    // Sockets that are closed under those who wait for them end in an error that is none.
    let result = await task.result
    await site.close()
    if case .failure(let error) = result, !task.isCancelled { throw error }
  }

  public func stop() {
    isStopped = true
    running?.cancel()
  }

  private func accept(from listening: AsyncSocket) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while true {
        await place()
        guard let accepted = try await next(from: listening) else {
          leave()
          continue
        }
        group.addTask {
          var connection = Connection(Wire(accepted.socket, pool: self.pool), site: self.site, limits: self.limits)
          await connection.serve()
          await self.leave()
        }
      }
    }
  }

  /// The next connection; `nil` after a moment where the system has no room for it now, as with too many open files.
  private func next(from listening: AsyncSocket) async throws -> AsyncSocket? {
    do {
      return try await listening.accept()
    } catch SocketError.failed where !Task.isCancelled {
      try await Task.sleep(for: .milliseconds(100))
      return nil
    }
  }

  /// Waits until there is room for one more connection; others wait in the system's queue.
  private func place() async {
    while open >= limits.connections { await withCheckedContinuation { waiting.append($0) } }
    open += 1
  }

  private func leave() {
    open -= 1
    if !waiting.isEmpty { waiting.removeFirst().resume() }
  }
}
