/// What a sale in a taxable account costs, lot by lot: flat rates on short and long gains, losses carried forward.
///
/// A backtest needs one rule for sixty years; the brackets of one year would say nothing of the others.
public struct LotTax: Sendable, Hashable {
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// First in, first out: what a broker does unless told otherwise (Reg. 1.1012-1(c)).
    case firstIn = "fifo"
    /// The dearest lots first.
    case dearest = "hifo"
  }

  public var shortRate: Double
  public var longRate: Double
  public var order: Order
  /// How many periods a lot must be held for a long gain; it must be more than a year.
  public init(shortRate: Double, longRate: Double, order: Order = .dearest) {
    self.shortRate = shortRate
    self.longRate = longRate
    self.order = order
  }
}

/// The lots of one asset in a backtest: dollars paid for units that were worth 1 at the start.
struct BacktestLots {
  private var units: [Double] = []
  private var prices: [Double] = []
  private var bought: [Int] = []

  mutating func buy(_ count: Double, at price: Double, in period: Int) {
    guard count > 0 else { return }
    units.append(count)
    prices.append(price)
    bought.append(period)
  }

  /// Takes `count` units out and returns the gains at `price`: of lots held up to `year` periods, and of older ones.
  mutating func sell(_ count: Double, at price: Double, in period: Int, year: Int, order: LotTax.Order) -> (
    short: Double, long: Double
  ) {
    let sequence =
      order == .firstIn
      ? Array(units.indices)
      : units.indices.sorted { (prices[$1], bought[$0], $0) < (prices[$0], bought[$1], $1) }
    var left = count
    var short = 0.0
    var long = 0.0
    for index in sequence where left > 0 {
      let taken = min(left, units[index])
      left -= taken
      units[index] -= taken
      let gain = taken * (price - prices[index])
      if period - bought[index] > year { long += gain } else { short += gain }
    }
    for index in units.indices.reversed() where units[index] <= 1e-12 {
      units.remove(at: index)
      prices.remove(at: index)
      bought.remove(at: index)
    }
    return (short, long)
  }
}
