import Allocation
import Measures
import PortfolioModel

extension RiskReport {
  /// Concentration, overlap, idle cash and fees, in sentences.
  func spreadText(_ style: TextStyle) -> String {
    let found = spread.diversification
    let classes = found.effectiveClasses.map { $0.formatted(places: 1) } ?? "—"
    let securities = found.effectiveSecurities.map { $0.formatted(places: 1) } ?? "—"
    var lines = [
      "Spread: \(found.classCount) classes, as spread as \(classes) equal ones; \(found.fundCount) funds; securities as spread as \(securities) equal ones, a fund counted as one."
    ]
    var warnings: [String] = []
    for issuer in found.issuers {
      let employs =
        issuer.employs.isEmpty ? "" : ", which also pays the wages of \(issuer.employs.joined(separator: " and "))"
      let limit = issuer.isAlarm ? "more than 10 %" : "above 5 %, or an employer"
      warnings.append(
        "\(issuer.isAlarm ? "Alarm" : "Flag"): \(issuer.name) is \(Figures.percent(issuer.weight, places: 1)) of everything, \(Figures.dollars(issuer.value))\(employs) (\(limit))."
      )
    }
    if found.isTooNarrow { warnings.append("Too few: fewer than two equal classes, or one issuer above 10 %.") }
    if found.isTooWide(redundant: spread.redundant) {
      warnings.append(
        "Too many: \(found.fundCount) funds for \(found.classCount) classes, and \(spread.redundant) of them do what another does."
      )
    }
    lines += found.overlaps.map { overlap in
      let names = overlap.securities.map(\.rawValue).joined(separator: ", ")
      return
        "Overlap: \(names) hold the same classes, \(Figures.dollars(overlap.value)); one fund would do, where an account allows it and no tax stands in the way."
    }
    lines += spread.twins.map {
      "Overlap: \($0.first) and \($0.second) move as one (correlation \(Rates.number($0.correlation)))."
    }
    if !found.smallClasses.isEmpty {
      let names = found.smallClasses.map { "\($0.name) \(Figures.percent($0.weight, places: 1))" }
      lines.append("Small, below 2 %: \(names.joined(separator: ", ")).")
    }
    if let idleCash {
      let cost = idleCash.yearlyCost.map { "; at the mix's past growth that costs \(Figures.dollars($0)) a year" } ?? ""
      lines.append(
        "Idle cash: \(Figures.dollars(idleCash.cash)), \(Figures.dollars(idleCash.cash - idleCash.target)) more than its target\(cost)."
      )
    }
    let unknown = found.unknownFees.map(\.rawValue).joined(separator: ", ")
    lines.append(
      "Fees of funds: \(Figures.dollars(found.yearlyFees)) a year, \(Figures.percent(found.yearlyFees.fraction(of: total), places: 3)) of everything"
        + (unknown.isEmpty ? "." : "; nobody has said what \(unknown) cost."))
    return warnings.map { style.warning(style.paragraph($0)) + "\n" }.joined()
      + lines.map { style.paragraph($0) + "\n" }.joined()
  }

  var spreadJSON: JSONValue {
    let found = spread.diversification
    return .object([
      "classes": .integer(found.classCount),
      "funds": .integer(found.fundCount),
      "effectiveClasses": found.effectiveClasses.map { .number($0) },
      "effectiveSecurities": found.effectiveSecurities.map { .number($0) },
      "tooFew": .bool(found.isTooNarrow),
      "tooMany": .bool(found.isTooWide(redundant: spread.redundant)),
      "redundantFunds": .integer(spread.redundant),
      "issuers": .array(
        found.issuers.map {
          .object([
            "issuer": .string($0.name), "value": .number($0.value, places: 2), "weight": .number($0.weight),
            "level": .string($0.isAlarm ? "alarm" : "flag"), "employs": .array($0.employs.map { .string($0) }),
          ])
        }),
      "overlaps": .array(
        found.overlaps.map {
          .object([
            "securities": .array($0.securities.map { .string($0.rawValue) }), "value": .number($0.value, places: 2),
          ])
        }),
      "twins": .array(
        spread.twins.map {
          .object([
            "first": .string($0.first.rawValue), "second": .string($0.second.rawValue),
            "correlation": Rates.json($0.correlation),
          ])
        }),
      "smallClasses": .array(found.smallClasses.map { .string($0.id.rawValue) }),
      "yearlyFees": .number(found.yearlyFees, places: 2),
      "unknownFees": .array(found.unknownFees.map { .string($0.rawValue) }),
    ])
  }
}
