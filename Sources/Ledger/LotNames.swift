import Booking
import Measures
import PortfolioModel

/// Names lots: `brokerage/VTI/2019-03-01`, with `/2` for the second lot of a day and `opening` for an unknown day.
///
/// What a wash sale left in a lot has `/wash` behind the name of its purchase. A lot keeps its name as long as it is open, whatever is sold before it: the numbers count what came in.
struct LotNames {
  private let prefix: String
  /// The day of each purchase, and the how-manieth of that day it is.
  private var numbers: [Int: (day: Day?, count: Int)] = [:]
  private var taken: Set<String> = []

  init(account: AccountID, security: SecurityID, events: [LotEvent]) {
    prefix = "\(account)/\(security)/"
    var counts: [Day?: Int] = [:]
    for event in events {
      switch event.action {
      case .acquire(_, _, let acquired): number(event.source, acquired, &counts)
      case .sellShort: number(event.source, event.day, &counts)
      case .stateLots(let lots):
        // Lots of one file count among themselves, since they replace those before.
        var stated: [Day?: Int] = [:]
        for lot in lots { number(lot.source, lot.acquired, &stated) }
      default: continue
      }
    }
  }

  private mutating func number(_ source: Int, _ day: Day?, _ counts: inout [Day?: Int]) {
    counts[day, default: 0] += 1
    numbers[source] = (day, counts[day] ?? 1)
  }

  private static func name(_ day: Day?, _ count: Int) -> String {
    let base = day?.description ?? "opening"
    return count == 1 ? base : "\(base)/\(count)"
  }

  /// The name of an open lot; no two lots get the same.
  mutating func name(of lot: BookedPosition.OpenLot) -> LotID {
    let (day, number) = lot.source.flatMap { numbers[$0] } ?? (lot.acquired, 1)
    let isWash = !lot.deferred.isZero
    let own = Self.name(day, number) + (isWash ? "/wash" : "")
    var name = own
    var count = 1
    while !taken.insert(name).inserted {
      count += 1
      name = isWash ? "\(own)/\(count)" : Self.name(lot.acquired, count)
    }
    return LotID(prefix + name)
  }
}
