public import Measures
public import PortfolioModel

/// What one person may add to tax-advantaged accounts in a year.
public struct ContributionLimits: Sendable, Hashable {
  /// Accounts that share one limit.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Elective deferrals to 401(k), 403(b) and the Thrift Savings Plan, traditional and Roth together (IRC 402(g)).
    case deferral
    /// Governmental 457(b) plans, beside the deferrals elsewhere (IRC 457(e)(15)).
    case deferral457
    /// Traditional and Roth IRAs together (IRC 219(b)(5), 408A(c)(2)).
    case ira
    /// IRC 408(p)(2)(E).
    case simple
    /// What an employer adds for one person, up to a quarter of pay (IRC 404(h), 415(c)).
    case sep
    /// IRC 223(b).
    case hsa
  }

  public let year: Int
  /// The publications of the Internal Revenue Service.
  public let source: String
  /// IRC 402(g)(1).
  public let deferral: Money
  /// From 50 on (IRC 414(v)(2)(B)(i)), and from 60 to 63 in its place (IRC 414(v)(2)(E)).
  public let catchUp: Money
  public let higherCatchUp: Money
  /// Deferrals and the employer's part together, without catch-ups (IRC 415(c)(1)(A)).
  public let annualAdditions: Money
  public let ira: Money
  public let iraCatchUp: Money
  public let simple: Money
  public let simpleCatchUp: Money
  public let higherSimpleCatchUp: Money
  public let hsaAlone: Money
  public let hsaFamily: Money
  /// From 55 on; not indexed (IRC 223(b)(3)).
  public let hsaCatchUp: Money

  /// The limits of a year; `nil` where they are not in the table.
  public static func forYear(_ year: Int) -> ContributionLimits? { all.first { $0.year == year } }

  public static let all = [
    ContributionLimits(
      year: 2025, source: "Notice 2024-80; Rev. Proc. 2024-25", deferral: Money(23_500), catchUp: Money(7_500),
      higherCatchUp: Money(11_250), annualAdditions: Money(70_000), ira: Money(7_000), iraCatchUp: Money(1_000),
      simple: Money(16_500), simpleCatchUp: Money(3_500), higherSimpleCatchUp: Money(5_250), hsaAlone: Money(4_300),
      hsaFamily: Money(8_550), hsaCatchUp: Money(1_000)),
    ContributionLimits(
      year: 2026, source: "Notice 2025-67; Rev. Proc. 2025-19", deferral: Money(24_500), catchUp: Money(8_000),
      higherCatchUp: Money(11_250), annualAdditions: Money(72_000), ira: Money(7_500), iraCatchUp: Money(1_100),
      simple: Money(17_000), simpleCatchUp: Money(4_000), higherSimpleCatchUp: Money(5_250), hsaAlone: Money(4_400),
      hsaFamily: Money(8_750), hsaCatchUp: Money(1_000)),
  ]
}

extension ContributionLimits {
  /// What one person may add, catch-up included.
  ///
  /// - Parameters:
  ///   - age: at the end of the year, which decides (Reg. 1.414(v)-1(g)(3)); `nil` counts as young.
  ///   - hasFamilyCover: for health savings alone; couples divide that limit between them (IRC 223(b)(5)).
  public func most(of kind: Kind, age: Int?, hasFamilyCover: Bool = false) -> Money {
    let age = age ?? 0
    let isOlder = age >= 50
    let isHigher = (60...63).contains(age)
    switch kind {
    case .deferral, .deferral457: return deferral + (isHigher ? higherCatchUp : isOlder ? catchUp : .zero)
    case .ira: return ira + (isOlder ? iraCatchUp : .zero)
    case .simple: return simple + (isHigher ? higherSimpleCatchUp : isOlder ? simpleCatchUp : .zero)
    case .sep: return annualAdditions
    case .hsa: return (hasFamilyCover ? hsaFamily : hsaAlone) + (age >= 55 ? hsaCatchUp : .zero)
    }
  }

  /// What may come into an employer's plan for one person from everybody, catch-up included (IRC 415(c), 414(v)(3)(A)).
  public func mostAdditions(age: Int?) -> Money {
    annualAdditions + most(of: .deferral, age: age) - deferral
  }
}

extension AccountKind {
  /// The limit that new money in such an account counts against; `nil` where there is none.
  public var contributionKind: ContributionLimits.Kind? {
    switch self {
    case .traditional401k, .roth401k, .traditional403b, .roth403b, .traditionalTSP, .rothTSP: .deferral
    case .traditional457b, .roth457b: .deferral457
    case .traditionalIRA, .rothIRA: .ira
    case .sepIRA: .sep
    case .simpleIRA: .simple
    case .hsa: .hsa
    case .taxableIndividual, .taxableJoint, .trust, .custodial, .bank, .inheritedIRA, .inheritedRothIRA, .education529,
      .other:
      nil
    }
  }
}

extension ContributionLimits.Kind {
  /// The words for a person.
  public var title: String {
    switch self {
    case .deferral: "deferrals to 401(k), 403(b) and TSP"
    case .deferral457: "deferrals to 457(b)"
    case .ira: "IRAs"
    case .simple: "SIMPLE IRAs"
    case .sep: "SEP IRAs"
    case .hsa: "health savings"
    }
  }
}
