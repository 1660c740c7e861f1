/// One cost or one rule of the placement, which adds its rows to the program.
///
/// Docs/Optimiser.md lists every term with its formula; each says in its own file where the rule comes from.
protocol PlacementTerm {
  func add(to model: inout PlacementModel)
}
