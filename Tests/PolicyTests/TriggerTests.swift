import Allocation
import Foundation
import Measures
import Policy
import PortfolioModel
import TestSupport
import Testing

@Suite("Days of review")
struct ReviewIntervalTests {
  @Test("are the last trading days of their periods, ten years long")
  func days() {
    let expected: [(ReviewInterval, count: Int, first: Day)] = [
      (.monthly, 120, "2021-01-29"), (.quarterly, 40, "2021-03-31"), (.semiAnnual, 20, "2021-06-30"),
      (.annual, 10, "2021-12-31"),
    ]
    for (interval, count, first) in expected {
      var days: [Day] = []
      var day: Day = "2020-12-31"
      while true {
        day = interval.next(after: day)
        if day > "2030-12-31" { break }
        #expect(interval.last(onOrBefore: day) == day && interval.last(onOrBefore: day.adding(days: 3)) == day)
        days.append(day)
      }
      #expect(days.count == count && days.first == first && days.last == "2030-12-31", "\(interval)")
    }
  }

  @Test(
    "pass over week-ends, Memorial Day and Good Friday",
    arguments: [
      ("2021-05-10", "2021-05-28"), ("2024-03-01", "2024-03-28"), ("2018-03-01", "2018-03-29"),
      ("2029-03-01", "2029-03-29"), ("2013-06-01", "2013-06-28"), ("2026-05-01", "2026-05-29"),
      ("2023-04-01", "2023-04-28"), ("2022-12-01", "2022-12-30"), ("2027-05-03", "2027-05-28"),
    ] as [(Day, Day)])
  func holidays(from day: Day, review: Day) {
    #expect(ReviewInterval.monthly.next(after: day) == review)
  }

  @Test("a day after the last trading day of a month belongs to the month that follows")
  func betweenPeriods() {
    #expect(ReviewInterval.monthly.next(after: "2026-05-30") == "2026-06-30")
    #expect(ReviewInterval.monthly.last(onOrBefore: "2026-05-30") == "2026-05-29")
    #expect(ReviewInterval.quarterly.last(onOrBefore: "2026-01-15") == "2025-12-31")
  }
}

@Suite("Rules and what they say")
struct TriggerTests {
  @Test("the reference's drifted portfolios, band by band")
  func golden() throws {
    struct Case: Decodable {
      let name: String
      let value: Double?
      let weights: [Double]?
      let drift_pp: [Double]?
      let trades: [Double]?
      let absolute_5pp: Bool?
      let relative_20: Bool?
      let contribution_only_needed: Double?
    }
    guard let folder = SharedCorpus.folder("policy/expected") else { return }
    let cases = try JSONDecoder().decode(
      [Case].self, from: Data(contentsOf: folder.appending(path: "golden_cases.json")))
    var checked = 0
    for item in cases {
      guard let weights = item.weights, let drifts = item.drift_pp, let trades = item.trades else { continue }
      checked += 1
      let values = weights.map { Money(Int(($0 * 100_000).rounded())) }
      var portfolio = Portfolio(values: values, targets: ["0.7", "0.3"])
      let decision = portfolio.decision()
      #expect(decision.isDue == item.absolute_5pp, "\(item.name)")
      portfolio.band = Band(relative: "0.2")
      #expect(portfolio.decision().isDue == item.relative_20, "\(item.name)")
      let policy = portfolio.policy()
      let shares = portfolio.allocation(policy).targeted
      for (share, (drift, trade)) in zip(shares, zip(drifts, trades)) {
        #expect(share.driftPoints == Weight("\(drift)"), "\(item.name)")
        let wanted = try #require(Money(100_000).times(share.target ?? .zero))
        #expect(wanted - share.value == Money("\(trade)"), "\(item.name)")
      }
      let needed = try #require(ContributionPlan(shares).neededWithoutSelling)
      #expect(abs(needed.approximate - (item.contribution_only_needed ?? 0)) < 1e-5, "\(item.name)")
    }
    #expect(checked == 5)
  }

