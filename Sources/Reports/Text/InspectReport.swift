import Measures
public import Statements

extension ParsedFile {
  /// What one statement file says, for a person: accounts, period, counts by kind, positions and rows left out.
  public func summary(_ style: TextStyle) -> String {
    var output = style.bold(file) + "  \(format.title)\(profile.map { ", profile \($0)" } ?? "")\n"
    for statement in statements { output += "\n" + statement.summary(style, securities: securities) }
    return output + "\n" + rows.summary(style)
  }
}

extension ParsedFile.Format {
  /// The words for a person.
  public var title: String {
    switch self {
    case .ofx1: "OFX 1 (SGML)"
    case .ofx2: "OFX 2 (XML)"
    case .csv: "CSV"
    }
  }
}

extension ParsedStatement {
  fileprivate func summary(_ style: TextStyle, securities: [PrintedSecurity]) -> String {
    let names = Dictionary(
      securities.map { ($0.reference, $0.ticker ?? $0.name ?? $0.reference.value) },
      uniquingKeysWith: { first, _ in first })
    let title = [account.broker, account.number, account.name.map { "“\($0)”" } ?? "", account.kind ?? ""]
    var output = "  Account " + title.filter { !$0.isEmpty }.joined(separator: " ") + "\n"
    output += "    " + facts.joined(separator: " · ") + "\n"
    if !entries.isEmpty {
      let counts = entries.reduce(into: [StatementEntry.Kind: Int]()) { $0[$1.kind, default: 0] += 1 }
      let kinds = StatementEntry.Kind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }
      output += "    \(entries.count) transactions: " + kinds.joined(separator: ", ") + "\n"
    }
    if !lots.isEmpty { output += "    \(lots.count) lots\n" }
    guard !positions.isEmpty else { return output }
    var table = Table([
      .text("Security", flexible: true), .number("Units"), .number("Price"), .number("Value"), .text("Day"),
    ])
    for position in positions {
      table.add([
        names[position.security] ?? position.security.value, position.units?.description ?? "—",
        position.price?.description ?? "—", position.value?.description ?? "—", position.day?.description ?? "",
      ])
    }
    return output + table.rendered(style)
  }

  private var facts: [String] {
    var facts: [String] = []
    if let from, let to { facts.append("\(from) to \(to)") }
    if let asOf { facts.append("as of \(asOf)") }
    if let cash { facts.append("cash \(cash) \(currency)") } else { facts.append("currency \(currency)") }
    return facts
  }
}
