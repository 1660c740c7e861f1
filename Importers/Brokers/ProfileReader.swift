import Diagnostics
import ImporterCSV
import Statements
import Yams

/// Reads a profile's YAML into the layout that the CSV reader understands.
struct ProfileReader {
  var text: ProfileText

  static func layout(_ yaml: String, file: String) -> Reading<CSVLayout> {
    var reader = ProfileReader(text: ProfileText(file: file))
    let layout = reader.layout(yaml)
    let diagnostics = reader.text.diagnostics
    return Reading(diagnostics.isEmpty ? layout : nil, diagnostics: diagnostics)
  }

  private mutating func layout(_ yaml: String) -> CSVLayout? {
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: yaml, .basic) else {
        text.report("profile-empty", "The profile is empty", at: nil, remedy: "Start from a built-in profile.")
        return nil
      }
      root = node
    } catch {
      reportSyntax(error)
      return nil
    }
    let fields = text.fields(
      root,
      known: [
        "name", "broker", "about", "dates", "numbers", "footnote letters", "currency", "empty", "lines", "file names",
        "account texts",
        "action texts", "name texts", "declines", "tables",
      ])
    guard let name = text.text(fields["name"]), let broker = text.text(fields["broker"]) else {
      for key in ["name", "broker"] where fields[key] == nil { text.missing(key, in: root) }
      return nil
    }
    var layout = CSVLayout(name: name, broker: broker)
    layout.days = text.word(fields["dates"]) ?? layout.days
    layout.numbers = text.word(fields["numbers"]) ?? layout.numbers
    layout.hasFootnoteLetters = text.flag(fields["footnote letters"]) ?? false
    layout.currency = text.currency(fields["currency"]) ?? layout.currency
    layout.emptyWords = wildcards(fields["empty"])
    layout.lines = patterns(fields["lines"])
    layout.fileNames = patterns(fields["file names"])
    layout.accountTexts = patterns(fields["account texts"])
    layout.actionTexts = patterns(fields["action texts"])
    layout.nameTexts = patterns(fields["name texts"])
    layout.declines = text.text(fields["declines"])
    guard let tables = fields["tables"]?.sequence, !tables.isEmpty else {
      text.missing("tables", in: root)
      return nil
    }
    layout.tables = tables.compactMap { table($0) }
    return layout
  }

  private mutating func reportSyntax(_ error: any Error) {
    var message = "The profile is not YAML"
    var remedy = "Quote texts that hold “: ”, “ #” or begin with a sign such as “*”."
    var place: (line: Int, column: Int)?
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      message += ": " + problem
      place = (mark.line, mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      message = "“\(duplicates.first ?? "")” is written twice"
      remedy = "Keep one of them: of two actions that match, the first counts."
      place = (context.mark.line, context.mark.column)
    default: break
    }
    text.report("profile-not-yaml", message, line: place?.line, column: place?.column, remedy: remedy)
  }

  mutating func wildcards(_ node: Node?) -> [Wildcard] { text.texts(node).map { Wildcard($0.text) } }

  private mutating func patterns(_ node: Node?) -> [TextPattern] {
    text.texts(node).compactMap { item in
      if let pattern = TextPattern(item.text) { return pattern }
      let slots = TextPattern.Slot.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      text.report(
        "profile-unknown-slot", "“\(item.text)” has braces around something else than a slot", at: item.node,
        remedy: "Slots are: \(slots).")
      return nil
    }
  }
}
