import ImporterCSV
import Statements
import Yams

extension ProfileReader {
  mutating func table(_ node: Node) -> TableLayout? {
    let fields = text.fields(
      node,
      known: [
        "header", "rows", "columns", "units sign", "amount sign", "amount excludes", "trade day in action", "core",
        "cash", "totals", "ends", "not cash", "kinds", "continues rows", "lone reinvestments", "actions",
      ])
    guard let header = text.text(fields["header"]), let content = text.word(fields["rows"], TableLayout.Content.self)
    else {
      for key in ["header", "rows"] where fields[key] == nil { text.missing(key, in: node) }
      return nil
    }
    var table = TableLayout(content, header: HeaderPattern(header))
    table.columns = columns(fields["columns"])
    table.unitsSign = text.word(fields["units sign"]) ?? table.unitsSign
    table.amountSign = text.word(fields["amount sign"]) ?? table.amountSign
    table.amountExcludes = text.texts(fields["amount excludes"]).compactMap { text.word($0.node) }
    table.hasTradeDayInAction = text.flag(fields["trade day in action"]) ?? false
    table.continuesRows = text.flag(fields["continues rows"]) ?? false
    table.hasLoneReinvestments = text.flag(fields["lone reinvestments"]) ?? false
    table.core = wildcards(fields["core"])
    table.cash = wildcards(fields["cash"])
    table.totals = wildcards(fields["totals"])
    table.ends = wildcards(fields["ends"])
    table.notCash = byRole(fields["not cash"]).mapValues { $0.map { Wildcard($0) } }
    if let kinds = fields["kinds"] {
      table.kinds = text.pairs(kinds).compactMap { pair in
        guard let words = text.text(pair.key), let kind = text.word(pair.value, PrintedSecurity.Kind.self) else {
          return nil
        }
        return (Wildcard(words), kind)
      }
    }
    if let actions = fields["actions"] { table.actions = text.pairs(actions).compactMap { action($0.key, $0.value) } }
    return table
  }

  private mutating func columns(_ node: Node?) -> [ColumnRole: [String]] {
    byRole(node).mapValues { names in names.map { $0.lowercased() } }
  }

  private mutating func byRole(_ node: Node?) -> [ColumnRole: [String]] {
    guard let node else { return [:] }
    var roles: [ColumnRole: [String]] = [:]
    for (key, value) in text.pairs(node) {
      guard let role = text.word(key, ColumnRole.self) else { continue }
      roles[role] = text.texts(value).map(\.text)
    }
    return roles
  }

  /// `YOU BOUGHT*: buy`, or a mapping that says more.
  private mutating func action(_ key: Node, _ value: Node) -> ActionRule? {
    guard let words = text.text(key) else { return nil }
    if value.mapping == nil {
      return text.word(value, StatementEntry.Kind.self).map { ActionRule(Wildcard(words), $0) }
    }
    let fields = text.fields(
      value,
      known: [
        "kind", "when", "skip", "without units", "outward", "of core", "units", "cash", "units in price", "option",
        "doubt",
      ])
    var rule = ActionRule(Wildcard(words), text.word(fields["kind"]))
    rule.when = byRole(fields["when"]).mapValues { $0.map { Wildcard($0) } }
    rule.skip = text.text(fields["skip"])
    if rule.kind == nil, rule.skip == nil {
      if fields["kind"] == nil { text.missing("kind", in: value) }
      return nil
    }
    rule.kindWithoutUnits = text.word(fields["without units"])
    rule.kindOutward = text.word(fields["outward"])
    rule.kindOfCore = text.word(fields["of core"])
    rule.units = text.word(fields["units"])
    rule.cash = text.word(fields["cash"])
    rule.mayBeSwapped = text.flag(fields["units in price"]) ?? false
    rule.option = text.text(fields["option"])
    rule.doubt = text.text(fields["doubt"])
    return rule
  }
}
