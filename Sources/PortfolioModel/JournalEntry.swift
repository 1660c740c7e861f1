public import Measures

/// What somebody decided about a plan or about the targets: a fact, kept in the ledger.
public struct JournalEntry: Sendable, Hashable {
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The plan's trades are placed.
    case accepted
    /// Something else was done, or nothing.
    case overridden
    /// The targets still fit.
    case reviewed
  }

  /// What the plan that was decided on would trade, and what it would cost, in dollars.
  public struct Figures: Sendable, Hashable {
    /// The household's value.
    public var total: Money
    public var sold: Money
    public var bought: Money
    /// Spread, commission and redemption fees.
    public var cost: Money
    public var tax: Money

    public init(total: Money, sold: Money, bought: Money, cost: Money, tax: Money) {
      self.total = total
      self.sold = sold
      self.bought = bought
      self.cost = cost
      self.tax = tax
    }
  }

  public var day: Day
  public var verdict: Verdict
  /// What the household's rule said, in its sentence.
  public var reason: String
  public var note: String?
  /// `nil` for a review of the targets.
  public var figures: Figures?

  public init(day: Day, verdict: Verdict, reason: String, note: String? = nil, figures: Figures? = nil) {
    self.day = day
    self.verdict = verdict
    self.reason = reason
    self.note = note
    self.figures = figures
  }

  /// What was decided, in one line.
  public var title: String {
    let subject = verdict == .reviewed ? "targets" : "plan"
    return "journal: \(subject) \(verdict.rawValue) on \(day)" + (note.map { ": \($0)" } ?? "")
  }
}

extension [JournalEntry] {
  /// When somebody last answered a plan, by taking it or by doing something else.
  public func lastAnswer(until day: Day) -> Day? { last(until: day) { $0 != .reviewed } }

  /// When somebody last confirmed the targets.
  public func lastConfirmation(until day: Day) -> Day? { last(until: day) { $0 == .reviewed } }

  private func last(until day: Day, where isMeant: (JournalEntry.Verdict) -> Bool) -> Day? {
    filter { $0.day <= day && isMeant($0.verdict) }.map(\.day).max()
  }
}
