internal import Dispatch
internal import Synchronization
internal import TimeSeries

extension ReturnTable {
  /// The results of many backtests, over all cores, in order; without their paths, which nobody could look at.
  public func results(of backtests: [Backtest]) -> [BacktestResult?] {
    let cycles = Set(backtests.compactMap(\.rule.cycle))
    let looks = Dictionary(uniqueKeysWithValues: cycles.map { ($0, $0.looks(days)) })
    let years = wholeYears
    let size = 256
    let slices = (backtests.count + size - 1) / size
    let results = Mutex<[Int: [BacktestResult?]]>([:])
    DispatchQueue.concurrentPerform(iterations: slices) { slice in
      let part = backtests[(slice * size)..<min(backtests.count, (slice + 1) * size)]
      let done = part.map { backtest in
        var result = backtest.run(on: self, looks: backtest.rule.cycle.flatMap { looks[$0] }, years: years)
        result?.path = []
        return result
      }
      results.withLock { $0[slice] = done }
    }
    return results.withLock { found in (0..<slices).flatMap { found[$0] ?? [] } }
  }
}
