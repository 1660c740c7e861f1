import Allocation
import Measures
import Policy
import PortfolioModel
import Yams

extension HouseholdReader {
  /// Targets that sum to 100 %, each with its band; none of them above or below another.
  mutating func readPolicy(targets: Element?, bands: Element?) -> InvestmentPolicy {
    var policy = InvestmentPolicy(targets: [])
    if let bands {
      let fields = reader.fields(of: bands, known: ["absolute", "relative"])
      policy.band = Band(absolute: reader.weight(fields["absolute"]), relative: reader.weight(fields["relative"]))
    }
    guard let targets else { return policy }
    policy.history = history(targets, band: policy.band)
    return policy.history.last.map { policy.holding($0) } ?? policy
  }

  /// One set of targets, or a list of them by the day from which they hold, oldest first.
  private mutating func history(_ element: Element, band: Band) -> [DatedTargets] {
    guard case .sequence = element.node else { return [datedTargets(element, band: band)] }
    var history: [DatedTargets] = []
    for item in reader.items(of: element) {
      let dated = datedTargets(item, band: band)
      if history.contains(where: { $0.effective == dated.effective }) {
        let day = dated.effective.map { "on \($0)" } ?? "on no day"
        reader.report(
          "household-duplicate", "two sets of targets begin \(day)", item,
          remedy: "Give each its own day under “effective”; only the oldest may have none.")
      }
      history.append(dated)
    }
    let beginning = Day(number: .min)
    return history.sorted { $0.effective ?? beginning < $1.effective ?? beginning }
  }

  /// - Parameter isDated: whether it may say from when it holds; a goal's targets do not.
  mutating func datedTargets(_ element: Element, band: Band, isDated: Bool = true) -> DatedTargets {
    var dated = DatedTargets(targets: [])
    var sum = Weight.zero
    var isComplete = true
    for entry in reader.entries(of: element) {
      switch entry.name {
      case "effective" where isDated: dated.effective = reader.day(entry.value)
      case "reviewed" where isDated: dated.reviewed = reader.day(entry.value)
      default:
        guard let target = target(entry, band: band, among: dated.targets, words: isDated ? Self.dateWords : []) else {
          isComplete = false
          continue
        }
        dated.targets.append(target)
        sum += target.weight
      }
    }
    if isComplete, sum != Weight(1), !dated.targets.isEmpty {
      reader.report(
        "household-bad-sum", "the targets sum to \(percent(sum)), not 100 %", element,
        remedy: sum < Weight(1) ? "Add \(percent(Weight(1) - sum))." : "Take \(percent(sum - Weight(1))) away.")
    }
    return dated
  }

  private static let dateWords = ["effective", "reviewed"]

  private mutating func target(
    _ entry: NamedElement, band: Band, among others: [Target], words: [String]
  ) -> Target? {
    let id = AssetClassID(entry.name)
    let names = tree.classes.map(\.id.rawValue)
    guard checked(entry.name, at: entry.key, to: "class", among: names + words) else { return nil }
    for other in others {
      if tree.lineage(of: id).contains(other.assetClass) || tree.lineage(of: other.assetClass).contains(id) {
        reader.report(
          "household-nested-target", "“\(id)” and “\(other.assetClass)” both have a target, and one contains the other",
          entry.key, remedy: "Give a target to the whole or to its parts.")
      }
    }
    guard case .mapping = entry.value.node else {
      return reader.weight(entry.value).map { Target(assetClass: id, weight: $0, band: band) }
    }
    let fields = reader.fields(of: entry.value, known: ["weight", "band", "relative_band"])
    if fields["weight"] == nil { reader.missing("weight", in: fields, remedy: "Write the target, such as 60%.") }
    guard let weight = reader.weight(fields["weight"]) else { return nil }
    let absolute = reader.weight(fields["band"])
    let relative = reader.weight(fields["relative_band"])
    let own = absolute == nil && relative == nil ? band : Band(absolute: absolute, relative: relative)
    return Target(assetClass: id, weight: weight, band: own)
  }

