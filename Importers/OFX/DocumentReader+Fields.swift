import Diagnostics
import Measures
import Statements

/// The values of a row, with a diagnostic for each that cannot be read.
extension DocumentReader {
  func string(_ name: ElementName, in row: Int) -> String? { tree.first(name, in: row).flatMap(tree.string) }

  mutating func amount(_ name: ElementName, in row: Int) -> PrintedNumber? {
    guard let field = tree.first(name, in: row) else { return nil }
    switch tree.amount(field) {
    case .number(let number): return number
    case .absent: return nil
    case .unusual(let number):
      complain(
        .note, "ofx-unusual-number", "“\(tree.string(field) ?? "")” is read as \(number)", about: field, in: row,
        remedy: "Check it: OFX prints amounts without currency signs and separators.")
      return number
    case .unreadable:
      complain(
        .warning, "ofx-bad-number", "“\(tree.string(field) ?? "")” is not a number", about: field, in: row,
        remedy: "Correct the value in the file, or write the row down with “hearth record”.")
      return nil
    }
  }

  mutating func day(_ name: ElementName, in row: Int) -> Day? {
    guard let field = tree.first(name, in: row) else { return nil }
    if let day = tree.day(field) { return day }
    if let text = tree.string(field) {
      complain(
        .warning, "ofx-bad-date", "“\(text)” is not a date", about: field, in: row,
        remedy: "Correct the date in the file: YYYYMMDD.")
    }
    return nil
  }

  /// CURDEF and CURSYM, a code of ISO 4217 (OFX 5.2); what is none counts as not said.
  mutating func currency(_ field: Int, in row: Int) -> String? {
    guard let text = tree.string(field) else { return nil }
    if let code = currencyCode(text) { return code }
    complain(
      .warning, "ofx-bad-currency", "“\(text.prefix(40))” is not a currency", about: field, in: row,
      remedy: "The currency of the file's other amounts is taken; write a code of three letters, such as USD.")
    return nil
  }

  /// Says what is doubtful about a row or one of its fields.
  mutating func complain(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, about field: Int, in row: Int, remedy: String
  ) {
    let path = path(of: field, in: row)
    findings.add(severity, code, message, at: tree.nodes[field].place, element: path, remedy: remedy)
  }

  /// `INVTRANLIST/BUYMF[3]/UNITS`.
  private func path(of field: Int, in row: Int) -> String {
    let name = tree.nodes[row].name
    let list: ElementName? =
      switch name.role {
      case .transaction: .invtranlist
      case .aggregate where name == .stmttrn: .banktranlist
      case .position: .invposlist
      case .security: .seclist
      default: nil
      }
    let ordinal = name.isRow || name == .stmttrn ? "[\(max(1, ordinals[Int(name.rawValue)]))]" : ""
    return [list?.spelling, name.spelling + ordinal, field == row ? nil : tree.spelling(field)].compactMap(\.self)
      .joined(separator: "/")
  }
}
