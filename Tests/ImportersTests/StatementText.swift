import Diagnostics
import Measures
import Statements

/// What was read from a file, as text that a person can hold beside the file.
struct StatementText {
  private(set) var text = ""

  init(_ reading: Reading<ParsedFile>) {
    if let file = reading.value {
      text += "profile \(file.profile ?? file.format.rawValue)\n"
      let uses = RowCount.Use.allCases.filter { file.rows[$0] > 0 }.map { "\($0.rawValue) \(file.rows[$0])" }
      text +=
        "rows \(file.rows.data): \(uses.joined(separator: ", ")); headers \(file.rows.headers), text \(file.rows.texts)\n"
      for skipped in file.rows.skipped { text += "left out line \(skipped.line): \(skipped.reason)\n" }
      for statement in file.statements { add(statement) }
      if !file.securities.isEmpty { text += "\nsecurities\n" }
      for security in file.securities { add(security) }
    }
    if !reading.diagnostics.isEmpty { text += "\ndiagnostics\n" }
    for diagnostic in reading.diagnostics { text += "  \(diagnostic)\n" }
  }

  private mutating func add(_ statement: ParsedStatement) {
    let account = statement.account
    text += "\naccount \(account.broker) \(account.number.isEmpty ? "without number" : account.number)"
    if let name = account.name { text += " “\(name)”" }
    if let kind = account.kind { text += " (\(kind))" }
    if let from = statement.from, let to = statement.to { text += ", \(from) to \(to)" }
    if let asOf = statement.asOf { text += ", as of \(asOf)" }
    if let cash = statement.cash { text += ", cash \(cash)" }
    text += statement.currency == "USD" ? "\n" : ", \(statement.currency)\n"
    for entry in statement.entries { add(entry) }
    for position in statement.positions {
      line(
        position.line, "position \(position.security)",
        [
          ("units", position.units), ("price", position.price), ("value", position.value),
          ("basis", position.costBasis),
        ], [("day", position.day?.description), ("source", position.source401k)])
    }
    for lot in statement.lots {
      line(
        lot.line, "lot \(lot.security)",
        [("units", lot.units), ("basis", lot.basis), ("proceeds", lot.proceeds), ("disallowed", lot.disallowed)],
        [("acquired", lot.acquired?.description), ("closed", lot.closed?.description), ("term", lot.term)])
    }
  }

  private mutating func add(_ entry: StatementEntry) {
    let settled = entry.settleDay.map { "/\($0)" } ?? ""
    line(
      entry.line, "\(entry.day)\(settled) \(entry.kind.rawValue)" + (entry.security.map { " \($0)" } ?? ""),
      [
        ("units", entry.units), ("price", entry.price), ("amount", entry.amount), ("commission", entry.commission),
        ("fees", entry.fees), ("taxes", entry.taxes), ("withholding", entry.withholding),
        ("accrued", entry.accruedInterest), ("→ units", entry.effect.units), ("→ cash", entry.effect.cash),
      ],
      [
        ("split", entry.split.map { "\($0.new) for \($0.old)" }), ("id", entry.id), ("currency", entry.currency),
        ("source", entry.source401k),
        ("option", entry.option.map { "\($0.action ?? "?") of \($0.sharesPerContract?.description ?? "?")" }),
        ("words", "“\(entry.source)”"), ("memo", entry.memo.map { "“\($0)”" }),
      ])
  }

  private mutating func add(_ security: PrintedSecurity) {
    let parts = [
      security.reference.description, security.kind?.rawValue, security.name.map { "“\($0)”" },
      security.aliases.isEmpty ? nil : "= " + security.aliases.map(\.description).joined(separator: ", "),
    ]
    text += "  " + parts.compactMap { $0 }.joined(separator: " ") + "\n"
  }

  private mutating func line(
    _ number: Int, _ head: String, _ figures: [(String, PrintedNumber?)], _ words: [(String, String?)]
  ) {
    text += "  \(number): \(head)"
    for case (let name, let figure?) in figures { text += " \(name) \(figure)" }
    for case (let name, let word?) in words { text += " \(name) \(word)" }
    text += "\n"
  }
}
