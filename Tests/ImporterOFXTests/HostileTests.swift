import Diagnostics
import ImporterOFX
import Measures
import Statements
import TestSupport
import Testing

@Suite("OFX that is broken or hostile")
struct HostileTests {
  /// One of everything, so that mutations meet every reader.
  static let specimen: String = {
    let rows = (TransactionTests.trades + TransactionTests.income + TransactionTests.movements).map(\.row).joined(
      separator: "\n")
    return OFXText.header1
      + OFXText.statement(
        "<INVTRANLIST>\(rows)</INVTRANLIST><INVPOSLIST><POSMF><INVPOS>\(OFXText.secid)<UNITS>1</INVPOS></POSMF></INVPOSLIST>"
          + "<INVBAL><AVAILCASH>1</INVBAL><INV401K><EMPLOYERNAME>x</INV401K>")
  }()

  /// Nothing is lost without a word, and nothing is a success that is none.
  private func check(_ bytes: [UInt8], _ comment: Comment) {
    let reading = OFXReader.reading(bytes, file: "s.ofx")
    let rows = reading.value?.rows ?? RowCount()
    #expect(reading.value?.brokenInvariants ?? [] == [], comment)
    let kept = reading.value?.statements.reduce(0) { $0 + $1.entries.count + $1.positions.count } ?? 0
    #expect(kept == rows.used, comment)
    if reading.value?.statements.isEmpty ?? true { #expect(reading.hasErrors, comment) }
    _ = OFXReader.recognises(bytes)
  }

  @Test("a file cut anywhere is read as far as it goes, and the cut is said")
  func truncation() {
    let bytes = Array(Self.specimen.utf8)
    let end = Self.specimen.utf8.count - "</OFX>".utf8.count
    for length in stride(from: 0, to: end, by: 7) {
      let cut = Array(bytes.prefix(length))
      check(cut, "cut at \(length)")
      let reading = OFXReader.reading(cut, file: "s.ofx")
      #expect(reading.diagnostics.contains { $0.severity != .note }, "cut at \(length)")
    }
  }

  @Test("the row in which a file is cut is not used")
  func cutRow() throws {
    let whole = "<INCOME>\(OFXText.tran)<TOTAL>1</INCOME>"
    let text = OFXText.transactions(whole + "\n<INCOME>\(OFXText.tran)<TOTAL>1@2")
    let cut = String(text.prefix { $0 != "@" })
    let reading = read(cut)
    #expect(try reading.onlyEntry().amount == "1")
    #expect(reading.value?.rows.skipped.map(\.reason) == ["the file ends inside INCOME"])
    #expect(reading.codes == ["ofx-truncated"])
  }

  @Test("mutations never crash", arguments: 0..<20)
  func mutations(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let fragments = [
      "<", ">", "</", "&", "<!--", "<![CDATA[", "]]>", "<?", "\0", "<INVBUY>", "</INVSTMTRS>", "<OFX>",
      "9999999999999999999",
    ]
    for header in [OFXText.header1, OFXText.header2] {
      for round in 0..<40 {
        var bytes = Array(Self.specimen.replacing(OFXText.header1, with: header).utf8)
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
          let at = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.remove(at: at)
          case 2: bytes.insert(contentsOf: (fragments.randomElement(using: &generator) ?? "<").utf8, at: at)
          default: bytes.removeSubrange(at..<min(bytes.count, at + 40))
          }
        }
        check(bytes, "seed \(seed), round \(round)")
      }
    }
  }

  @Test("depth, floods and bombs end in diagnostics")
  func floods() throws {
    let deep = read("<OFX>" + String(repeating: "<INVBUY>", count: 100_000))
    #expect(deep.codes.contains("ofx-too-deep"))
    let deepXML = read(OFXText.header2 + "<OFX>" + String(repeating: "<INVBUY>", count: 100_000))
    #expect(deepXML.codes.contains("ofx-too-deep"))
    let stray = read("<OFX>" + String(repeating: "</FI>", count: 100_000))
    #expect(stray.diagnostics.count < 100)
    #expect(stray.diagnostics.contains { $0.message.hasPrefix("The same holds 99") })
    let statements = read("<OFX>" + String(repeating: "<INVSTMTRS>", count: 20_000))
    #expect(statements.value?.statements.count == 20_000)
    let comments = read("<OFX>" + String(repeating: "<!-- ", count: 100_000))
    #expect(comments.hasErrors)
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      \(OFXText.transactions("<INCOME>\(OFXText.tran)<MEMO>&b;&f;</MEMO><TOTAL>1</INCOME>"))
      """
    let exploded = read(bomb)
    #expect(try exploded.onlyEntry().memo == "&b;&f;")
    #expect(exploded.codes == ["ofx-document-type", "ofx-not-well-formed"])
  }
}