  @Test("a relative band names the part of the target that it is")
  func relative() {
    let decision = Portfolio(
      values: ["7200", "92800"], targets: ["0.1", "0.9"], band: Band(absolute: "0.05", relative: "0.25")
    ).decision()
    #expect(
      decision.description
        == "due: class0 is 2.8 points under its target of 10.0 %, at or past its band of 2.5 points, 25.0 % of the target (rule: threshold)"
    )
  }

  @Test(
    "rule, drift, last answer: what is said",
    arguments: [
      (
        RebalanceTrigger.calendar(.quarterly), "71000", nil,
        "due: the quarterly review of 2026-09-30 is open; class0 is 1.0 points over its target of 70.0 %, inside its "
          + "band of 5.0 points (rule: calendar, quarterly)"
      ),
      (.calendar(.quarterly), "70000", nil, "not due: the quarterly review of 2026-09-30 is open; class0 is 0.0"),
      (.calendar(.quarterly), "99000", "2026-09-30", "not due: the next quarterly review is on 2026-12-31; class0"),
      (.both(.monthly), "74900", "2026-10-02", "not due: the monthly review of 2026-10-30 is open; class0 is 4.9"),
      (.both(.monthly), "75000", "2026-10-02", "due: the monthly review of 2026-10-30 is open; class0 is 5.0 points"),
      (.both(.annual), "99000", "2026-01-02", "not due: the next annual review is on 2026-12-31; class0 is 29.0"),
      (.threshold, "75100", "2026-11-22", "due: class0 is 5.1 points over"),
    ] as [(RebalanceTrigger, Money, Day?, String)])
  func sentences(trigger: RebalanceTrigger, stocks: Money, answered: Day?, sentence: String) {
    let decision = Portfolio(values: [stocks, Money(100_000) - stocks], targets: ["0.7", "0.3"])
      .decision(lastReview: answered) { $0.trigger = trigger }
    #expect(decision.description.hasPrefix(sentence), "\(decision)")
    #expect(decision.isDue == sentence.hasPrefix("due"))
  }

  @Test(
    "what was answered is asked again once a newer statement shows it",
    arguments: [("2026-11-19", true), ("2026-11-20", false), ("2026-11-21", false)] as [(Day, Bool)])
  func answered(day: Day, isDue: Bool) {
    let portfolio = Portfolio(values: ["90000", "10000"], targets: ["0.7", "0.3"])
    let policy = portfolio.policy()
    let decision = policy.decision(
      on: portfolio.allocation(policy), lastReview: day, lastStatement: "2026-11-20")
    #expect(decision.isDue == isDue)
    let words = isDue ? "due: class0" : "not due: answered on \(day), and no statement is newer; class0 is 20.0 points"
    #expect(decision.description.hasPrefix(words), "\(decision)")
  }

  @Test("days of review before the targets begin ask nothing")
  func newTargets() {
    let decision = Portfolio(values: ["90000", "10000"], targets: ["0.7", "0.3"]).decision {
      $0.trigger = .calendar(.quarterly)
      $0.effective = "2026-10-01"
    }
    #expect(!decision.isDue && decision.openReview == nil && decision.nextReview == "2026-12-31")
  }

  @Test("a wider band is never due where a narrower one is not; the order of the classes changes nothing")
  func properties() {
    var random = SeededGenerator(seed: 20_261_124)
    for _ in 0..<200 {
      let values = (0..<3).map { _ in Money(Int.random(in: 1...50_000, using: &random)) }
      var portfolio = Portfolio(values: values, targets: ["0.5", "0.3", "0.2"])
      var wasDue = true
      for percent in 1...20 {
        portfolio.band = Band(absolute: Weight(steps: Int64(percent) * 10_000_000_000))
        let isDue = portfolio.decision().isDue
        #expect(wasDue || !isDue)
        wasDue = isDue
        let turned = Portfolio(values: values.reversed(), targets: ["0.2", "0.3", "0.5"], band: portfolio.band)
        #expect(turned.decision().isDue == isDue)
      }
    }
  }
}

@Suite("Targets over time")
struct DatedTargetsTests {
  private func policy() -> InvestmentPolicy {
    var policy = InvestmentPolicy(targets: [])
    policy.history = ["0.9", "0.7", "0.5"].enumerated().map { index, weight in
      DatedTargets(
        effective: index == 0 ? nil : Day(year: 2020 + index, month: 3, day: 1), reviewed: nil,
        targets: [Target(assetClass: "s", weight: Weight(weight) ?? .zero, band: Band())])
    }
    return policy
  }

  @Test(
    "those count that began last",
    arguments: [
      ("2021-02-28", "0.9"), ("2021-03-01", "0.7"), ("2022-02-28", "0.7"), ("2022-03-01", "0.5"), ("2030-01-01", "0.5"),
    ] as [(Day, Weight)])
  func inForce(day: Day, weight: Weight) {
    #expect(policy().inForce(on: day).targets.map(\.weight) == [weight])
  }

  @Test("before the first ones begin, these count")
  func before() {
    var policy = policy()
    policy.history.removeFirst()
    #expect(policy.inForce(on: "1999-01-01").targets.map(\.weight) == ["0.7"])
    #expect(policy.inForce(on: "1999-01-01").effective == "2021-03-01")
  }

