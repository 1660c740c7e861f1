public import Measures
public import PortfolioModel

/// How much of a yearly limit one person has used, and what is left of it.
public struct ContributionRoom: Sendable, Hashable {
  public let member: MemberID
  public let name: String
  /// `nil` for everything that comes into employers' plans, the employer's part included.
  public let kind: ContributionLimits.Kind?
  public let limit: Money
  public let soFar: Money
  /// What is about to be added.
  public let coming: Money

  /// Less than nothing where the limit would be passed.
  public var left: Money { limit - soFar - coming }
}

extension ContributionLimits {
  /// The limits that `coming` counts against, by member and kind.
  ///
  /// An account belongs to the member who owns most of it. Deferrals and IRAs count what the person adds, health savings and
  /// SEP IRAs also what the employer does (IRC 223(b)(4), 408(k)).
  public func rooms(
    of household: Household, soFar: [AccountID: YearContributions], coming: [AccountID: YearContributions],
    hasFamilyCover: Bool
  ) -> [ContributionRoom] {
    household.members.flatMap { member -> [ContributionRoom] in
      let accounts = household.accounts.filter { $0.mainOwner == member.id }
      let age = member.birthDay.map { year - $0.year }
      var rooms = Kind.allCases.compactMap { kind -> ContributionRoom? in
        let own = accounts.filter { $0.kind.contributionKind == kind }.map(\.id)
        guard own.contains(where: { coming[$0] != nil }) else { return nil }
        let part: (YearContributions) -> Money =
          kind == .hsa || kind == .sep ? { $0.own + $0.employer } : { $0.own }
        return ContributionRoom(
          member: member.id, name: member.name, kind: kind,
          limit: most(of: kind, age: age, hasFamilyCover: hasFamilyCover),
          soFar: own.compactMap { soFar[$0].map(part) }.reduce(.zero, +),
          coming: own.compactMap { coming[$0].map(part) }.reduce(.zero, +))
      }
      let plans = accounts.filter { $0.kind.contributionKind == .deferral }.map(\.id)
      if plans.contains(where: { coming[$0]?.employer.isZero == false }) {
        let all = { (parts: [AccountID: YearContributions]) in
          plans.compactMap { parts[$0] }.reduce(Money.zero) { $0 + $1.own + $1.employer }
        }
        rooms.append(
          ContributionRoom(
            member: member.id, name: member.name, kind: nil, limit: mostAdditions(age: age), soFar: all(soFar),
            coming: all(coming)))
      }
      return rooms
    }
  }
}

extension Account {
  /// The member who owns most of it, of equals the first by name.
  fileprivate var mainOwner: MemberID? {
    owners.min { ($1.share, $0.member) < ($0.share, $1.member) }?.member
  }
}
