public import Measures
public import PortfolioModel

/// What the usual rules by age and by years to a goal would hold in stocks, for each member, each goal and the household.
///
/// Shown beside the chosen target, never in its place: no such rule knows of inflation, of wages, or of what somebody can bear.
public struct GlideComparison: Sendable, Hashable {
  public struct Rule: Sendable, Hashable {
    public let name: String
    public let path: GlidePath
  }

  /// One member, one goal, or all members together.
  public struct Line: Sendable, Hashable {
    public let name: String
    public let age: Int?
    /// Of retirement or of the goal.
    public let year: Int?
    public let yearsLeft: Int?
    /// One for each rule; `nil` where it needs an age or a year that nobody has said.
    public let stocks: [Weight?]
  }

  public let rules: [Rule]
  public let members: [Line]
  public let goals: [Line]
  /// The members' parts by what each of them owns; `nil` where one who owns something has no answer.
  public let household: [Weight?]
}

extension GlideComparison {
  public init(
    asOf day: Day, members: [Member], owned: [MemberID: Money], goals: [Goal] = [], own: GlidePath? = nil
  ) {
    let usual: [(String, GlidePath)] = [
      ("100 − age", .ageRule(100)), ("110 − age", .ageRule(110)), ("120 − age", .ageRule(120)),
      ("target-date funds", .targetDate), ("TSP Lifecycle", .lifecycle),
    ]
    let rules = (usual + (own.map { [("own path", $0)] } ?? [])).map { Rule(name: $0.0, path: $0.1) }
    func line(_ name: String, age: Int?, year: Int?) -> Line {
      let left = year.map { $0 - day.year }
      return Line(
        name: name, age: age, year: year, yearsLeft: left,
        stocks: rules.map { $0.path.stocks(age: age, yearsToGoal: left) })
    }
    let lines = members.map {
      line($0.name, age: $0.lastBirthday(onOrBefore: day)?.age, year: $0.retirementYear)
    }
    self.rules = rules
    self.members = lines
    self.goals = goals.map { line($0.name, age: nil, year: $0.year) }
    let values = members.map { max(.zero, owned[$0.id] ?? .zero) }
    let total = values.reduce(.zero, +)
    household = rules.indices.map { rule in
      var sum = Weight.zero
      for (line, value) in zip(lines, values) where value > .zero {
        guard let stocks = line.stocks[rule],
          let part = stocks.scaled(by: value, over: total, rounding: .halfEven)
        else { return nil }
        sum += part
      }
      return total > .zero ? sum : nil
    }
  }
}

extension GlidePath {
  /// `nil` where the rule needs what is not known.
  func stocks(age: Int?, yearsToGoal: Int?) -> Weight? {
    switch self {
    case .ageRule: age.map { stocks(atAge: $0, yearsToGoal: 0) }
    case .points: yearsToGoal.map { stocks(atAge: 0, yearsToGoal: $0) }
    }
  }
}
