import Measures
import MixedInteger
import Policy
import Taxes

/// The wash-sale policy `match`: of the losses of a group as much is disallowed as there is to replace it (IRC 1091; Pub. 550).
///
/// Replacements come in runs that do the same to a loss: it is deferred, or gone in a sheltered account. With `C_j` dollars in the first `j`
/// runs, the first `C_j` dollars of the losses in their order are matched: `0 ≤ m_lj ≤ s_l`, `m_l,j−1 ≤ m_lj`, `Σ m_lj ≤ C_j`, and
/// with `c` saying that all is matched `Σ(s_l − m_lj) ≤ V (1 − c)`, `Σ m_lj ≥ C_j − C c`. What is left of a lot does not replace
/// it: for such lots `m_q ≤ C_j − own_q`, and a `c_q` of their own. The order of the older lots is `c_1 ≥ c_2 ≥ …`:
/// `s_l − m_l ≤ v_l (1 − c_l)`, `m_l+1 ≤ v_l+1 c_l`.
///
/// `s − m` counts in the return; what is deferred keeps its worth, `+φ g`.
///
/// The relaxation (`ProgramShape.relaxesWashes`) makes one run of all, `d_l ≤ m_l`, `Σ d_l ≤` what is deferrable, and lets a lot that replaces
/// itself leave all that is left of it unused: a binary for each loss lot, not for each lot and run.
struct WashMatches: PlacementTerm {
  func add(to model: inout PlacementModel) {
    guard !model.space.washGroups.isEmpty else { return }
    let amounts = SoldAmounts(model)
    for group in model.space.washGroups {
      var block = WashBlock(group, amounts, model)
      if !block.losses.isEmpty { block.add(to: &model) }
    }
  }
}

/// The variables of a model by the places of what they trade.
private struct SoldAmounts {
  private(set) var sold: [WashGroup.Place: PlacementModel.Variable] = [:]
  private(set) var bought: [Int: PlacementModel.Variable] = [:]

  init(_ model: PlacementModel) {
    for sale in model.sales {
      for (lot, variable) in sale.lots.enumerated() {
        sold[WashGroup.Place(holding: sale.holding, lot: lot)] = variable
      }
    }
    for buy in model.buys { bought[buy.purchase] = buy.amount }
  }
}

/// The rows of one group.
private struct WashBlock {
  typealias Variable = PlacementModel.Variable

  struct Loss {
    let place: WashGroup.Place
    let sold: Variable
    let lot: TradeSpace.Lot
    let taxReturn: Int
  }

  let group: WashGroup
  private let amounts: SoldAmounts
  let losses: [Loss]
  /// Pieces of what is sold, by place.
  private var cuts: [WashGroup.Place: [Variable]] = [:]
  /// What the runs until now have in all, and what of it is left of a loss lot itself.
  private var supply = LinearExpression()
  private var own: [WashGroup.Place: Own] = [:]

  /// What is left of a loss lot, and what comes before it among the replacements.
  private struct Own {
    let kept: LinearExpression
    let before: LinearExpression
    /// What of it no older loss has used.
    var unused: Variable?
  }

  init(_ group: WashGroup, _ amounts: SoldAmounts, _ model: PlacementModel) {
    self.group = group
    self.amounts = amounts
    losses = group.losses.compactMap { place in
      guard let sold = amounts.sold[place],
        let taxReturn = model.space.accounts[model.space.holdings[place.holding].account].taxReturn
      else { return nil }
      return Loss(
        place: place, sold: sold, lot: model.space.holdings[place.holding].lots[place.lot], taxReturn: taxReturn)
    }
  }

  mutating func add(to model: inout PlacementModel) {
    let (matched, deferred) = model.shape.relaxesWashes ? looseMatches(in: &model) : matches(in: &model)
    for (index, loss) in losses.enumerated() {
      let counted = 1 * loss.sold - matched[index]
      model.realise(loss.lot.gain * counted, of: loss.lot, in: loss.taxReturn)
      let rate = model.space.problem.taxReturns[loss.taxReturn].futureGainRate.approximate
      if rate != 0 { model.program.minimise(1000 * rate * loss.lot.gain * deferred[index]) }
    }
  }

