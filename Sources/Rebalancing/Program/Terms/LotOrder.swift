import MixedInteger

/// FIFO and average accounts sell the oldest lot first: `s_l ≥ v_l o_l`, `s_{l+1} ≤ v_{l+1} o_l`; `o_l` says that lot `l` is gone.
///
/// Reg. 1.1012-1(c)(1) for first in, first out; 1.1012-1(e)(7) for the holding period of averaged shares.
struct LotOrder: PlacementTerm {
  func add(to model: inout PlacementModel) {
    for sale in model.sales {
      let holding = model.holding(sale)
      guard holding.sellsInOrder else { continue }
      for next in sale.lots.indices.dropFirst() {
        let isGone = model.program.binary("gone")
        model.program.constrain(
          1 * sale.lots[next - 1] - holding.lots[next - 1].value * isGone, from: 0, "order.\(holding.key.security)")
        model.program.constrain(
          1 * sale.lots[next] - holding.lots[next].value * isGone, to: 0, "order.\(holding.key.security)")
      }
    }
  }
}
