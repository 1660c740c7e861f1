public import Diagnostics
import Yams

/// `household.yaml`: what the household intends, in a text that people edit and compare.
///
/// Sections, each of which may be left out: `household` (name, currency), `members`, `accounts`, `securities`, `classes` (a tree;
/// the built-in one where it is absent), `cash_class`, `targets`, `bands`, `tax_returns`, `rebalance` and `scheduled_buys`.
/// Everything that has a sensible default has one: members, accounts with their kinds, targets and one tax return are a
/// whole file. Percent is `60%` or `0.6`, money `1234.5`, `1,234.50` or `$1,234.50`; both are read exactly.
public struct HouseholdFile {
  /// Everything that `text` says, or everything that is wrong with it, each with its place and a remedy.
  ///
  /// - Parameter file: the name to show in diagnostics.
  public static func reading(_ text: String, file: String) -> Reading<HouseholdDocument> {
    let root: Node?
    do {
      root = try compose(yaml: text, .basic)
    } catch {
      return Reading(nil, diagnostics: [diagnostic(of: error, in: text, file: file)])
    }
    var reader = HouseholdReader(file: file)
    let document = reader.document(from: Element(node: root ?? Node(""), path: ""))
    let diagnostics = reader.reader.diagnostics
    return Reading(diagnostics.contains { $0.severity == .error } ? nil : document, diagnostics: diagnostics)
  }

  private static func diagnostic(of error: any Error, in text: String, file: String) -> Diagnostic {
    let remedy = "Check indentation, colons and quotes; in {…} and […] put amounts with commas in quotes."
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        .error, code: "household-bad-yaml", "this is not YAML: \(problem)",
        at: SourceLocation(file: file, line: mark.line, column: mark.column), remedy: remedy)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().map { "“\($0)”" }.joined(separator: ", ")
      let place = duplicates.min().flatMap { secondLine(of: $0, in: text, from: context.mark.line) }
      return Diagnostic(
        .error, code: "household-duplicate", "the key \(names) stands twice in one mapping",
        at: SourceLocation(
          file: file, line: place?.line ?? context.mark.line, column: place?.column ?? context.mark.column),
        remedy: "Give one of them another name, or put both together.")
    default:
      return Diagnostic(
        .error, code: "household-bad-yaml", "this is not YAML", at: SourceLocation(file: file), remedy: remedy)
    }
  }

  /// Where a key stands for the second time as the beginning of a line, from `first` on.
  private static func secondLine(of key: String, in text: String, from first: Int) -> (line: Int, column: Int)? {
    var count = 0
    var indentation: Int?
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where index + 1 >= first {
      let content = line.drop { $0 == " " }
      let indent = line.count - content.count
      guard content.hasPrefix(key + ":"), indentation == nil || indentation == indent else { continue }
      indentation = indent
      count += 1
      if count == 2 { return (index + 1, indent + 1) }
    }
    return nil
  }
}
