public import Measures
public import PortfolioModel

/// Whether a household holds too few things or too many, what it pays for them, and how much of it rests on one issuer.
///
/// The limits are Hearth's own proposals: one issuer above 5 % is told and above 10 % is an alarm, classes below 2 % are small.
public struct Diversification: Sendable, Hashable {
  /// What one issuer's own securities come to. A fund is no issuer: it spreads its money itself.
  public struct Issuer: Sendable, Hashable {
    public let name: String
    public let value: Money
    public let weight: Weight
    /// The members whose wages come from it too.
    public let employs: [String]

    /// From more than a tenth on.
    public var isAlarm: Bool { weight > Diversification.alarm }
  }

  /// Funds that hold the same classes in the same parts: one of them would do.
  public struct Overlap: Sendable, Hashable {
    public let securities: [SecurityID]
    public let value: Money
  }

  static let flag = Weight(steps: 50_000_000_000)
  static let alarm = Weight(steps: 100_000_000_000)
  static let small = Weight(steps: 20_000_000_000)

  /// `1 / Σ w²` over leaf classes, and over securities: how many equal parts would be as spread. A fund counts as one security.
  public let effectiveClasses: Weight?
  public let effectiveSecurities: Weight?
  public let classCount: Int
  public let fundCount: Int
  /// Above 5 %, or the employer of a member at any weight; largest first.
  public let issuers: [Issuer]
  public let overlaps: [Overlap]
  /// Leaf classes that hold less than 2 %.
  public let smallClasses: [ClassShare]
  /// What the funds take in a year, at today's values.
  public let yearlyFees: Money
  /// Funds of which nobody has said what they cost; they count as free above.
  public let unknownFees: [SecurityID]

  /// Effective classes below two, or one issuer above a tenth.
  public var isTooNarrow: Bool {
    effectiveClasses.map { $0 < Weight(2) } ?? false || issuers.contains(where: \.isAlarm)
  }

  /// More funds than two for each class, with three or more of them redundant.
  ///
  /// - Parameter redundant: funds that hold or do the same as another one.
  public func isTooWide(redundant: Int) -> Bool { fundCount > 2 * classCount && redundant >= 3 }
}

extension Diversification {
  public init(of snapshot: HouseholdSnapshot, allocation: AssetAllocation) {
    let total = allocation.total
    let securities = snapshot.household.securities.keyed(by: \.id)
    var values: [SecurityID: Money] = [:]
    for holding in snapshot.holdings { values[holding.security, default: .zero] += holding.value }
    let held = values.filter { !$0.value.isZero }.keys.sorted().map { id in
      Held(security: securities[id] ?? Security(id: id, name: id.rawValue, kind: .other), value: values[id] ?? .zero)
    }
    let leaves = allocation.classes.filter { $0.isLeaf && !$0.value.isZero }
    effectiveClasses = Self.effectiveCount(leaves.map(\.weight))
    effectiveSecurities = Self.effectiveCount(held.map { $0.value.fraction(of: total) })
    classCount = leaves.count
    smallClasses = leaves.filter { $0.weight.magnitude < Self.small }
    let funds = held.filter { $0.security.isFund }
    fundCount = funds.count
    issuers = Self.issuers(of: held, total, members: snapshot.household.members)
    overlaps = Self.overlaps(of: funds)
    yearlyFees = funds.reduce(.zero) { $0 + ($1.value.times($1.security.expenseRatio) ?? .zero) }
    unknownFees = funds.filter { !$0.security.isExpenseRatioKnown }.map(\.security.id)
  }

  private struct Held {
    let security: Security
    let value: Money
  }

  static func effectiveCount(_ weights: [Weight]) -> Weight? {
    let sum = weights.reduce(Weight.zero) { $0 + ($1.scaled(by: $1, over: Weight(1), rounding: .halfEven) ?? .zero) }
    guard sum > .zero else { return nil }
    return Weight(1).scaled(by: Weight(1), over: sum, rounding: .halfEven)
  }

  private static func issuers(of held: [Held], _ total: Money, members: [Member]) -> [Issuer] {
    let own = Dictionary(grouping: held.filter { $0.security.bearsIssuerRisk }, by: \.security.issuer)
    return own.compactMap { name, parts -> Issuer? in
      let value = parts.reduce(Money.zero) { $0 + $1.value }
      let employs = members.filter { $0.employer == name }.map(\.name)
      let weight = value.fraction(of: total)
      guard weight > flag || !employs.isEmpty else { return nil }
      return Issuer(name: name, value: value, weight: weight, employs: employs)
    }.sorted { ($1.value, $0.name) < ($0.value, $1.name) }
  }

  private static func overlaps(of funds: [Held]) -> [Overlap] {
    Dictionary(grouping: funds.filter { !$0.security.exposure.isEmpty }, by: \.security.exposure).values
      .filter { $0.count > 1 }
      .map { Overlap(securities: $0.map(\.security.id), value: $0.reduce(.zero) { $0 + $1.value }) }
      .sorted { ($1.value, $0.securities[0]) < ($0.value, $1.securities[0]) }
  }
}

extension Security {
  fileprivate var isFund: Bool { kind == .fund || kind == .etf }

  /// Shares, options and bonds of one name; the Treasury's own debt is nobody's concentration.
  fileprivate var bearsIssuerRisk: Bool {
    switch kind {
    case .stock, .option: true
    case .bond: !name.lowercased().contains("treas")
    case .etf, .fund, .cash, .other: false
    }
  }
}
