public import Allocation
public import Measures
public import PortfolioModel

/// Where new money goes so that the household comes nearest to its targets with nothing sold.
public struct ContributionPlan: Sendable, Hashable {
  public struct Need: Sendable, Hashable {
    public let assetClass: AssetClassID
    public let target: Weight
    public let value: Money
    public init(assetClass: AssetClassID, target: Weight, value: Money) {
      self.assetClass = assetClass
      self.target = target
      self.value = value
    }
  }

  public let needs: [Need]

  public init(_ needs: [Need]) { self.needs = needs }

  /// The classes of an allocation that carry a target.
  public init(_ shares: [ClassShare]) {
    needs = shares.map { Need(assetClass: $0.id, target: $0.target ?? .zero, value: $0.value) }
  }
}

extension ContributionPlan {
  private var total: Int128 { needs.reduce(0) { $0 + Int128($1.value.steps) } }

  /// Water filling: the classes furthest below their targets are filled to a common level `m`, so that each gets
  /// `max(target × m − value, 0)` and all together the money that comes in.
  ///
  /// The parts sum to `money` exactly, the rest of rounding going by largest remainder.
  ///
  /// - Returns: a part for each need, in their order; all zero where no class has a target.
  public func parts(of money: Money) -> [Money] {
    var parts = [Money](repeating: .zero, count: needs.count)
    var filled: [Int] = []
    var (targets, water) = (Int128(0), Int128(money.steps))
    for index in emptiestFirst {
      let need = needs[index]
      // A class belongs to the filled ones where the level that the others would reach is above its own.
      guard targets == 0 || water * Int128(need.target.steps) > Int128(need.value.steps) * targets else { break }
      filled.append(index)
      targets += Int128(need.target.steps)
      water += Int128(need.value.steps)
    }
    guard targets > 0 else { return parts }
    // Each share of the water is a fraction of the filled classes' targets; what is there already is taken off.
    var rest = Int128(money.steps)
    var remainders: [(index: Int, remainder: Int128)] = []
    for index in filled {
      let (quotient, remainder) = (water * Int128(needs[index].target.steps)).quotientAndRemainder(dividingBy: targets)
      let steps = max(0, quotient - Int128(needs[index].value.steps))
      parts[index] = Money(steps: Int64(clamping: steps))
      rest -= steps
      remainders.append((index, remainder))
    }
    remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    for (index, _) in remainders.prefix(Int(clamping: max(0, rest))) { parts[index].steps += 1 }
    return parts
  }

  /// The money that must come in before every class is at its target with nothing sold: `max(value ÷ target) − total`.
  ///
  /// `nil` where a class has money and wants none: no contribution makes that right.
  public var neededWithoutSelling: Money? {
    var whole = total
    for need in needs where need.value > .zero {
      guard need.target > .zero else { return nil }
      let product = Int128(need.value.steps) * Int128(Weight.stepsPerUnit)
      whole = max(whole, Rounding.up.quotient(product, by: Int128(need.target.steps)))
    }
    return Money(exactly: whole - total)
  }

  /// How many equal contributions bring every class to its target at today's prices; `nil` where none do.
  public func contributionsUntilOnTarget(of money: Money) -> Int? {
    guard let needed = neededWithoutSelling, money > .zero else { return nil }
    return Int(clamping: Rounding.up.quotient(Int128(needed.steps), by: Int128(money.steps)))
  }

  private var emptiestFirst: [Int] {
    needs.indices.filter { needs[$0].target > .zero }.sorted { left, right in
      let leftLevel = Int128(needs[left].value.steps) * Int128(needs[right].target.steps)
      let rightLevel = Int128(needs[right].value.steps) * Int128(needs[left].target.steps)
      return leftLevel == rightLevel ? left < right : leftLevel < rightLevel
    }
  }
}

extension [Money] {
  /// These amounts as whole percents of their sum, which sum to 100 by largest remainder: what an employer's form asks for.
  public var wholePercents: [Int] {
    let sum = reduce(Int128(0)) { $0 + Int128($1.steps) }
    guard sum > 0 else { return map { _ in 0 } }
    let scaled = map { (Int128($0.steps) * 100).quotientAndRemainder(dividingBy: sum) }
    var percents = scaled.map { Int(clamping: $0.quotient) }
    let order = indices.sorted { (scaled[$1].remainder, $0) < (scaled[$0].remainder, $1) }
    for index in order.prefix(100 - percents.reduce(0, +)) { percents[index] += 1 }
    return percents
  }
}
