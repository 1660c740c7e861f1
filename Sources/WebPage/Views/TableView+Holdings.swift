import PortfolioModel
import Reports

extension TableView {
  /// What an account holds, with its cash and its sum.
  init(holdingsOf account: Account, in snapshot: HouseholdSnapshot, caption: String) {
    self.init(
      caption,
      [.text("Security"), .number("Value"), .number("Gain"), .number("Units"), .number("Price"), .day("Priced on")])
    for holding in snapshot.holdings where holding.account == account.id {
      let name = snapshot.name(of: holding.security)
      let gain = HoldingsReport.gainText(of: holding, in: account)
      let isUnknown = holding.basis == nil && !gain.isEmpty
      add(
        Cell(holding.security.rawValue, note: name == holding.security.rawValue ? nil : name),
        Cell(Figures.dollars(holding.value)), Cell(isUnknown ? "" : gain, mark: isUnknown ? gain : nil),
        Cell(Figures.shares(holding.quantity)), Cell(holding.price.map { Figures.price($0) } ?? "—"),
        Cell(holding.priceDay.map { "\($0)" } ?? "", mark: holding.price == nil ? "no price" : nil))
      for source in holding.sources {
        add(
          Cell("", note: "of it \(source.name.isEmpty ? "without a source" : source.name)"),
          Cell(Figures.dollars(source.value)), "", Cell(Figures.shares(source.quantity)), "", "")
      }
    }
    add("Cash", Cell(Figures.dollars(snapshot.cash(in: account.id))), "", "", "", "")
    add("Total", Cell(Figures.dollars(snapshot.value(of: account.id))), "", "", "", "", isTotal: true)
  }

  /// The open lots of an account, with term and gain where they are taxed.
  init(lotsOf account: Account, in snapshot: HouseholdSnapshot, caption: String) {
    self.init(
      caption,
      [
        .text("Security"), .day("Acquired"), .text("Term"), .number("Value"), .number("Gain"), .number("Basis"),
        .number("Units"),
      ])
    let isTaxed = !account.treatment.isSheltered
    for row in LotsReport(snapshot, diagnostics: []).rows where row.holding.account == account.id {
      let basis = row.lot.basis.map { Figures.dollars($0) }
      add(
        Cell(row.holding.security.rawValue),
        Cell(row.lot.acquired.map { "\($0)" } ?? "", mark: row.lot.acquired == nil ? "day unknown" : nil),
        Cell(isTaxed ? row.isLongTerm(on: snapshot.asOf).map { $0 ? "long" : "short" } ?? "" : ""),
        Cell(row.value.map { Figures.dollars($0) } ?? "—"),
        Cell(isTaxed ? row.gain.map { Figures.dollars($0) } ?? "" : ""),
        Cell(basis ?? "", mark: basis == nil ? "basis unknown" : nil), Cell(Figures.shares(row.lot.quantity)))
    }
  }
}
