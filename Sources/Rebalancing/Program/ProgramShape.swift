/// Which version of the program is built: all of it, or one that is easier to solve and bounds it.
struct ProgramShape {
  /// The trades whose shares must be whole, of those that trade whole; `nil` for all. With fewer the program is a relaxation,
  /// whose bound is a bound of the whole one.
  var whole: TradeSet?
  /// `s ≤ v zS` lot by lot: nothing new, but a better bound at the root.
  var linksLots = false
  /// Whether losses may meet the replacements of a group without regard to which are deferred, which are gone, and what a lot that
  /// replaces itself leaves to others (policy `match`): a relaxation too.
  var relaxesWashes = false
  /// Trades that the program may make; `nil` for all.
  var holdings: Set<Int>?
  var purchases: Set<Int>?
  /// Where the results of each tax return can lie, by index; else what the lots allow.
  var results: [Int: ReturnRanges] = [:]
}

/// Some of the trades that a `TradeSpace` allows, by index.
struct TradeSet: Hashable {
  var holdings: Set<Int> = []
  var purchases: Set<Int> = []

  mutating func formUnion(_ other: Self) {
    holdings.formUnion(other.holdings)
    purchases.formUnion(other.purchases)
  }
}
