import Statements

extension TableReader {
  /// Joins the two rows of a split, of which the old name becomes another name of the new security.
  mutating func joinSplits() {
    let names = securities.names
    for place in statements.statements.indices {
      var (count, renamings) = (0, [ParsedStatement.Renaming]())
      statements.change(place) { (count, renamings) = $0.joinSplits(names: names) }
      for renaming in renamings { securities.join(renaming.old, to: renaming.new) }
      for _ in 0..<count { rows.join() }
    }
  }
}