  /// What of each loss is matched, and what of that is deferred.
  private mutating func matches(
    in model: inout PlacementModel
  ) -> (matched: [LinearExpression], deferred: [LinearExpression]) {
    var matched = losses.map { _ in LinearExpression() }
    var deferred = matched
    for run in joinedRuns(model) {
      let isEnough = extend(by: run, &model)
      guard isEnough || model.program.range(of: supply).upperBound > 0 else { continue }
      let more = isEnough ? losses.map { 1 * $0.sold } : matches(atLeast: matched, in: &model)
      for index in losses.indices where !run.isLost { deferred[index] += more[index] - matched[index] }
      matched = more
      if isEnough { break }
    }
    return (matched, deferred)
  }

  /// The same without asking which run a loss meets: as much may be deferred as taxable replacements can take, of any loss.
  private mutating func looseMatches(
    in model: inout PlacementModel
  ) -> (matched: [LinearExpression], deferred: [LinearExpression]) {
    var deferrable: LinearExpression? = LinearExpression()
    var isEnough = false
    for run in group.runs where !isEnough {
      let before = supply
      isEnough = extend(by: run, &model)
      if run.isLost { continue }
      deferrable = isEnough ? nil : deferrable.map { $0 + supply - before }
    }
    let matched: [LinearExpression]
    if isEnough {
      matched = losses.map { 1 * $0.sold }
    } else if model.program.range(of: supply).upperBound > 0 {
      matched = matches(atLeast: losses.map { _ in LinearExpression() }, in: &model)
    } else {
      matched = losses.map { _ in LinearExpression() }
    }
    guard let deferrable else { return (matched, matched) }
    var total = LinearExpression()
    var deferred: [LinearExpression] = []
    for (loss, matched) in zip(losses, matched) {
      let part = model.program.variable("deferred", to: loss.lot.value)
      model.program.constrain(1 * part - matched, to: 0, "deferred")
      total.add(1, part)
      deferred.append(1 * part)
    }
    model.program.constrain(total - deferrable, to: 0, "deferred")
    return (matched, deferred)
  }

  /// The runs as one where it makes no difference which of them a loss meets.
  private func joinedRuns(_ model: PlacementModel) -> [WashGroup.Run] {
    let rates = losses.map { model.space.problem.taxReturns[$0.taxReturn].futureGainRate }
    guard rates.allSatisfy(\.isZero), var joined = group.runs.first else { return group.runs }
    for run in group.runs.dropFirst() {
      joined.supplies += run.supplies
      joined.lots.formUnion(run.lots)
    }
    return [joined]
  }

  /// Adds what a run has to the supply.
  ///
  /// - Returns: whether that is enough for every loss, whatever is traded.
  private mutating func extend(by run: WashGroup.Run, _ model: inout PlacementModel) -> Bool {
    for one in run.supplies {
      switch one {
      case .unlimited: return true
      case .fixed(let amount): supply += LinearExpression(amount)
      case .bought(let purchase): if let amount = amounts.bought[purchase] { supply += 1 * amount }
      case .kept(let place, let piece, let size):
        var kept = LinearExpression(size)
        if let sold = amounts.sold[place] {
          cuts[place] = cuts[place] ?? cut(sold, place, &model)
          if let part = cuts[place]?[piece] { kept -= LinearExpression(part) }
        }
        if run.lots.contains(place) { own[place] = Own(kept: kept, before: supply) }
        supply += kept
      }
    }
    let largestOwn = own.values.map { model.program.range(of: $0.kept).upperBound }.max() ?? 0
    let most = losses.reduce(0) { $0 + $1.lot.value }
    return model.program.range(of: supply).lowerBound - largestOwn >= most
  }

  /// The pieces in which a position's shares go, one after the other.
  private func cut(_ sold: Variable, _ place: WashGroup.Place, _ model: inout PlacementModel) -> [Variable] {
    var sizes = group.pieces[place] ?? []
    let rest = model.program.upper[sold.index] - sizes.reduce(0, +)
    if rest > 1e-9 { sizes.append(rest) }
    guard sizes.count > 1 else { return [sold] }
    let pieces = sizes.map { model.program.variable("piece", to: $0) }
    model.program.constrain(pieces.reduce(into: -1 * sold) { $0.add(1, $1) }, from: 0, to: 0, "pieces")
    for next in pieces.indices.dropFirst() {
      let isGone =
        model.shape.relaxesWashes ? model.program.variable("piece gone", to: 1) : model.program.binary("piece gone")
      model.program.constrain(1 * pieces[next - 1] - sizes[next - 1] * isGone, from: 0, "piece order")
      model.program.constrain(1 * pieces[next] - sizes[next] * isGone, to: 0, "piece order")
    }
    return pieces
  }

