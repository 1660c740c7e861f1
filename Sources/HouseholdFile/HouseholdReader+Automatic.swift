import Measures
import Policy
import PortfolioModel

extension HouseholdReader {
  /// `auto_rebalance: {every: quarterly, next: 2026-12-15, to: {FUND: 60%, BOND: 40%}}`: a plan's own feature.
  mutating func automaticRebalancing(_ element: Element, of account: Account) -> AutomaticRebalancing? {
    if account.treatment == .taxable {
      reader.report(
        "household-contradiction", "“\(account.id)” is taxable, where each reset is a taxed sale", element,
        remedy: "Write “can_trade: no” for an account that somebody else manages.")
    }
    let fields = reader.fields(of: element, known: ["every", "next", "to"])
    for key in ["every", "next", "to"] where fields[key] == nil {
      reader.missing(
        key, in: fields, remedy: "Write {every: quarterly, next: 2026-12-15, to: {FUND: 60%, BOND: 40%}}.")
    }
    let every = reader.word(fields["every"], ReviewInterval.self)
    let next = reader.day(fields["next"])
    guard let mix = fields["to"] else { return nil }
    var parts: [AutomaticRebalancing.Part] = []
    let entries = reader.entries(of: mix)
    for entry in entries {
      guard let security = securityReference(entry.name, at: entry.key), let weight = reader.weight(entry.value)
      else { continue }
      parts.append(AutomaticRebalancing.Part(security: security, weight: weight))
    }
    let sum = parts.reduce(Weight.zero) { $0 + $1.weight }
    if parts.count == entries.count, sum != Weight(1) {
      reader.report(
        "household-bad-sum", "what the plan resets to sums to \(percent(sum)), not 100 %", mix,
        remedy: "Write all funds that the plan resets to, with their parts.")
    }
    guard let every, let next, sum == Weight(1) else { return nil }
    return AutomaticRebalancing(every: every, first: next, mix: parts)
  }
}
