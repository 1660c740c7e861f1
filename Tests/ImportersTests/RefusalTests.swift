import Diagnostics
import Importers
import Statements
import TestSupport
import Testing

/// What is no statement is refused with a reason, and nothing makes the reader fall over.
@Suite struct RefusalTests {
  @Test(
    arguments: [
      ([], "statement-empty"), (Array("\n \n".utf8), "statement-empty"), (Array("%PDF-1.7".utf8), "statement-not-text"),
      ([0x50, 0x4b, 0x03, 0x04, 0x01], "statement-not-text"),
      (Array("<!DOCTYPE html><html>".utf8), "statement-web-page"),
      (Array("{\"FromDate\": 1}".utf8), "statement-json"), (Array("hello, world".utf8), "statement-unknown"),
      ([0xff, 0xd8, 0xff, 0xe0], "statement-not-text"), (Array("a;b;c\n1;2;3\n".utf8), "statement-unknown"),
    ] as [([UInt8], String)])
  func saysWhy(_ bytes: [UInt8], _ code: String) {
    let reading = StatementReader().reading(bytes, file: "x.csv")
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.code) == [code])
    #expect(reading.diagnostics.allSatisfy { $0.remedy != nil && $0.severity == .error })
  }

  @Test(arguments: 1...4) func survivesMutations(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let header = "Run Date,Action,Symbol,Description,Type,Price ($),Quantity,Amount ($),Cash Balance ($)\n"
    let row = "01/02/2026,\"YOU BOUGHT VTI as of 2026-01-01\",VTI,FUND,Cash,1.5,\"1,000\",-1500,7\n"
    let original = Array((header + String(repeating: row, count: 5)).utf8)
    let reader = StatementReader()
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert([0x22, 0x2c, 0x0a, 0x0d, 0x00, 0xff][Int.random(in: 0...5, using: &generator)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        }
      }
      let reading = reader.reading(bytes, file: "x.csv")
      if let file = reading.value { #expect(file.brokenInvariants.isEmpty, "seed \(seed)") }
      #expect(reading.value != nil || reading.hasErrors, "seed \(seed)")
      if let draft = ProfileDraft.reading(bytes, file: "x.csv").value {
        #expect(StatementReader().checkingProfile(draft.text, file: "x.yaml").isClean, "seed \(seed): \(draft.text)")
      }
    }
  }
}
