package import Booking
import Measures

extension BookedPosition {
  /// What is booked, in the words of a story.
  package var told: [String] {
    lots.map {
      "lot \($0.quantity.told) basis \($0.basis.told) acquired \($0.acquired.told)" + $0.deferred.told(as: "deferred")
    }
      + realised.map { gain in
        let term = gain.isLongTerm.map { $0 ? "long" : "short" } ?? "unknown"
        return "gain \(gain.quantity.told) sold \(gain.sold) acquired \(gain.acquired.told)"
          + " proceeds \(gain.proceeds.told) basis \(gain.basis.told) \(term)"
          + gain.disallowed.told(as: "disallowed")
      } + findings.map(\.told)
  }
}

extension BookedPosition.Finding {
  fileprivate var told: String {
    switch self {
    case .missingHistory(let day, let quantity): "missing \(quantity.told) before \(day)"
    case .countDiffers(let day, let stated, let derived):
      "count differs on \(day): stated \(stated.told), derived \(derived.told)"
    case .lotsDiffer(let day, let stated, let derived):
      "lots differ on \(day): stated \(stated.told), derived \(derived.told)"
    case .noSuchLot(let day, let sale): "no such lot on \(day) for line \(sale)"
    }
  }
}

extension Quantity {
  fileprivate var told: String { description }
}

extension Money {
  /// Nothing where it is zero.
  fileprivate func told(as word: String) -> String { isZero ? "" : " \(word) \(Optional(self).told)" }
}

extension Money? {
  /// Cents at least, thousands with commas.
  var told: String {
    guard let money = self else { return "unknown" }
    let exact = money.magnitude.description.split(separator: ".")
    let cents = exact.count > 1 ? String(exact[1]) : ""
    var whole = ""
    for (index, digit) in exact[0].reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { whole = "," + whole }
      whole = String(digit) + whole
    }
    return (money.isNegative ? "-" : "") + whole + "." + cents + String(repeating: "0", count: max(0, 2 - cents.count))
  }
}

extension Day? {
  fileprivate var told: String { self?.description ?? "unknown" }
}
