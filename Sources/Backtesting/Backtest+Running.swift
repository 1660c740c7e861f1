internal import TimeSeries

extension Backtest {
  /// Plays the history. `nil` where the targets do not fit the table's assets or periods.
  ///
  /// - Parameter watching: groups of assets whose weight together is followed, such as all stocks; one group for each asset by default.
  public func run(on table: ReturnTable, watching groups: [[Int]]? = nil) -> BacktestResult? {
    run(on: table, looks: rule.cycle?.looks(table.days), years: table.wholeYears, watching: groups)
  }

  /// - Parameters:
  ///   - looks: `Cycle.looks` of the table's days, for whoever tries many rules on one table.
  ///   - years: `ReturnTable.wholeYears`.
  func run(
    on table: ReturnTable, looks: [Bool]?, years: [WholeYear], watching groups: [[Int]]? = nil
  ) -> BacktestResult? {
    guard let first = targetAfter(0), first.count == table.assets.count else { return nil }
    if case .changing(let list) = target, list.count != table.count + 1 { return nil }
    var book = BacktestBook(
      self, first: first, groups: groups ?? table.assets.indices.map { [$0] }, periods: table.count,
      year: table.isMonthly ? 12 : 252)
    let width = table.assets.count
    table.returns.withUnsafeBufferPointer { returns in
      guard let base = returns.baseAddress else { return }
      for period in 0..<table.count {
        book.grow(base + period * width)
        if contribution > 0 { book.contribute(contribution, period) }
        if case .changing(let list) = target { book.target = list[period + 1] }
        if let looks, looks[period], let kept = book.due(rule) {
          book.rebalance(keeping: kept, self, period)
          book.rebalances.append(period)
        }
        book.close()
      }
    }
    return book.result(of: self, on: table, years)
  }

  func targetAfter(_ period: Int) -> [Double]? {
    switch target {
    case .fixed(let weights): weights
    case .changing(let list): list.indices.contains(period) ? list[period] : nil
    }
  }
}
