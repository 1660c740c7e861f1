import Testing

@testable import ImporterCSV

@Suite struct RecordScannerTests {
  func cells(_ text: String, delimiter: Character = ",") -> [[String]] {
    let document = CSVDocument(utf8: Array(text.utf8), delimiter: delimiter.asciiValue ?? 0x2c)
    return document.records.map { record in (0..<Int(record.cellCount)).map { document.text(record, $0) } }
  }

  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d\rE,f", [["a", "b"], ["c", "d"], ["E", "f"]]),
    ("\"a,\"\"x\"\"\",b", [["a,\"x\"", "b"]]),
    ("\"a\nb\",c\nd", [["a\nb", "c"], ["d"]]),
    ("\"a\" ,\"b\" ,\n", [["a", "b", ""]]),
    ("1,\"Individual\" X123,2", [["1", "\"Individual\" X123", "2"]]),
    ("\"open,1\nnext,2", [["\"open", "1"], ["next", "2"]]),
    ("\n\na", [[""], [""], ["a"]]),
    ("", []),
  ])
  func cutsCells(_ text: String, _ expected: [[String]]) {
    #expect(cells(text) == expected)
  }
}
