import Diagnostics
import ImporterOFX
import Statements
import Testing

/// Small OFX documents, written as few words as a test needs.
enum OFXText {
  static let header1 = """
    OFXHEADER:100
    DATA:OFXSGML
    VERSION:102
    SECURITY:NONE
    ENCODING:USASCII
    CHARSET:1252
    COMPRESSION:NONE
    OLDFILEUID:NONE
    NEWFILEUID:NONE


    """
  static let header2 = """
    <?xml version="1.0" encoding="UTF-8"?>
    <?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>

    """

  /// A statement in OFX 1 around what stands in it.
  static func statement(_ content: String) -> String {
    """
    <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS></SONRS></SIGNONMSGSRSV1>
    <INVSTMTMSGSRSV1><INVSTMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><INVSTMTRS>
    <DTASOF>20260331<CURDEF>USD<INVACCTFROM><BROKERID>example.com<ACCTID>X1</INVACCTFROM>
    \(content)
    </INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>
    """
  }

  /// A statement whose list of transactions holds `rows`.
  static func transactions(_ rows: String) -> String {
    statement("<INVTRANLIST><DTSTART>20260101<DTEND>20260331\n\(rows)\n</INVTRANLIST>")
  }

  static let tran = "<INVTRAN><FITID>7<DTTRADE>20260302160000.000[-5:EST]<DTSETTLE>20260304</INVTRAN>"
  static let secid = "<SECID><UNIQUEID>922908363<UNIQUEIDTYPE>CUSIP</SECID>"
}

/// What the reader makes of a text.
func read(_ text: String) -> Reading<ParsedFile> { OFXReader.reading(Array(text.utf8), file: "s.ofx") }

extension Reading<ParsedFile> {
  /// The only statement.
  func onlyStatement(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> ParsedStatement {
    let statements = value?.statements ?? []
    try #require(statements.count == 1, sourceLocation: sourceLocation)
    return statements[0]
  }

  /// The only transaction of the only statement.
  func onlyEntry(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> StatementEntry {
    let entries = try onlyStatement(sourceLocation: sourceLocation).entries
    try #require(entries.count == 1, sourceLocation: sourceLocation)
    return entries[0]
  }

  var codes: [String] { diagnostics.map(\.code) }
}
