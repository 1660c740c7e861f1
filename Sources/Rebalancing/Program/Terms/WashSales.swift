import MixedInteger
import Policy

/// Losses and purchases of one substantially identical group, over all accounts of the household (IRC 1091; Rev. Rul. 2008-5).
///
/// `forbid`: `s_l ≤ v_l W`, `zB + W ≤ 1`: the group is sold at a loss or bought, not both.
/// `price`: `W` says that nobody buys the group (`zB ≤ 1 − W`, `W + Σ zB ≥ 1`); the part of a sale whose loss counts is
/// `x ≤ v W`, the rest `s − x ≤ v (1 − W)`. The second row matters: a loss can hurt (it nets against long gains at 15 %), and
/// without the row the program would choose not to count it.
struct WashSales: PlacementTerm {
  func add(to model: inout PlacementModel) {
    var buyers: [String: [PlacementModel.Variable]] = [:]
    for buy in model.buys { buyers[model.security(buy).group, default: []].append(buy.isMade) }
    var isLossOpen: [String: PlacementModel.Variable] = [:]
    let forbids = model.space.problem.settings.washSalePolicy == .forbid
    for sale in model.sales {
      let holding = model.holding(sale)
      let group = model.security(sale).group
      guard let taxReturn = model.space.accounts[holding.account].taxReturn else { continue }
      for (lot, variable) in zip(holding.lots, sale.lots) {
        var counted = 1 * variable
        if lot.counting == .never || lot.counting == .unlessReplaced { continue }
        if lot.counting == .unlessGroupIsBought, let buyers = buyers[group] {
          let isOpen = isLossOpen[group] ?? openLoss(group, buyers, forbids: forbids, &model)
          isLossOpen[group] = isOpen
          if forbids {
            model.program.constrain(1 * variable - lot.value * isOpen, to: 0, "wash.\(group)")
          } else {
            let part = model.program.variable("counted", to: lot.value)
            model.program.constrain(1 * part - lot.value * isOpen, to: 0, "counted.\(group)")
            model.program.constrain(1 * variable - 1 * part, from: 0, "part.\(group)")
            model.program.constrain(1 * variable - 1 * part + lot.value * isOpen, to: lot.value, "washed.\(group)")
            counted = 1 * part
          }
        }
        model.realise(lot.gain * counted, of: lot, in: taxReturn)
      }
    }
  }

  /// The binary `W` of a group: its losses count, and nobody buys it.
  private func openLoss(
    _ group: String, _ buyers: [PlacementModel.Variable], forbids: Bool, _ model: inout PlacementModel
  ) -> PlacementModel.Variable {
    let isOpen = model.program.binary("loss.\(group)")
    for buyer in buyers { model.program.constrain(1 * buyer + 1 * isOpen, to: 1, "wash.\(group)") }
    if !forbids {
      model.program.constrain(
        buyers.reduce(into: 1 * isOpen) { $0.add(1, $1) }, from: 1, "bought.\(group)")
    }
    return isOpen
  }
}
