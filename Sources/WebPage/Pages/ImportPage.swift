import Reports
import Statements
import Workflows

/// Where statements are brought in, and the list of what was.
struct ImportPage: Page {
  static let template = "import"
  let title = "Import"
  let section: Section? = .imports
  let imports: [Entry]
  let hasImports: Bool
  /// What was just done, in words.
  let notice: String?

  struct Entry: Sendable {
    let number: String
    let moment: String
    let files: [String]
    let rows: String
    let stands: Bool
    let undoPath: String
  }

  init(_ records: [ImportRecord], notice: String? = nil) {
    imports = records.reversed().map { record in
      Entry(
        number: "\(record.number)", moment: record.moment.replacing("T", with: " ").replacing("Z", with: " UTC"),
        files: record.files.map { String($0.name.split(separator: "/").last ?? "") },
        rows: "\(record.files.reduce(0) { $0 + $1.rows })", stands: record.stands,
        undoPath: "/imports/\(record.number)/undo")
    }
    hasImports = !imports.isEmpty
    self.notice = notice
  }

  static func answer(_ visit: Visit) throws -> Answer {
    .page(ImportPage(visit.household.hasLedger ? try visit.household.imports() : [], notice: notice(visit.query)))
  }

  private static func notice(_ query: FormFields) -> String? {
    if let undone = query["undone"].flatMap({ Int($0) }) {
      return "Import \(undone) is undone; what other imports have seen too stays."
    }
    return query["imported"].flatMap { Int($0) }.map { number in
      number == 0 ? "Nothing was new: the ledger is as it was." : "Import \(number) is in the ledger."
    }
  }

  static func undo(_ visit: Visit) throws -> Answer {
    guard let number = Int(try visit.parameter("number")) else { throw Refusal(.notFound, "There is no such import.") }
    let receipt = try visit.household.undo(number)
    return .redirect("/import?undone=\(receipt.number)")
  }
}
