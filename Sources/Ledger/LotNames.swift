import Booking
import Measures
import PortfolioModel

/// Names lots: `brokerage/VTI/2019-03-01`, with `/2` for the second lot of a day and `opening` for an unknown day.
///
/// What a wash sale left in a lot has `/wash` behind the name of its purchase. A lot keeps its name as long as it is open, whatever is sold before it: the numbers count what came in.
struct LotNames {
  private let prefix: String
  private var names: [Int: String] = [:]
  private var taken: Set<String> = []

  init(account: AccountID, security: SecurityID, events: [LotEvent]) {
    prefix = "\(account)/\(security)/"
    var counts: [String: Int] = [:]
    for event in events {
      switch event.action {
      case .acquire(_, _, let acquired): number(event.source, acquired, &counts)
      case .sellShort: number(event.source, event.day, &counts)
      case .stateLots(let lots):
        // Lots of one file count among themselves, since they replace those before.
        var stated: [String: Int] = [:]
        for lot in lots { number(lot.source, lot.acquired, &stated) }
      default: continue
      }
    }
  }

  private mutating func number(_ source: Int, _ day: Day?, _ counts: inout [String: Int]) {
    let base = day?.description ?? "opening"
    counts[base, default: 0] += 1
    names[source] = Self.name(base, counts[base] ?? 1)
  }

  private static func name(_ base: String, _ count: Int) -> String { count == 1 ? base : "\(base)/\(count)" }

  /// The name of an open lot; no two lots get the same.
  mutating func name(of lot: BookedPosition.OpenLot) -> LotID {
    let base = lot.acquired?.description ?? "opening"
    var name = (lot.source.flatMap { names[$0] } ?? base) + (lot.deferred.isZero ? "" : "/wash")
    var count = 1
    while !taken.insert(name).inserted {
      count += 1
      name = Self.name(base, count)
    }
    return LotID(prefix + name)
  }
}
