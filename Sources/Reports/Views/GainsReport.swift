public import Booking
public import Diagnostics
public import Measures
import PortfolioModel

/// What was sold in a year, in the columns of Form 8949, and what wash sales took from it: `hearth gains`.
///
/// The form's boxes (A to F) say whether the broker told the tax office the basis, which only its Form 1099-B shows: they are chosen by
/// what the law demands of the broker, or by what the household says (`BrokerReport`).
public struct GainsReport: Report {
  public let gains: GainsOfYear
  public let asOf: Day
  public let diagnostics: [Diagnostic]

  public init(_ gains: GainsOfYear, asOf: Day, diagnostics: [Diagnostic]) {
    self.gains = gains
    self.asOf = asOf
    self.diagnostics = diagnostics
  }

  static let terms: [(isLongTerm: Bool?, word: String, title: String)] = [
    (false, "short", "Short-term (Part I)"), (true, "long", "Long-term (Part II)"),
    (nil, "unknown", "Of unknown term"),
  ]

  public func text(_ style: TextStyle) -> String {
    parts.map { style.bold($0.title) + "\n" + $0.table.rendered(style) + "\n" }.joined()
      + (gains.scheduleD.isEmpty ? "" : style.dim(style.paragraph(Self.boxNote)) + "\n\n") + summary + "\n"
  }

  /// The parts that have lines, each under its title.
  public var parts: [(title: String, table: Table)] {
    var parts = Self.terms.filter { !gains.lines(isLongTerm: $0.isLongTerm).isEmpty }
      .map { (title: $0.title, table: table(isLongTerm: $0.isLongTerm)) }
    if !gains.scheduleD.isEmpty { parts.append(("Schedule D", scheduleD)) }
    if !gains.distributions.isEmpty {
      var table = Table([.text("Account"), .number("Amount")])
      for part in gains.distributions { table.add([part.account.rawValue, Figures.dollars(part.amount)]) }
      parts.append(("Long-term gains that funds distributed (Schedule D, line 13)", table))
    }
    if !gains.disallowances.isEmpty { parts.append(("Losses that wash sales disallow", washes)) }
    return parts
  }

  /// The year in one sentence.
  public var summary: String {
    if gains.lines.isEmpty, gains.distributions.isEmpty { return "Nothing was realised in \(gains.year)." }
    let (short, long) = (gains.total(isLongTerm: false).gain, gains.total(isLongTerm: true).gain)
    return "\(gains.year): \(Figures.dollars(short)) short-term, \(Figures.dollars(long)) long-term."
  }

  /// How the boxes were chosen.
  public static let boxNote =
    "Boxes: the basis counts as reported for stocks bought since 2011, funds since 2012, bonds and options since 2014. Where the "
    + "broker's Form 1099-B says otherwise it prevails: write “broker_reports” at the account in household.yaml."

  private var scheduleD: Table {
    var table = Table([
      .text("Line"), .text("Box"), .number("Proceeds"), .number("Basis"), .number("Adjustment"), .number("Gain"),
    ])
    for (place, total) in gains.scheduleD {
      table.add([
        place.rawValue, place.box, Figures.dollars(total.proceeds), Figures.dollars(total.basis),
        total.adjustment.isZero ? "" : Figures.dollars(total.adjustment), Figures.dollars(total.gain),
      ])
    }
    return table
  }

  private func table(isLongTerm: Bool?) -> Table {
    var table = Table([
      .text("Property"), .text("Box"), .day("Acquired"), .day("Sold"), .number("Proceeds"), .number("Basis"),
      .text("Code"), .number("Adjustment"), .number("Gain"), .text("Account", flexible: true),
    ])
    for line in gains.lines(isLongTerm: isLongTerm) {
      let row = line.columns
      table.add([
        row.property, line.scheduleDLine?.box ?? "", row.acquired, row.sold, shown(line.proceeds), shown(line.basis),
        line.code, line.adjustment.isZero ? "" : Figures.dollars(line.adjustment), shown(line.gain),
        line.account.rawValue,
      ])
    }
    let total = gains.total(isLongTerm: isLongTerm)
    table.addRule()
    table.add([
      "Total", "", "", "", Figures.dollars(total.proceeds), Figures.dollars(total.basis), "",
      total.adjustment.isZero ? "" : Figures.dollars(total.adjustment), Figures.dollars(total.gain), "",
    ])
    return table
  }

  private func shown(_ amount: Money?) -> String { amount.map { Figures.dollars($0) } ?? "unknown" }

  private var washes: Table {
    var table = Table([
      .day("Sold"), .text("Security"), .text("Account", flexible: true), .number("Units"), .number("Loss"),
      .day("Replaced on"), .text("Where the loss went", flexible: true),
    ])
    for wash in gains.disallowances {
      table.add([
        wash.sold.description, wash.security.rawValue, wash.account.rawValue, Figures.shares(wash.quantity),
        Figures.dollars(wash.loss), wash.bought.description, wash.whereabouts,
      ])
    }
    return table
  }
}

extension WashSaleAdjustment.Disallowance {
  /// In words: into a basis, or gone.
  var whereabouts: String {
    let place = "\(replacementSecurity) in \(replacement)"
    return isLost ? "gone for good, with \(place)" : "into the basis of \(place)"
  }
}
