/// The account of one backtest while it runs.
struct BacktestBook {
  var target: [Double]
  /// Periods in which something was traded.
  var rebalances: [Int] = []
  private var values: [Double]
  private var weights: [Double]
  private var total: Double
  private let groups: [[Int]]
  private let year: Int
  private var path: [Double] = [1]
  private var startOfPeriod: Double
  private var inflow = 0.0
  private var traded = 0.0
  private var costs = 0.0
  private var drift = 0.0
  private var sums: [Double]
  private var least: [Double]
  private var most: [Double]
  // Only with a tax: the price of a unit of each asset, its lots, and losses not yet used.
  private var prices: [Double]
  private var lots: [BacktestLots]
  private var losses = 0.0
  private var taxPaid = 0.0

  init(_ backtest: Backtest, first: [Double], groups: [[Int]], periods: Int, year: Int) {
    target = first
    values = first.map { $0 * backtest.start }
    weights = first
    total = backtest.start
    startOfPeriod = backtest.start
    self.groups = groups
    self.year = year
    sums = groups.map { _ in 0 }
    least = groups.map { _ in .infinity }
    most = groups.map { _ in -.infinity }
    prices = first.map { _ in 1 }
    lots = []
    path.reserveCapacity(periods + 1)
    if backtest.tax != nil {
      lots = values.map { value in
        var lots = BacktestLots()
        lots.buy(value, at: 1, in: -1)
        return lots
      }
    }
  }

  @inline(__always)
  mutating func grow(_ returns: UnsafePointer<Double>) {
    startOfPeriod = total
    total = 0
    for index in values.indices {
      values[index] *= 1 + returns[index]
      total += values[index]
    }
    for index in values.indices {
      weights[index] = values[index] / total
      drift = max(drift, abs(weights[index] - target[index]))
    }
    if !lots.isEmpty { for index in prices.indices { prices[index] *= 1 + returns[index] } }
    for (place, group) in groups.enumerated() {
      var weight = 0.0
      for index in group { weight += weights[index] }
      sums[place] += weight
      least[place] = min(least[place], weight)
      most[place] = max(most[place], weight)
    }
  }

  mutating func contribute(_ dollars: Double, _ period: Int) {
    for (index, bought) in WaterFilling.purchases(of: dollars, holding: values, target: target).enumerated() {
      values[index] += bought
      if !lots.isEmpty { lots[index].buy(bought / prices[index], at: prices[index], in: period) }
    }
    total += dollars
    inflow = dollars
    for index in values.indices { weights[index] = values[index] / total }
  }

  @inline(__always)
  func due(_ rule: RebalanceRule) -> Double? {
    weights.withUnsafeBufferPointer { weights in
      target.withUnsafeBufferPointer { target in
        guard let left = weights.baseAddress, let right = target.baseAddress else { return nil }
        return rule.kept(left, right, weights.count)
      }
    }
  }

  /// Trades to the point of the straight line to the target that keeps `kept` of the distance. Costs and tax are paid from the whole.
  mutating func rebalance(keeping kept: Double, _ backtest: Backtest, _ period: Int) {
    var turnover = 0.0
    var tradedAssets = 0.0
    for index in values.indices {
      let distance = abs(weights[index] - target[index]) * (1 - kept)
      turnover += distance
      if distance > 1e-12 { tradedAssets += 1 }
    }
    let cost = backtest.costRate * turnover + (backtest.fee > 0 ? backtest.fee * tradedAssets / total : 0)
    traded += turnover / 2
    costs += cost
    let kept = zip(weights, target).map { $1 + ($0 - $1) * kept }
    let tax = backtest.tax.map { sell(to: kept, after: total * (1 - cost), $0, period) } ?? 0
    taxPaid += tax
    total = total * (1 - cost) - tax
    for index in values.indices {
      values[index] = total * kept[index]
      weights[index] = kept[index]
    }
  }

  /// More than enough: each round leaves at most the tax rate of what was open.
  private static let rounds = 60

  /// Sells and buys lots and returns the tax, which is itself raised by selling: some rounds settle it to the last digit.
  private mutating func sell(to weights: [Double], after whole: Double, _ tax: LotTax, _ period: Int) -> Double {
    var due = 0.0
    for round in 0...Self.rounds {
      var trial = lots
      var (short, long) = (0.0, 0.0)
      for index in values.indices {
        let wanted = (whole - due) * weights[index]
        guard values[index] > wanted else { continue }
        let gain = trial[index].sell(
          (values[index] - wanted) / prices[index], at: prices[index], in: period, year: year, order: tax.order)
        short += gain.short
        long += gain.long
      }
      let (owed, carried) = Self.owed(short, long, losses, tax)
      if round == Self.rounds || abs(owed - due) < 1e-12 * whole {
        for index in values.indices where (whole - owed) * weights[index] > values[index] {
          let bought = (whole - owed) * weights[index] - values[index]
          trial[index].buy(bought / prices[index], at: prices[index], in: period)
        }
        lots = trial
        losses = carried
        return owed
      }
      due = owed
    }
    return due
  }

  /// Short and long results net against each other and against losses carried forward (IRC 1222, 1212).
  private static func owed(_ short: Double, _ long: Double, _ carried: Double, _ tax: LotTax) -> (Double, Double) {
    var short = short
    var long = long
    if short < 0 { (short, long) = (0, long + short) } else if long < 0 { (short, long) = (short + long, 0) }
    if long < 0 || short < 0 { return (0, carried - min(short, 0) - min(long, 0)) }
    let ofShort = min(short, carried)
    let ofLong = min(long, carried - ofShort)
    return ((short - ofShort) * tax.shortRate + (long - ofLong) * tax.longRate, carried - ofShort - ofLong)
  }

  @inline(__always)
  mutating func close() {
    path.append((path.last ?? 1) * ((total - inflow) / startOfPeriod))
    inflow = 0
  }
}

extension BacktestBook {
  func result(of backtest: Backtest, on table: ReturnTable, _ wholeYears: [WholeYear]) -> BacktestResult {
    let statistics = PathStatistics(path, table, wholeYears)
    let years = table.isMonthly ? table.years(from: table.start) : table.years(from: table.days[0])
    let end = values.map { $0 / total }
    return BacktestResult(
      growth: statistics.growth, volatility: statistics.volatility, maximumDrawdown: statistics.maximumDrawdown,
      trough: statistics.trough, worstTwelveMonths: statistics.worstTwelveMonths,
      worstCalendarYear: statistics.worstCalendarYear, finalValue: total,
      rebalances: rebalances.map { table.days[$0] }, turnover: years > 0 ? traded / years : 0,
      costDrag: years > 0 ? costs / years : 0, taxPaid: taxPaid,
      finalAfterTax: total - (backtest.tax.map(liquidationTax) ?? 0),
      weights: groups.indices.map { place in
        BacktestResult.WeightRange(
          mean: sums[place] / Double(table.count), least: least[place], most: most[place],
          end: groups[place].reduce(0) { $0 + end[$1] })
      }, maximumDrift: drift, path: path)
  }

  private func liquidationTax(_ tax: LotTax) -> Double {
    var (short, long) = (0.0, 0.0)
    for index in lots.indices {
      var trial = lots[index]
      let gain = trial.sell(
        values[index] / prices[index], at: prices[index], in: path.count - 2, year: year, order: tax.order)
      short += gain.short
      long += gain.long
    }
    return Self.owed(short, long, losses, tax).0
  }
}
