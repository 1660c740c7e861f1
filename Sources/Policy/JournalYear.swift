public import Measures
public import PortfolioModel

/// One year of accepted plans: how much was done, and what it cost.
public struct JournalYear: Sendable, Hashable {
  public let year: Int
  public private(set) var accepted = 0
  public private(set) var overridden = 0
  /// Half of all that was bought and sold, as a fraction of the household's value on each day.
  public private(set) var turnover = Weight.zero
  public private(set) var cost = Money.zero
  public private(set) var tax = Money.zero

  /// The years in which plans were answered, oldest first.
  public static func years(of journal: [JournalEntry]) -> [JournalYear] {
    let answers = Dictionary(grouping: journal.filter { $0.verdict != .reviewed }, by: \.day.year)
    return answers.sorted { $0.key < $1.key }.map { JournalYear($0, of: $1) }
  }

  private init(_ year: Int, of entries: [JournalEntry]) {
    self.year = year
    for entry in entries {
      guard entry.verdict == .accepted else {
        overridden += 1
        continue
      }
      accepted += 1
      guard let figures = entry.figures else { continue }
      let traded = Money(steps: (figures.sold + figures.bought).steps / 2)
      turnover += traded.fraction(of: figures.total)
      cost += figures.cost
      tax += figures.tax
    }
  }

  /// More often than the rule acts in an ordinary year, or more than twice its turnover; one act is never too many.
  public func isBusier(than trigger: RebalanceTrigger) -> Bool {
    let expectation = RuleExpectation(of: trigger)
    let isOften = accepted > 1 && Weight(accepted - 1) >= expectation.acts
    return isOften || (accepted > 1 && turnover > 2 * expectation.turnover)
  }
}
