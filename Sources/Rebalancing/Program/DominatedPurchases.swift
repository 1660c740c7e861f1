import Measures
import Policy

extension TradeSpace {
  /// Purchases that another one of the same account and the same classes beats in every respect, as long as its shares need not
  /// be whole: no better plan is lost without them, and dense menus shrink to a few lines.
  ///
  /// The better one is not dearer to hold or to trade; it is not held in the account, so that nothing keeps it from being
  /// bought; and no loss of its group can be in its way. A smaller spread leaves more cash, whose drift and drag the savings cover.
  func dominatedPurchases(whole: Set<Int> = []) -> Set<Int> {
    var dominated = Set<Int>()
    let candidates = Dictionary(grouping: purchases.indices) { index in
      Menu(account: purchases[index].account, exposures: securities[purchases[index].security].exposures)
    }
    for equals in candidates.values where equals.count > 1 {
      for index in equals where equals.contains(where: { $0 != index && !whole.contains($0) && dominates($0, index) }) {
        dominated.insert(index)
      }
    }
    return dominated
  }

  private var cappedIssuers: Set<String> { Set(problem.issuerCaps.map(\.issuer)) }

  private struct Menu: Hashable {
    let account: Int
    let classes: [Int]
    let weights: [Double]
    init(account: Int, exposures: [(assetClass: Int, weight: Double)]) {
      self.account = account
      classes = exposures.map(\.assetClass)
      weights = exposures.map(\.weight)
    }
  }

  private func dominates(_ better: Int, _ worse: Int) -> Bool {
    let (left, right) = (purchases[better], purchases[worse])
    let spreads = securities[right.security].halfSpread - securities[left.security].halfSpread
    let yearly = problem.settings.annuity.approximate * (right.yearlyCost - left.yearlyCost)
    let account = accounts[left.account]
    let cash =
      problem.settings.driftOutside.approximate * account.valueFactor
      + problem.settings.annuity.approximate * account.cashDrag
    let saving = spreads + yearly - spreads * cash
    guard spreads >= 0, saving > 0 || (saving == 0 && better < worse) else { return false }
    // What is capped may run out.
    guard !cappedIssuers.contains(problem.securities[left.security].issuer) else { return false }
    let groups = groupsWithOpenLosses
    return !heldKeys.contains(left.key) && !groups.contains(securities[left.security].group)
      && (problem.settings.washSalePolicy == .forbid || !groups.contains(securities[right.security].group))
  }
}