  /// What of each loss the supply matches.
  private mutating func matches(atLeast before: [LinearExpression], in model: inout PlacementModel)
    -> [LinearExpression]
  {
    let most = model.program.range(of: supply).upperBound
    let matched = losses.map { model.program.variable("matched", to: $0.lot.value) }
    let total = matched.reduce(into: LinearExpression()) { $0.add(1, $1) }
    model.program.constrain(total - supply, to: 0, "matched.\(group.name)")
    for (index, loss) in losses.enumerated() {
      model.program.constrain(1 * matched[index] - 1 * loss.sold, to: 0, "matched")
      if !before[index].terms.isEmpty {
        model.program.constrain(1 * matched[index] - before[index], from: 0, "matched")
      }
    }
    // Lots that are no replacements themselves are older than those that are.
    let older = losses.prefix { own[$0.place] == nil }.count
    var isMatched: Variable?
    for index in 0..<older {
      let size = losses[index].lot.value
      let isFull = model.program.binary("all matched")
      model.program.constrain(1 * losses[index].sold - 1 * matched[index] + size * isFull, to: size, "all matched")
      if let isMatched {
        model.program.constrain(1 * matched[index] - size * isMatched, to: 0, "matched in order")
        model.program.constrain(1 * isFull - 1 * isMatched, to: 0, "matched in order")
      }
      isMatched = isFull
    }
    if let isMatched { model.program.constrain(total - supply + most * isMatched, from: 0, "supply used") }
    for index in older..<losses.count {
      let size = losses[index].lot.value
      let isFull = model.program.binary("lot matched")
      model.program.constrain(1 * losses[index].sold - 1 * matched[index] + size * isFull, to: size, "lot matched")
      if let isMatched { model.program.constrain(1 * matched[index] - size * isMatched, to: 0, "matched in order") }
      let earlier = matched[..<index].reduce(into: LinearExpression()) { $0.add(1, $1) }
      var used = earlier + 1 * matched[index]
      if model.shape.relaxesWashes {
        if let own = own[losses[index].place] { used += own.kept }
      } else if let unused = unused(of: index, after: earlier, older: older, &model) {
        used += unused
        model.program.constrain(used - supply, to: 0, "no lot replaces itself")
      }
      model.program.constrain(used - supply + most * isFull, from: 0, "supply used")
    }
    return matched.map { 1 * $0 }
  }
  /// What is left of a loss lot and has replaced nothing when its own turn comes: all of it but what the frontier of the earlier
  /// losses has reached. An earlier lot that passes over itself moves the frontier on, by what is left of it at most.
  private mutating func unused(
    of index: Int, after earlier: LinearExpression, older: Int, _ model: inout PlacementModel
  ) -> LinearExpression? {
    let place = losses[index].place
    guard let own = own[place] else { return nil }
    if let unused = own.unused { return 1 * unused }
    let size = model.program.range(of: own.kept).upperBound
    let unused = model.program.variable("unused", to: size)
    self.own[place]?.unused = unused
    let beyond = own.before + own.kept - earlier
    let range = model.program.range(of: beyond)
    model.program.constrain(1 * unused - own.kept, to: 0, "unused")
    let isLeft = model.program.binary("is left")
    model.program.constrain(1 * unused - size * isLeft, to: 0, "unused")
    model.program.constrain(1 * unused - beyond - range.lowerBound * isLeft, to: -range.lowerBound, "unused")
    var passed = LinearExpression()
    for other in losses[older..<index] { if let kept = self.own[other.place]?.kept { passed += kept } }
    guard model.program.range(of: own.before).upperBound > 0 else {
      model.program.constrain(1 * unused - beyond + passed, from: 0, "unused")
      return 1 * unused
    }
    let isReached = model.program.binary("is reached")
    model.program.constrain(own.kept - 1 * unused - size * isReached, to: 0, "unused")
    model.program.constrain(beyond - passed - 1 * unused + range.upperBound * isReached, to: range.upperBound, "unused")
    return 1 * unused
  }
}
