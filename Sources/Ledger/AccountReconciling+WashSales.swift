import Booking
import Diagnostics
import Measures
import PortfolioModel

/// A sale's day and security, as lot files and books both name it.
struct SaleKey: Hashable, Comparable {
  let day: Day
  let security: Int

  static func < (left: Self, right: Self) -> Bool { (left.day, left.security) < (right.day, right.security) }
}

extension AccountHistory {
  /// The losses that the broker's files of realised lots disallow, with the first line of each sale; the latest file of a
  /// sale stands.
  func disallowedByBroker(_ securities: SecurityBook) -> [SaleKey: (amount: Money, place: SourceLocation)] {
    var found: [SaleKey: (amount: Money, place: SourceLocation)] = [:]
    for file in files {
      var ofFile: [SaleKey: (amount: Money, place: SourceLocation)] = [:]
      for lot in file.statements.flatMap(\.lots) {
        guard let day = lot.closed else { continue }
        let key = SaleKey(day: day, security: securities.number(of: lot.alias))
        let place = ofFile[key]?.place ?? SourceLocation(file: file.name, line: lot.line)
        ofFile[key] = ((ofFile[key]?.amount ?? .zero) + (lot.disallowed?.magnitude ?? .zero), place)
      }
      found.merge(ofFile) { $1 }
    }
    return found
  }
}

extension HouseholdBooks.AccountBook {
  /// The losses that the household's wash sales disallow.
  var disallowed: [SaleKey: Money] {
    var found: [SaleKey: Money] = [:]
    for (security, book) in books {
      for gain in book.realised where !gain.disallowed.isZero {
        found[SaleKey(day: gain.sold, security: security), default: .zero] += gain.disallowed
      }
    }
    return found
  }
}
