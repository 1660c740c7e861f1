public import Diagnostics
public import Measures
public import Performance
import PortfolioModel

/// What the household earned, by period and account: `hearth performance`.
public struct PerformanceReport: Report {
  let performance: HouseholdPerformance
  let gains: GainsByTerm
  let asOf: Day
  let diagnostics: [Diagnostic]

  public init(_ performance: HouseholdPerformance, gains: GainsByTerm, asOf: Day, diagnostics: [Diagnostic]) {
    self.performance = performance
    self.gains = gains
    self.asOf = asOf
    self.diagnostics = diagnostics
  }

  public func text(_ style: TextStyle) -> String {
    guard performance.total.span != nil || !performance.accounts.isEmpty else {
      return "Nothing is known of what was held until \(asOf).\n"
    }
    var output = section("Household", performance.total, style)
    for account in performance.accounts { output += section(account.id.rawValue, account.record, style) }
    output += income(style) + matches(style)
    output += style.bold("Gains of taxable accounts") + "\n"
    var table = Table([.text(""), .number("Short-term"), .number("Long-term")])
    table.add([
      "Realised in \(asOf.year)", Figures.dollars(gains.realisedShort), Figures.dollars(gains.realisedLong),
    ])
    table.add(["Unrealised", Figures.dollars(gains.unrealisedShort), Figures.dollars(gains.unrealisedLong)])
    output += table.rendered(style)
    if !gains.unknown.isZero {
      output += "  Lots worth \(Figures.dollars(gains.unknown)) are in neither sum: basis or day is not known.\n"
    }
    if gains.isIncomplete { output += "  Sales of \(asOf.year) with unknown basis are in no sum.\n" }
    return output
  }

  private func section(_ name: String, _ record: ReturnRecord, _ style: TextStyle) -> String {
    var table = Table([
      .text("Period"), .text("From"), .text("Through"), .number("Start"), .number("Came in"), .number("Gain"),
      .number("End"), .number("Time-weighted"), .number("Money-weighted"),
    ])
    var reasons: [(names: [String], reason: String)] = []
    for returns in Self.returns(of: record) {
      // What is wholly unknown stands below, with its reason.
      if returns.gain != nil {
        table.add(
          [returns.period.name, returns.period.from.description, returns.period.through.description]
            + [returns.startValue, returns.netFlow, returns.gain, returns.endValue].map {
              $0.map { Figures.dollars($0) } ?? "unknown"
            } + [Self.shown(returns.timeWeighted), Self.shown(returns.moneyWeighted)])
      }
      for case .unknown(let reason) in [returns.timeWeighted, returns.moneyWeighted] {
        if let index = reasons.firstIndex(where: { $0.reason == reason }) {
          if !reasons[index].names.contains(returns.period.name) { reasons[index].names.append(returns.period.name) }
        } else {
          reasons.append(([returns.period.name], reason))
        }
      }
    }
    var output = style.bold(name) + "\n"
    if let doubt = Self.doubt(about: record) { return output + "  Unknown: \(doubt).\n\n" }
    if !table.rows.isEmpty { output += table.rendered(style) }
    for (names, reason) in reasons { output += "  Unknown, \(names.joined(separator: ", ")): \(reason).\n" }
    return output + "\n"
  }

  static func returns(of record: ReturnRecord) -> [PeriodReturn] {
    guard let span = record.span, span.lowerBound < span.upperBound else { return [] }
    return ReportingPeriod.usual(from: span.lowerBound, through: span.upperBound).map(record.returns(in:))
  }

  /// Why there is no period at all.
  static func doubt(about record: ReturnRecord) -> String? {
    guard let span = record.span else { return record.valuations.first?.doubt ?? "no statement says what was held" }
    return span.lowerBound == span.upperBound ? "what was held is known on \(span.lowerBound) alone" : nil
  }

  private static func shown(_ figure: PeriodReturn.Figure) -> String {
    switch figure {
    case .known(let rate): Rates.percent(rate)
    case .unknown: "unknown"
    }
  }

  /// How many of them are shown to a person; the document has all.
  private static let mostMatches = 12

  private func matches(_ style: TextStyle) -> String {
    let matched = performance.matched
    guard !matched.isEmpty else { return "" }
    var table = Table([.text("Left"), .text("From"), .text("Arrived"), .text("To"), .number("Amount")])
    for one in matched.suffix(Self.mostMatches) {
      table.add([
        one.left.description, one.from.rawValue, one.arrived.description, one.to.rawValue, Figures.dollars(one.amount),
      ])
    }
    let earlier = matched.count - table.rows.count
    return style.bold("Taken for transfers between own accounts, since the amounts are equal") + "\n"
      + table.rendered(style) + (earlier > 0 ? "  and \(earlier) earlier\n" : "") + "\n"
  }

  private func income(_ style: TextStyle) -> String {
    let years = performance.income.sorted { $0.key > $1.key }
    guard !years.isEmpty else { return "" }
    var table = Table(
      [.text("Year")]
        + ["Dividends", "Interest", "Short gains", "Long gains", "Other", "Capital back", "Fees", "Taxes"].map {
          .number($0)
        })
    for (year, income) in years { table.add([String(year)] + income.parts.map { Figures.dollars($0.amount) }) }
    return style.bold("Income and fees of all accounts (gains: what funds distributed)") + "\n"
      + table.rendered(style) + "\n"
  }
}

extension IncomeOfYear {
  /// In the order of the table, with their names in the JSON.
  var parts: [(name: String, amount: Money)] {
    [
      ("dividends", dividends), ("interest", interest), ("shortGains", shortGains), ("longGains", longGains),
      ("otherIncome", otherIncome), ("returnOfCapital", returnOfCapital), ("fees", fees), ("taxes", taxes),
    ]
  }
}
