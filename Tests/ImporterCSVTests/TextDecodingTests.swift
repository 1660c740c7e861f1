import Statements
import Testing

@testable import ImporterCSV

@Suite struct TextDecodingTests {
  static let text = "Date,Name\n1,Société\n"

  static let encodings: [[UInt8]] = [
    Array(text.utf8),
    [0xef, 0xbb, 0xbf] + Array(text.utf8),
    [0xff, 0xfe] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
    [0xfe, 0xff] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] },
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) },
  ]

  @Test(arguments: encodings) func becomesUTF8(_ bytes: [UInt8]) {
    #expect(String(decoding: TextDecoding.utf8(bytes).text, as: UTF8.self) == Self.text)
  }

  @Test func readsTheEuroOfWindows() {
    #expect(String(decoding: TextDecoding.utf8([0x80, 0x20, 0x92]).text, as: UTF8.self) == "€ ’")
  }

  @Test func findsTheDelimiterOutsideQuotes() {
    #expect(Delimiter.candidates(in: Array("\"a,b,c\";d;1,5".utf8)).first == UInt8(ascii: ";"))
    #expect(Delimiter.candidates(in: Array("a\tb\tc".utf8)).first == UInt8(ascii: "\t"))
    #expect(Delimiter.candidates(in: Array("abc".utf8)) == [UInt8(ascii: ",")])
  }
}
