import Booking
import Measures
import PortfolioModel

extension GainsReport {
  /// The document `hearth.gains/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.gains/1"),
      "year": .integer(gains.year),
      "asOf": .string(asOf.description),
      "lines": .array(
        Self.terms.flatMap { term in gains.lines(isLongTerm: term.isLongTerm).map { json(of: $0, term: term.word) } }),
      "short": json(of: gains.total(isLongTerm: false)),
      "long": json(of: gains.total(isLongTerm: true)),
      "scheduleD": .array(
        gains.scheduleD.map { place, total in
          .object([
            "line": .string(place.rawValue), "box": .string(place.box), "proceeds": .number(total.proceeds, places: 2),
            "basis": .number(total.basis, places: 2), "adjustment": .number(total.adjustment, places: 2),
            "gain": .number(total.gain, places: 2),
          ])
        }),
      "distributions": .array(
        gains.distributions.map {
          .object(["account": .string($0.account.rawValue), "amount": .number($0.amount, places: 2)])
        }),
      "disallowances": .array(gains.disallowances.map(json(of:))),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  private func json(of line: GainsOfYear.Line, term: String) -> JSONValue {
    .object([
      "term": .string(term),
      "box": line.scheduleDLine.map { .string($0.box) },
      "account": .string(line.account.rawValue),
      "security": .string(line.security.rawValue),
      "units": .number(line.realised.quantity),
      "acquired": .text(line.realised.acquired),
      "inherited": .bool(line.realised.isInherited),
      "sold": .string(line.realised.sold.description),
      "proceeds": line.proceeds.map { .number($0, places: 2) },
      "basis": line.basis.map { .number($0, places: 2) },
      "code": .string(line.code),
      "adjustment": .number(line.adjustment, places: 2),
      "gain": line.gain.map { .number($0, places: 2) },
    ])
  }

  private func json(of total: GainsOfYear.Total) -> JSONValue {
    .object([
      "proceeds": .number(total.proceeds, places: 2), "basis": .number(total.basis, places: 2),
      "adjustment": .number(total.adjustment, places: 2), "gain": .number(total.gain, places: 2),
    ])
  }

  private func json(of wash: WashSaleAdjustment.Disallowance) -> JSONValue {
    .object([
      "account": .string(wash.account.rawValue),
      "security": .string(wash.security.rawValue),
      "sold": .string(wash.sold.description),
      "units": .number(wash.quantity),
      "loss": .number(wash.loss, places: 2),
      "replacementAccount": .string(wash.replacement.rawValue),
      "replacementSecurity": .string(wash.replacementSecurity.rawValue),
      "replaced": .string(wash.bought.description),
      "lost": .bool(wash.isLost),
    ])
  }

  /// The lines as a CSV file with the form's columns (a) to (h), its part and box before them and the account behind.
  public var csv: String {
    let header = [
      "Part", "Box", "(a) Description of property", "(b) Date acquired", "(c) Date sold or disposed of", "(d) Proceeds",
      "(e) Cost or other basis", "(f) Code", "(g) Amount of adjustment", "(h) Gain or loss", "Account",
    ]
    let parts = zip(Self.terms, ["I", "II", ""])
    let rows = parts.flatMap { term, part in
      gains.lines(isLongTerm: term.isLongTerm).map { line in
        let row = line.columns
        return [
          part, line.scheduleDLine?.box ?? "", row.property, row.acquired, row.sold, cents(line.proceeds),
          cents(line.basis), line.code, line.adjustment.isZero ? "" : cents(line.adjustment),
          cents(line.gain), line.account.rawValue,
        ]
      }
    }
    return CSVText.of([header] + rows)
  }

  /// Nothing where it is not known.
  private func cents(_ amount: Money?) -> String { amount?.formatted(places: 2) ?? "" }
}

extension GainsOfYear.Line {
  /// Columns (a) to (c) of the form.
  var columns: (property: String, acquired: String, sold: String) {
    let units = realised.quantity
    return (
      units.isZero ? "\(security), cash beyond basis" : "\(units) \(security)",
      realised.isInherited ? "INHERITED" : realised.acquired?.description ?? "unknown", realised.sold.description
    )
  }
}
