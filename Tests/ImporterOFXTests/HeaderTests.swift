import Diagnostics
import ImporterOFX
import Statements
import Testing

@Suite("OFX headers and encodings")
struct HeaderTests {
  struct Header: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let format: ParsedFile.Format
  }

  static let table: [Header] = [
    Header(testDescription: "version 1", text: OFXText.header1, format: .ofx1),
    Header(testDescription: "version 2", text: OFXText.header2, format: .ofx2),
    Header(testDescription: "none", text: "", format: .ofx1),
    Header(testDescription: "blank lines before it", text: "\r\n\r\n" + OFXText.header1, format: .ofx1),
    Header(
      testDescription: "on one line",
      text: "OFXHEADER:100DATA:OFXSGMLVERSION:102SECURITY:NONEENCODING:USASCIICHARSET:1252", format: .ofx1),
    Header(
      testDescription: "blanks after the colons", text: "OFXHEADER: 100\nDATA: OFXSGML\nVERSION: 103\n", format: .ofx1),
    Header(testDescription: "in a comment", text: "<!--\nOFXHEADER:100\nDATA:OFXSGML\n-->\n", format: .ofx1),
    Header(testDescription: "with a comment that names the root", text: "<!-- no <OFX> yet -->\n", format: .ofx1),
    Header(testDescription: "first letter lost", text: "FXHEADER:100\nDATA:OFXSGML\n", format: .ofx1),
    Header(
      testDescription: "instruction not closed",
      text: "<?OFX OFXHEADER=\"200\" VERSION=\"203\" SECURITY=\"NONE\"?", format: .ofx2),
    Header(testDescription: "XML declaration alone", text: "<?xml version='1.0'?>", format: .ofx2),
    Header(testDescription: "byte-order mark", text: "\u{feff}" + OFXText.header1, format: .ofx1),
  ]

  @Test("is recognised, and what follows is read", arguments: table)
  func headers(_ header: Header) throws {
    let text = header.text + OFXText.transactions("<INCOME>\(OFXText.tran)\(OFXText.secid)<TOTAL>1.00</INCOME>")
    #expect(OFXReader.recognises(Array(text.utf8)))
    let reading = read(text)
    #expect(reading.value?.format == header.format)
    #expect(try reading.onlyEntry().id == "7")
  }

  static let memo = "Société – Générale"

  @Test("text in Windows-1252, UTF-8 and UTF-16 is read, whatever the header says", arguments: ["USASCII", "UTF-8"])
  func encodings(_ declared: String) throws {
    let header = OFXText.header1.replacing("USASCII", with: declared)
    let text = header + OFXText.transactions("<INCOME>\(OFXText.tran)<MEMO>\(Self.memo)<TOTAL>1</INCOME>")
    let windows = text.unicodeScalars.map { UInt8($0 == "–" ? 0x96 : $0.value) }
    let wide: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    for bytes in [Array(text.utf8), windows, wide] {
      let reading = OFXReader.reading(bytes, file: "s.ofx")
      #expect(try reading.onlyEntry().memo == Self.memo)
    }
    let codes = OFXReader.reading(windows, file: "s.ofx").codes
    #expect(codes == (declared == "UTF-8" ? ["ofx-encoding"] : []))
  }

  @Test(
    "what is no OFX is not recognised, and the message says what it is",
    arguments: [
      ("", "the file is empty"),
      ("Date,Action,Symbol\n", "the file is not OFX: it has no element <OFX>"),
      ("<!DOCTYPE html><html>Please sign in</html>", "the file is a web page, not a statement"),
      ("<OFXUSER>", "the file is not OFX: it has no element <OFX>"),
    ])
  func strangers(_ text: String, _ message: String) {
    #expect(!OFXReader.recognises(Array(text.utf8)))
    let reading = read(text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message) == [message])
  }
}