  @Test(
    "what asks for a review",
    arguments: [
      ("2026-10-04", "2027-10-04", 1, "old or born"), ("2026-10-04", "2026-11-22", 0, ""),
      ("2026-10-04", "2026-11-23", 1, "Jonas has turned 47 on 2026-11-23, after the last review"),
      ("2026-11-23", "2026-12-31", 0, ""), ("2026-11-24", "2026-12-31", 0, ""),
      ("2026-01-01", "2027-01-01", 2, "Jonas retires in 2027, and the last review was before that year"),
      ("2025-11-23", "2026-11-23", 1, "Jonas has turned 47"),
      ("2025-11-23", "2026-11-22", 0, ""), ("2025-11-22", "2026-11-22", 1, "Jonas has turned 46 on 2025-11-23"),
      ("2024-12-01", "2025-12-02", 2, "the targets were last reviewed on 2024-12-01, more than twelve months ago"),
    ] as [(Day, Day, Int, String)])
  func doubts(reviewed: Day, asOf: Day, count: Int, words: String) {
    var policy = InvestmentPolicy(targets: [Target(assetClass: "s", weight: "1", band: Band())])
    policy.reviewed = reviewed
    let member = Member(id: "j", name: "Jonas", birthDay: "1979-11-23", retirementYear: 2027)
    let doubts = policy.doubts(asOf: asOf, members: [member]).map(\.description)
    if words == "old or born" { return #expect(doubts.count == 2) }
    #expect(doubts.count == count, "\(doubts)")
    #expect(words.isEmpty || doubts.contains { $0.hasPrefix(words) }, "\(doubts)")
  }

  @Test("a confirmation that the ledger keeps counts like one in the file")
  func confirmed() {
    var policy = InvestmentPolicy(targets: [Target(assetClass: "s", weight: "1", band: Band())])
    #expect(policy.doubts(asOf: "2026-11-24", members: []) == [.neverReviewed])
    policy.reviewed = "2020-01-01"
    #expect(policy.doubts(asOf: "2026-11-24", members: []) == [.old(reviewed: "2020-01-01")])
    #expect(policy.doubts(asOf: "2026-11-24", members: [], confirmed: "2026-11-24").isEmpty)
    #expect(policy.doubts(asOf: "2026-11-24", members: [], confirmed: "2026-11-25") == [.old(reviewed: "2020-01-01")])
  }
}

@Suite("Where a rebalancing ends")
struct DestinationTests {
  @Test(
    "60/40 with bands of a fifth, grown to 75/25",
    arguments: [
      (Destination.target, ["0.6", "0.4"]), (.bandEdge, ["0.68", "0.32"]), (.halfBand, ["0.64", "0.36"]),
    ] as [(Destination, [Weight])])
  func places(destination: Destination, weights: [Weight]) {
    let portfolio = Portfolio(values: ["75000", "25000"], targets: ["0.6", "0.4"], band: Band(relative: "0.2"))
    #expect(destination.targets(from: portfolio.allocation(portfolio.policy())).map(\.weight) == weights)
  }

  @Test("of three classes the one that fills its band most comes to half of it, and the others move as far")
  func three() {
    let portfolio = Portfolio(
      values: ["74000", "15600", "10400"], targets: ["0.6", "0.24", "0.16"], band: Band(relative: "0.4"))
    let targets = Destination.halfBand.targets(from: portfolio.allocation(portfolio.policy())).map(\.weight)
    // The worst class fills 35 % ÷ 40 % of its band; half of the band is a fifth of each target.
    #expect(targets == ["0.68", "0.192", "0.128"])
  }

  @Test("who is inside stays; who is on target stays on target")
  func inside() {
    var portfolio = Portfolio(values: ["71000", "29000"], targets: ["0.7", "0.3"])
    let edge = Destination.bandEdge.targets(from: portfolio.allocation(portfolio.policy()))
    #expect(edge.map(\.weight) == ["0.71", "0.29"])
    portfolio.values = ["70000", "30000"]
    portfolio.band = Band(absolute: "0")
    for destination in Destination.allCases {
      #expect(destination.targets(from: portfolio.allocation(portfolio.policy())).map(\.weight) == ["0.7", "0.3"])
    }
  }
}

@Suite("Age and the part of stocks")
struct GlidePathTests {
  private struct Reference: Decodable {
    let rules: [String: [String: Int]]
    let vanguard_linear_retire65: [String: Double]
  }

  @Test("the reference's ages, rule by rule")
  func reference() throws {
    guard let folder = SharedCorpus.folder("policy/expected") else { return }
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: folder.appending(path: "glide_paths.json")))
    #expect(reference.rules.count == 3)
    for (rule, ages) in reference.rules {
      let whole = try #require(Int(rule.prefix(3)))
      for (age, percent) in ages {
        let age = try #require(Int(age))
        let stocks = GlidePath.ageRule(whole).stocks(atAge: age, yearsToGoal: 65 - age)
        #expect(stocks == Weight(steps: Int64(percent) * 10_000_000_000), "\(rule) at \(age)")
      }
    }
    for (age, percent) in reference.vanguard_linear_retire65 {
      let age = try #require(Int(age))
      let stocks = GlidePath.targetDate.stocks(atAge: age, yearsToGoal: 65 - age)
      #expect(abs(stocks.approximate * 100 - percent) < 1e-6, "at \(age)")
    }
  }

  @Test(
    "30 and 60 years old; nobody has less than nothing or more than everything",
    arguments: [(30, "0.7"), (60, "0.4"), (0, "1"), (-5, "1"), (104, "0")] as [(Int, Weight)])
  func ages(age: Int, stocks: Weight) {
    #expect(GlidePath.ageRule(100).stocks(atAge: age, yearsToGoal: 0) == stocks)
  }
}
