import Measures
import Statements

/// A file that the ledger holds and that comes again: what its importer reads otherwise now.
struct Restatement {
  /// What the ledger holds of the file.
  struct Held {
    /// The ledger's number of the file.
    let number: Int
    /// The name under which it was imported first.
    let name: String
    let statements: [(account: Int, facts: StatementFacts)]
    let descriptions: [SecurityBook.Description]
  }

  enum Finding { case same, changed, added }

  let held: Held
  private(set) var changes: [ImportPlan.ChangedRow] = []
  private var findings: [BookedRow.Place: Finding] = [:]

  init(_ held: Held, read file: IncomingFile, catalog: Catalog) {
    self.held = held
    var before = Dictionary(
      BookedRow.rows(of: held.statements).map { ($0.place, $0.row) }, uniquingKeysWith: { first, _ in first })
    for (place, row) in file.rows {
      let old = before.removeValue(forKey: place)
      findings[place] = old == nil ? .added : old == row ? .same : .changed
      guard old != row else { continue }
      let (was, now) = (old?.text(catalog), row.text(catalog))
      changes.append(
        ImportPlan.ChangedRow(line: place.line, before: was, after: was == now ? now + ", in its details" : now))
    }
    changes += before.map { place, row in
      ImportPlan.ChangedRow(line: place.line, before: row.text(catalog), after: nil)
    }
    compare(held.statements.map { Self.title($0, catalog) }, file.statements.map { Self.title($0, catalog) })
    compare(Self.titles(held.descriptions, catalog), Self.titles(file.descriptions, catalog))
    changes.sort { ($0.line ?? 0, $0.after ?? "", $0.before ?? "") < ($1.line ?? 0, $1.after ?? "", $1.before ?? "") }
  }

  func finding(at place: BookedRow.Place) -> Finding { findings[place] ?? .added }

  /// Compares what stands outside of the rows.
  private mutating func compare(_ before: [String], _ after: [String]) {
    let (old, new) = (Set(before), Set(after))
    let gone = before.filter { !new.contains($0) }
    let come = after.filter { !old.contains($0) }
    for index in 0..<max(gone.count, come.count) {
      changes.append(
        ImportPlan.ChangedRow(
          line: nil, before: index < gone.count ? gone[index] : nil, after: index < come.count ? come[index] : nil))
    }
  }

  private static func title(_ statement: (account: Int, facts: StatementFacts), _ catalog: Catalog) -> String {
    let facts = statement.facts
    var title = "statement of \(catalog.accounts[statement.account]?.title ?? "an account")"
    if let from = facts.from, let to = facts.to { title += ", \(from) to \(to)" }
    if let day = facts.asOf { title += ", as of \(day)" }
    if let cash = facts.cash { title += ", cash \(cash)" }
    return title + " " + facts.currency
  }

  private static func titles(_ descriptions: [SecurityBook.Description], _ catalog: Catalog) -> [String] {
    descriptions.map { description in
      let names = description.aliases.prefix(1) + description.aliases.dropFirst().sorted()
      var title = "security " + names.compactMap { catalog.aliases[$0]?.text }.joined(separator: " = ")
      if let name = description.name { title += " “\(name)”" }
      if let kind = description.kind { title += ", \(kind.rawValue)" }
      if let price = description.price { title += ", price \(price)" }
      if let day = description.priceDay { title += " on \(day)" }
      return title
    }
  }
}
