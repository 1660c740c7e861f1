public import Measures
internal import RealModule

/// What happened in one period: worth at both ends, what came in, and two returns.
public struct PeriodReturn: Sendable, Hashable {
  /// A number, or why there is none, as a clause.
  public enum Figure: Sendable, Hashable {
    case known(Double)
    case unknown(String)
  }

  public let period: ReportingPeriod
  public let startValue: Money?
  public let endValue: Money?
  /// What came in less what went out; `nil` unless both ends are known.
  public let netFlow: Money?
  /// How what was there grew, whatever came in and when: the linked returns of the times between valuations.
  public let timeWeighted: Figure
  /// How the household's own dollars grew.
  public let moneyWeighted: Figure

  public var gain: Money? {
    guard let startValue, let endValue, let netFlow else { return nil }
    return endValue - startValue - netFlow
  }

  /// Whether the returns are by the year; those of less than a year are of the period as it is.
  public var isByYear: Bool { Self.isByYear(period) }

  private static func isByYear(_ period: ReportingPeriod) -> Bool { period.days > 366 }
}

extension ReturnRecord {
  /// The returns of a period, with a reason where worth or history is missing.
  public func returns(in period: ReportingPeriod) -> PeriodReturn {
    PeriodReturn(self, period)
  }
}

extension PeriodReturn {
  fileprivate init(_ record: ReturnRecord, _ period: ReportingPeriod) {
    let start = Self.value(record, on: period.from)
    let end = Self.value(record, on: period.through)
    let flows = record.flows.filter { $0.day > period.from && $0.day <= period.through }
    let gap = record.gaps.first { $0.from <= period.through && $0.through > period.from }
    self.period = period
    startValue = start.amount
    endValue = end.amount
    let sum = Money.sum(flows.map(\.amount))
    netFlow = start.amount != nil && end.amount != nil && gap == nil ? sum : nil
    guard let first = start.amount, let last = end.amount, gap == nil, sum != nil, period.days > 0 else {
      let reason = start.doubt ?? end.doubt ?? gap?.reason ?? "there is no time in it"
      timeWeighted = .unknown(reason)
      moneyWeighted = .unknown(reason)
      return
    }
    let values = record.valuations.filter { $0.day > period.from && $0.day < period.through }.compactMap { one in
      one.amount.map { (day: one.day, amount: $0) }
    }
    let all = [(day: period.from, amount: first)] + values + [(day: period.through, amount: last)]
    timeWeighted = Self.timeWeighted(all, flows, period)
    moneyWeighted = Self.moneyWeighted(first, last, flows, period)
  }

  private static func value(_ record: ReturnRecord, on day: Day) -> (amount: Money?, doubt: String?) {
    if let found = record.valuations.first(where: { $0.day == day }) { return (found.amount, found.doubt) }
    guard let first = record.valuations.first?.day else { return (nil, "no statement says what was held") }
    let reason = day < first ? "what was held before \(first) is not known" : "what was held on \(day) is not known"
    return (nil, reason)
  }

  /// Between two valuations Modified Dietz: the gain over what was there plus each flow for the part of the time that it was
  /// there (P. O. Dietz 1968). A flow is there from the end of its day on.
  private static func timeWeighted(
    _ values: [(day: Day, amount: Money)], _ flows: [CashFlow], _ period: ReportingPeriod
  ) -> Figure {
    var growth = 1.0
    for (start, end) in zip(values, values.dropFirst()) {
      let within = flows.filter { $0.day > start.day && $0.day <= end.day }
      let days = Double(end.day - start.day)
      var capital = start.amount.approximate
      var gain = end.amount.approximate - start.amount.approximate
      for flow in within {
        capital += flow.amount.approximate * Double(end.day - flow.day) / days
        gain -= flow.amount.approximate
      }
      if abs(gain) < 0.005 { continue }
      guard capital > 0 else {
        return .unknown("nothing was invested from \(start.day) to \(end.day), so a gain has no rate")
      }
      growth *= 1 + gain / capital
    }
    guard growth > 0 else { return .unknown("more was lost than was invested") }
    return .known(isByYear(period) ? Double.pow(growth, 365 / Double(period.days)) - 1 : growth - 1)
  }

  private static func moneyWeighted(
    _ first: Money, _ last: Money, _ flows: [CashFlow], _ period: ReportingPeriod
  ) -> Figure {
    let given =
      [(day: period.from, amount: -first.approximate)] + flows.map { (day: $0.day, amount: -$0.amount.approximate) }
      + [(day: period.through, amount: last.approximate)]
    switch MoneyWeightedReturn(of: given) {
    case .rate(let rate):
      return .known(isByYear(period) ? rate : Double.pow(1 + rate, Double(period.days) / 365) - 1)
    case .several(let rates): return .unknown("\(rates.count) rates fit what came in and went out")
    case .none: return .unknown("no rate fits what came in and went out")
    }
  }
}
