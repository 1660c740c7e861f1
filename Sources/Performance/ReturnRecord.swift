public import Measures

/// What one account, or all of them, was worth on some days, and what came in and went out: all that returns are made of.
public struct ReturnRecord: Sendable, Hashable {
  /// The worth at the end of a day. Either is `nil` where the other is there.
  public struct Valuation: Sendable, Hashable {
    public let day: Day
    public let amount: Money?
    /// Why it is not known, as a clause.
    public let doubt: String?

    public init(day: Day, amount: Money) {
      self.day = day
      self.amount = amount
      doubt = nil
    }

    public init(day: Day, doubt: String) {
      self.day = day
      amount = nil
      self.doubt = doubt
    }
  }

  /// Days of which something is missing, with the reason as a clause.
  public struct Gap: Sendable, Hashable {
    public let from: Day
    public let through: Day
    public let reason: String

    public init(from: Day, through: Day, reason: String) {
      self.from = from
      self.through = through
      self.reason = reason
    }
  }

  /// By day.
  public private(set) var valuations: [Valuation]
  /// By day; each comes before that day's valuation.
  public private(set) var flows: [CashFlow]
  public private(set) var gaps: [Gap]

  public init(valuations: [Valuation], flows: [CashFlow], gaps: [Gap] = []) {
    self.valuations = valuations.sorted { $0.day < $1.day }
    self.flows = flows.sorted { $0.day < $1.day }
    self.gaps = gaps.sorted { ($0.from, $0.through) < ($1.from, $1.through) }
  }

  /// The days with a known worth, first and last.
  public var span: ClosedRange<Day>? {
    let known = valuations.filter { $0.amount != nil }
    guard let first = known.first, let last = known.last else { return nil }
    return first.day...last.day
  }
}

extension ReturnRecord {
  /// Accounts as one. Money between two of them is no flow; an account that comes into view later brings what it then holds.
  ///
  /// - Parameter records: the accounts' own, valued on the same days where they are valued at all.
  public init(joining records: [ReturnRecord], internalFlows: [CashFlow]) {
    var flows = records.flatMap(\.flows) + internalFlows.map { CashFlow(day: $0.day, amount: -$0.amount) }
    let first = records.compactMap(\.valuations.first?.day).min()
    var byDay: [Day: [Valuation]] = [:]
    for record in records {
      for valuation in record.valuations { byDay[valuation.day, default: []].append(valuation) }
      if let start = record.valuations.first, let amount = start.amount, start.day != first {
        // What flowed before is part of what it holds on its first day.
        flows.append(CashFlow(day: start.day, amount: amount))
      }
    }
    self.init(
      valuations: byDay.sorted { $0.key < $1.key }.map { day, parts in
        if let doubt = parts.lazy.compactMap(\.doubt).first { return Valuation(day: day, doubt: doubt) }
        let started = records.count { $0.valuations.first.map { $0.day <= day } ?? false }
        guard parts.count == started, let sum = Money.sum(parts.compactMap(\.amount)) else {
          return Valuation(day: day, doubt: "not every account was valued on \(day)")
        }
        return Valuation(day: day, amount: sum)
      }, flows: flows, gaps: records.flatMap(\.gaps))
  }
}
