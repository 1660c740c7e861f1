import Measures
import Reports
import TestSupport
import Testing

@Suite("JSON documents")
struct JSONValueTests {
  @Test("members keep their order, absent ones are left out, numbers keep their digits")
  func order() {
    let value = JSONValue.object([
      "b": .number("0.1" as Money), "a": .integer(2), "none": nil, "list": .array([.null, .bool(true), .array([])]),
    ])
    #expect(value.line == #"{"b":0.1,"a":2,"list":[null,true,[]]}"#)
  }

  @Test("indented by two spaces, with a final newline")
  func document() {
    let value = JSONValue.object(["a": .array([.integer(1), .object([])])])
    #expect(value.document == "{\n  \"a\": [\n    1,\n    {}\n  ]\n}\n")
  }

  @Test("text is escaped after RFC 8259")
  func escapes() {
    #expect(JSONValue.string("\"\\\n\t\u{1}é\u{2028}").line == #""\"\\\n\t\u0001é\u2028""#)
  }
}

@Suite("Numbers and tables for a person")
struct TextTests {
  @Test("dollars are grouped, rounded to cents and signed with a true minus")
  func dollars() {
    #expect(Figures.dollars("1234567.895") == "1,234,567.90")
    #expect(Figures.dollars("-0.07") == "−0.07")
    #expect(Figures.dollars("-0.001") == "0.00")
    #expect(Figures.dollars("999") == "999.00")
  }

  @Test("weights are shown as percents, drifts as signed points")
  func percents() {
    #expect(Figures.percent("0.59989717") == "59.99 %")
    #expect(Figures.points("0.0125") == "+1.25")
    #expect(Figures.points("-0.004") == "−0.40")
    #expect(Figures.points("0") == "0.00")
  }

  @Test("prices keep what they have and show cents at least")
  func prices() {
    #expect(Figures.price("330") == "330.00")
    #expect(Figures.price("19.123456789") == "19.123456789")
  }

  @Test("a table fits the terminal by shortening its flexible column")
  func table() {
    var table = Table([.text("Name", flexible: true), .number("Value")])
    table.add(["Vanguard Total Stock Market Index Fund", "1.00"])
    table.addRule()
    table.add(["Total", "1.00"])
    #expect(
      table.rendered(TextStyle(width: 30)) == """
          Name                   Value
          Vanguard Total Stock…   1.00
          ─────────────────────  ─────
          Total                   1.00

        """)
    #expect(table.rendered(.plain).contains("Vanguard Total Stock Market Index Fund"))
  }
}
