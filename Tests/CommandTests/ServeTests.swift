import Foundation
import Testing

@Suite("hearth serve")
struct ServeTests {
  @Test("prints its address and stops cleanly when it is told to", arguments: [SIGINT, SIGTERM, SIGHUP])
  func stopping(signal: Int32) throws {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = HearthProcess.executable
    process.arguments = ["serve", "--household", scratch.url.path]
    process.environment = ["TMPDIR": scratch.url.path, "HOME": scratch.url.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = /Hearth is at http:\/\/127\.0\.0\.1:\d+\/open\?token=[0-9a-f]{64}\n/
    #expect(line.wholeMatch(of: address) != nil, "\(line)")
    let temporary = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(temporary.count == 1)
    kill(process.processIdentifier, signal)
    for _ in 0..<600 where process.isRunning { Thread.sleep(forTimeInterval: 0.1) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
  }

  @Test("a port that is taken is an error with a remedy")
  func taken() throws {
    let scratch = try Scratch()
    let first = Process()
    first.executableURL = HearthProcess.executable
    first.arguments = ["serve", "--household", scratch.url.path]
    let output = Pipe()
    first.standardOutput = output
    first.standardError = FileHandle.nullDevice
    try first.run()
    defer {
      first.terminate()
      first.waitUntilExit()
    }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(line.firstMatch(of: /127\.0\.0\.1:(\d+)/)).1
    let second = try scratch.run("serve", "--household", scratch.url.path, "--port", String(port))
    #expect(second.status == 69)
    #expect(second.errors.contains("[page-port-taken]"))
  }
}
