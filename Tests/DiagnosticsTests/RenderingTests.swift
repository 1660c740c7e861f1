import Diagnostics
import Testing

@Suite("Diagnostics")
struct RenderingTests {
  @Test("a person sees place, sentence, excerpt, caret and remedy")
  func rendered() {
    let diagnostic = Diagnostic(
      .error, code: "csv-bad-number", "“1O0” is not a number", at: SourceLocation(file: "a.csv", line: 14, column: 7),
      element: "Quantity", remedy: "Correct the cell.")
    #expect(
      diagnostic.rendered(lineText: "VTI,5,1O0,x") == """
        a.csv:14:7: error: “1O0” is not a number [csv-bad-number]
          in Quantity
          14 | VTI,5,1O0,x
                     ^
          → Correct the cell.
        """)
  }

  @Test("nearest names", arguments: [("taxabel", "taxable"), ("roth_irra", "roth_ira"), ("ownr", "owner")])
  func near(typed: String, meant: String) {
    #expect(nearestName(to: typed, among: ["taxable", "roth_ira", "owner", "kind"]) == meant)
  }

  @Test("nothing is near a word of another kind")
  func far() {
    #expect(nearestName(to: "zebra", among: ["taxable", "owner"]) == nil)
  }
}
