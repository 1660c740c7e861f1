import Foundation
import Testing

/// One run of the program as a user starts it.
struct HearthProcess {
  let status: Int32
  let output: String
  let errors: String

  /// The executable that was built beside these tests.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "hearth")
  }

  static var checkout: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Runs `hearth` with no terminal, in `folder`.
  init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
    try self.init(Self.executable, arguments, in: folder, environment: environment)
  }

  init(_ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment.filter { $0.key != "HEARTH_HOUSEHOLD" }
    variables["PATH"] = Self.executable.deletingLastPathComponent().path + ":" + (variables["PATH"] ?? "")
    process.environment = variables.merging(environment) { $1 }
    // Files, not pipes: a full pipe that nobody reads would hold the program up.
    let outputFile = folder.appending(path: ".output-\(UUID().uuidString)")
    let errorFile = folder.appending(path: ".errors-\(UUID().uuidString)")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    defer { for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }
}

/// A folder that goes away with the test.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func run(_ arguments: String...) throws -> HearthProcess { try HearthProcess(arguments, in: url) }

  /// More lines at the end of `household/household.yaml`.
  func append(_ lines: String) throws {
    let file = url.appending(path: "household/household.yaml")
    try (String(contentsOf: file, encoding: .utf8) + lines + "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  /// The demo household in `household`, its statements imported.
  func withDemo() throws -> [String] {
    let written = try run("demo", "household")
    #expect(written.status == 0, "\(written.errors)")
    let folder = "household/statements/"
    let files = try FileManager.default.subpathsOfDirectory(atPath: url.path + "/" + folder)
      .filter { !url.appending(path: folder + $0).hasDirectoryPath && $0.contains(".") }.sorted().map { folder + $0 }
    let imported = try HearthProcess(["import", "--household", "household"] + files, in: url)
    #expect(imported.status == 0, "\(imported.errors)")
    return files
  }
}
