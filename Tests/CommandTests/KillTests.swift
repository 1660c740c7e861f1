import Foundation
import TestSupport
import Testing

/// Killing an import at any moment leaves the ledger as it was before it or as it is after it.
@Suite("A killed import")
struct KillTests {
  private static let rows = 3_000

  /// A statement of one account that buys on every day.
  private static func statement() -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
      <OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><TRNUID>1</TRNUID><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><INVSTMTRS>
      <DTASOF>20261123</DTASOF><CURDEF>USD</CURDEF>
      <INVACCTFROM><BROKERID>elm.example</BROKERID><ACCTID>K1</ACCTID></INVACCTFROM>
      <INVTRANLIST><DTSTART>20100101</DTSTART><DTEND>20261123</DTEND>

      """
    for row in 0..<rows {
      text += """
        <BUYSTOCK><INVBUY><INVTRAN><FITID>\(row)</FITID><DTTRADE>\(2010 + row / 300)0\(1 + row % 9)1\(row % 10)</DTTRADE></INVTRAN>\
        <SECID><UNIQUEID>922908769</UNIQUEID><UNIQUEIDTYPE>CUSIP</UNIQUEIDTYPE></SECID><UNITS>\(1 + row % 7)</UNITS>\
        <UNITPRICE>100</UNITPRICE><TOTAL>-\(100 * (1 + row % 7))</TOTAL></INVBUY><BUYTYPE>BUY</BUYTYPE></BUYSTOCK>

        """
    }
    return text + "</INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>\n"
  }

  @Test("leaves the ledger as before or as after, whenever it is killed")
  func killed() throws {
    let scratch = try Scratch()
    try Self.statement().write(to: scratch.url.appending(path: "big.ofx"), atomically: true, encoding: .utf8)
    let small = HearthProcess.checkout.appending(path: "Tests/WorkflowsTests/Fixtures/reference/plan.ofx").path
    #expect(try scratch.run("import", "--household", "h", small).status == 0)
    let before = try Self.state(scratch)

    let whole = ContinuousClock.now
    #expect(try scratch.run("import", "--household", "h", "big.ofx").status == 0)
    let duration = ContinuousClock.now - whole
    let after = try Self.state(scratch)
    #expect(before != after && after.contains("\(Self.rows)"))
    #expect(try scratch.run("undo", "--household", "h", "2").status == 0)

    var generator = SeededGenerator(seed: 2026)
    var number = 2
    for _ in 0..<8 {
      let process = Process()
      process.executableURL = HearthProcess.executable
      process.arguments = ["import", "--household", "h", "big.ofx"]
      process.currentDirectoryURL = scratch.url
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let part = Double.random(in: 0...1, using: &generator)
      usleep(UInt32(part * (duration / .microseconds(1))))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let state = try Self.state(scratch)
      #expect(state == before || state == after)
      guard state == after else { continue }
      number += 1
      #expect(try scratch.run("undo", "--household", "h", String(number)).status == 0)
      #expect(try Self.state(scratch) == before)
    }
  }

  /// What the ledger holds, without the numbers and moments of its imports.
  private static func state(_ scratch: Scratch) throws -> String {
    let imports = try scratch.run("imports", "--household", "h")
    let lots = try scratch.run("lots", "--household", "h", "--as-of", "2026-11-23")
    #expect(imports.status == 0 && lots.status == 0, "\(imports.errors)\(lots.errors)")
    let files = imports.output.split(separator: "\n").filter { $0.contains("fx") }
      .map { $0.split(separator: " ").suffix(2).joined(separator: " ") }
    return files.sorted().joined(separator: "\n") + "\n" + lots.output
  }
}
