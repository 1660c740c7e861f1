import ImporterCSV
import Statements

/// Writes a proposed profile line by line.
struct DraftWriter {
  let survey: CSVSurvey
  let file: String
  private var lines: [String] = []

  init(survey: CSVSurvey, file: String) {
    self.survey = survey
    self.file = file
  }

  mutating func text(name: String) -> String {
    lines = [
      "# Proposed from \(YAMLScalar.comment(file)). Lines marked ??? are guesses: hold them beside the file.",
      "# Importers/README.md says what a profile can say; “hearth importers check FILE” says what is still wrong.",
      "",
    ]
    add("name: \(YAMLScalar.quoted(name))")
    add("broker: \(YAMLScalar.quoted(name))", "accounts are kept under this name")
    add("dates: \(survey.days.rawValue)", doubt(survey.areDaysCertain, "no day shows whether day or month comes first"))
    add("numbers: \(survey.numbers.rawValue)", doubt(survey.areNumbersCertain, "no number shows which"))
    let guesses = survey.tables.map { (table: $0, guess: TableGuess($0)) }
    addCurrency(guesses.flatMap(\.guess.columns))
    if !guesses.flatMap(\.guess.columns).contains(where: { $0.role == .account }) { addAccount() }
    add("tables:")
    for (table, guess) in guesses { add(table, guess) }
    lines += ["", "# Kinds: " + StatementEntry.Kind.allCases.map(\.rawValue).joined(separator: ", ") + "."]
    return lines.joined(separator: "\n") + "\n"
  }

  mutating func add(_ line: String, _ comment: String? = nil) {
    lines.append(comment.map { commented(line, $0) } ?? line)
  }

  private func commented(_ line: String, _ comment: String) -> String {
    line + String(repeating: " ", count: max(2, 40 - line.count)) + "# " + YAMLScalar.comment(comment)
  }

  /// Adds a line about the whole file.
  mutating func addBeforeTables(_ line: String, _ comment: String) {
    let tables = lines.lastIndex(of: "tables:") ?? lines.endIndex
    lines.insert(commented(line, comment), at: tables)
  }

  private func doubt(_ isCertain: Bool, _ reason: String) -> String? { isCertain ? nil : "??? \(reason)" }

  private mutating func addCurrency(_ guesses: [ColumnGuess]) {
    let printed = guesses.first { $0.role == .currency }?.column.texts.max { $0.count < $1.count }?.text
    // “Wert CHF”, “Amount (EUR)”.
    let words = survey.tables.flatMap(\.columns).flatMap { $0.name.uppercased().split { !$0.isLetter } }.map(
      String.init)
    let named = words.first(where: SurveyedColumn.currencies.contains)
    let usual = named ?? (survey.numbers == .comma ? "EUR" : "USD")
    add(
      "currency: \(printed ?? usual)",
      printed == nil
        ? (named == nil ? "??? no column says it" : "??? in a column's name")
        : "the commonest; rows in another one keep theirs")
  }

  private static let accountWords = ["account", "konto", "depot", "compte", "rekening", "conto", "cuenta", "conta"]

  /// A line before the table may name the account.
  private mutating func addAccount() {
    for line in survey.lines {
      guard let pattern = Self.pattern(line) else { continue }
      add("lines:")
      add("  - \(YAMLScalar.quoted(pattern))", "??? a line that names the account: \(line.prefix(60))")
      return
    }
    add("# lines: ['Account {account}']", "??? no column names the account; does a line, or the file's name?")
  }

  /// The line with a slot for the first word with a digit behind “account” or its like; cells are joined with commas.
  private static func pattern(_ line: String) -> String? {
    let words = line.split { $0 == " " || $0 == "," }
    guard let word = words.firstIndex(where: { word in accountWords.contains { word.lowercased().hasPrefix($0) } }),
      let number = words[word...].first(where: { $0.contains(where: \.isNumber) })
    else { return nil }
    let before = line[..<number.startIndex]
    guard !before.contains(where: { "{}*".contains($0) }) else { return nil }
    // Before a comma, an account of several words is taken whole.
    return before + (line[number.startIndex...].contains(",") ? "{account},*" : "{account}*")
  }
}
