import Diagnostics
import Measures
import Statements

/// The list of securities (OFX 13.8.5), which a file may hold several times.
extension DocumentReader {
  mutating func readSecurity(_ name: ElementName, _ row: Int) {
    let info = tree.first(.secinfo, in: row) ?? row
    guard let element = tree.child(.secid, of: info) ?? tree.first(.secid, in: row),
      let reference = security(element)
    else {
      return complain(
        .note, "ofx-security-without-id", "\(name.spelling) has no identifier", about: row, in: row,
        remedy: "Nothing can refer to it; it is passed over.")
    }
    var security = PrintedSecurity(reference, kind: Self.kind(of: name))
    security.name = string(.secname, in: info)
    // Some brokers print the CUSIP again where they know no ticker.
    let ticker = string(.ticker, in: info)
    security.ticker = reference.scheme == .cusip && ticker == reference.value ? nil : ticker
    if let code = string(.fiid, in: info), code != reference.value, code != security.ticker {
      security.aliases = [SecurityReference(.planCode, code)]
    }
    security.price = amount(.unitprice, in: info)
    security.priceDay = security.price == nil ? nil : day(.dtasof, in: info)
    add(security)
  }

  private mutating func add(_ security: PrintedSecurity) {
    guard let known = securities[security.reference] else {
      securities[security.reference] = file.securities.count
      file.securities.append(security)
      return
    }
    let before = file.securities[known]
    file.securities[known].name = before.name ?? security.name
    file.securities[known].ticker = before.ticker ?? security.ticker
    var aliases = security.aliases
    if let ticker = security.ticker, let known = before.ticker, ticker != known {
      aliases.append(SecurityReference(.ticker, ticker))
    }
    if before.price == nil {
      file.securities[known].price = security.price
      file.securities[known].priceDay = security.priceDay
    }
    for alias in aliases where !before.aliases.contains(alias) { file.securities[known].aliases.append(alias) }
  }

  private static func kind(of name: ElementName) -> PrintedSecurity.Kind {
    switch name {
    case .stockinfo: .stock
    case .mfinfo: .fund
    case .debtinfo: .bond
    case .optinfo: .option
    default: .other
    }
  }
}
