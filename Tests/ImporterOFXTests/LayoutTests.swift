import Diagnostics
import Foundation
import ImporterOFX
import Statements
import TestSupport
import Testing

/// How an institution lays out its file says nothing: the same elements are read the same.
@Suite("OFX laid out otherwise")
struct LayoutTests {
  struct Layout: CustomTestStringConvertible {
    let testDescription: String
    let applied: @Sendable (String) -> String
  }

  static let layouts: [Layout] = [
    Layout(testDescription: "lines end as on Windows") { lines($0).joined(separator: "\r\n") },
    Layout(testDescription: "lines end as on old Macs") { lines($0).joined(separator: "\r") },
    Layout(testDescription: "a byte-order mark") { "\u{feff}" + $0 },
    Layout(testDescription: "no header") { $0.contains("<?xml") ? $0 : body($0) },
    Layout(testDescription: "something after the end") { $0 + "\n\n<!-- made by a bank -->\n" },
    Layout(testDescription: "all of the body on one line") { header($0) + lines(body($0)).joined() },
    Layout(testDescription: "blanks around values") {
      header($0) + body($0).replacing(#/<([A-Z0-9.]+)>([^<\r\n]*[^<\s])/#) { "<\($0.output.1)>  \($0.output.2) " }
    },
    Layout(testDescription: "leaves closed") {
      header($0)
        + body($0).replacing(#/<([A-Z0-9.]+)>[ \t]*([^<\s][^<\r\n]*)(?:<\/\1>)?/#) {
          "<\($0.output.1)>\($0.output.2)</\($0.output.1)>"
        }
    },
    Layout(testDescription: "elements that no one knows") {
      header($0)
        + body($0).replacing(
          "<FITID>", with: "<ACME.X>1</ACME.X><ACMEAGG><UNITS>999</UNITS><TOTAL>5</TOTAL></ACMEAGG><FITID>")
    },
    Layout(testDescription: "more blanks between words") {
      header($0) + body($0).replacing("INTEREST EARNED", with: "INTEREST   EARNED")
    },
  ]

  private static func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }
  private static func start(_ text: String) -> String.Index { text.range(of: "<OFX>")?.lowerBound ?? text.startIndex }
  private static func header(_ text: String) -> Substring { text[..<start(text)] }
  private static func body(_ text: String) -> String { String(text[start(text)...]) }

  /// What a reading says but for the places and for the memos, whose blanks are kept as printed.
  private func content(_ reading: Reading<ParsedFile>) -> [String] {
    (reading.value?.statements ?? []).flatMap { statement in
      ["\(statement.account) \(String(describing: statement.asOf)) \(String(describing: statement.cash))"]
        + statement.entries.map { entry in
          var entry = entry
          entry.line = 0
          entry.memo = nil
          return "\(entry)"
        }
        + statement.positions.map { "\($0.security) \(String(describing: $0.units)) \(String(describing: $0.value))" }
    }
  }

  @Test("are read the same", arguments: layouts)
  func invented(_ layout: Layout) {
    let rows = """
      <BUYMF><INVBUY>\(OFXText.tran)
      \(OFXText.secid)
      <UNITS>2
      <UNITPRICE>10
      <TOTAL>-20
      </INVBUY>
      <BUYTYPE>BUY
      </BUYMF>
      <INVBANKTRAN><STMTTRN><TRNTYPE>CREDIT
      <DTPOSTED>20260303
      <TRNAMT>5.01
      <FITID>8
      <NAME>INTEREST EARNED
      </STMTTRN></INVBANKTRAN>
      """
    let text =
      OFXText.header1
      + OFXText.transactions(rows).replacing("</OFX>", with: "\(BankTests.statement("CD", BankTests.row))</OFX>")
    let plain = content(read(text))
    #expect(plain.count == 5)
    #expect(plain.contains { $0.contains("interest") })
    #expect(content(read(layout.applied(text))) == plain)
  }

  @Test("real files are, too", .enabled(if: Corpus.folder != nil, "needs the shared corpus"), arguments: layouts)
  func real(_ layout: Layout) throws {
    for file in Corpus.files(["ofx1-investment", "ofx-401k"]) {
      guard let text = String(validating: try Corpus.bytes(file), as: UTF8.self) else { continue }
      #expect(content(read(layout.applied(text))) == content(read(text)), "\(file)")
    }
  }
}