  static let rebalanceKeys = [
    "trigger", "every", "destination", "minimum_trade", "trade_nuisance", "annuity_years", "drift_inside",
    "drift_outside", "wash_sales", "wash_days", "maximum_trades", "stale_after_days", "cash_yield", "short_term_gains",
    "yearly_tax", "yearly_gain",
  ]

  mutating func readRebalance(_ element: Element?, into policy: inout InvestmentPolicy) {
    guard let element else { return }
    let fields = reader.fields(of: element, known: Self.rebalanceKeys)
    var placement = policy.placement
    if let trigger = trigger(fields) { policy.trigger = trigger }
    if let word = reader.word(fields["destination"], Destination.self) { policy.destination = word }
    if let days = reader.wholeNumber(fields["stale_after_days"], in: 0...3660) { policy.staleAfterDays = days }
    if let money = reader.money(fields["minimum_trade"]) { placement.minimumTrade = money }
    if let money = reader.money(fields["trade_nuisance"]) { placement.nuisance = money }
    if let years = reader.factor(fields["annuity_years"]) { placement.annuity = years }
    if let rate = reader.rate(fields["drift_inside"]) { placement.driftInside = rate }
    if let rate = reader.rate(fields["drift_outside"]) { placement.driftOutside = rate }
    if let days = reader.wholeNumber(fields["wash_days"], in: 0...60) { placement.washDays = days }
    if let rate = reader.rate(fields["cash_yield"], usual: Rate(steps: 150_000_000_000)) { placement.cashYield = rate }
    if let count = reader.wholeNumber(fields["maximum_trades"], in: 0...10_000) { placement.maximumTrades = count }
    if let word = reader.word(fields["wash_sales"], PlacementSettings.WashSalePolicy.self) {
      placement.washSalePolicy = word
    }
    if let flag = reader.flag(fields["short_term_gains"]) { placement.realisesShortGains = flag }
    placement.yearlyTaxBudget = reader.money(fields["yearly_tax"])
    placement.yearlyGainBudget = reader.money(fields["yearly_gain"], isSigned: true)
    if placement.driftOutside < placement.driftInside {
      reader.report(
        "household-contradiction", "a dollar outside the band costs less than one inside it", element,
        remedy: "Make drift_outside at least drift_inside.")
    }
    policy.placement = placement
  }

  private enum TriggerWord: String, CaseIterable { case threshold, calendar, both }

  private mutating func trigger(_ fields: Fields) -> RebalanceTrigger? {
    let word = reader.word(fields["trigger"], TriggerWord.self)
    let interval = reader.word(fields["every"], ReviewInterval.self)
    switch word {
    case .calendar, .both:
      if fields["every"] == nil {
        let words = ReviewInterval.allCases.map(\.rawValue).joined(separator: ", ")
        reader.missing("every", in: fields, remedy: "Write how often to look: \(words).")
      }
      return interval.map { word == .calendar ? .calendar($0) : .both($0) }
    case .threshold, nil:
      if let every = fields["every"] {
        reader.report(
          "household-contradiction", "the rule looks every day, so “every” has no meaning", every,
          remedy: "Write “trigger: both” to look on these days alone, or leave “every” out.")
      }
      return word == .threshold ? .threshold : nil
    }
  }

  mutating func scheduledBuys(_ element: Element?) -> [ScheduledBuy] {
    guard let element else { return [] }
    return reader.items(of: element).compactMap { item in
      let fields = reader.fields(of: item, known: ["account", "security", "day", "every", "amount"])
      for key in ["account", "security", "day"] where fields[key] == nil {
        reader.missing(key, in: fields, remedy: "A scheduled purchase has an account, a security and a (first) day.")
      }
      let account = reference(fields["account"], to: "account", among: accounts.map(\.id.rawValue))
      let security = fields["security"].flatMap { securityReference($0) }
      let day = reader.day(fields["day"])
      let every = reader.word(fields["every"], ScheduledBuy.Interval.self)
      guard let account, let security, let day else { return nil }
      let amount = reader.money(fields["amount"])
      return ScheduledBuy(account: AccountID(account), security: security, day: day, every: every, amount: amount)
    }
  }
}
