import MixedInteger

/// Every account pays for itself: `c + Σs(1 − h) − Σ φ_l s_l − Σy(1 + h) − k(zS + zB) ≥ reserve`; `h` is half the spread, `φ` a
/// redemption fee, `k` the commission. No money moves between accounts. Where an account is no place for cash, the same sum has a
/// ceiling.
struct CashRule: PlacementTerm {
  func add(to model: inout PlacementModel) {
    for (index, change) in model.cashChanges().enumerated() {
      let account = model.space.accounts[index]
      // What can trade nothing keeps what it has; a reserve that it lacks is a demand all the same.
      guard !change.terms.isEmpty || account.reserve > account.cash else { continue }
      let missing = model.shortfall(
        account.reserve - account.cash, of: .reserve(account.id))
      model.program.constrain(
        change + missing, from: account.reserve - account.cash, "cash.\(account.id)")
      if let most = account.largestCash {
        model.program.constrain(change, to: most - account.cash, "most-cash.\(account.id)")
      }
    }
  }
}
