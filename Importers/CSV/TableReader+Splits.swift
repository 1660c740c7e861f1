import Measures
import Statements

extension TableReader {
  /// Joins the two rows by which brokers print a split: the old units out, the new ones in, often under two names.
  ///
  /// Taken one by one they would look like shares lost and shares without basis. As one entry they are a ratio, and the lots keep
  /// basis and days (IRC 368(a)(1)(E), 1223(1)); the old name becomes another name of the new security.
  mutating func joinSplits() {
    for place in statements.statements.indices {
      var entries = statements.statements[place].entries
      guard entries.contains(where: { $0.isHalfSplit && $0.effect.units?.isNegative == true }) else { continue }
      var joined: Set<Int> = []
      for old in entries.indices where entries[old].isHalfSplit && entries[old].effect.units?.isNegative == true {
        guard let new = partner(of: entries[old], in: entries), let out = entries[old].effect.units,
          let into = entries[new].effect.units, let change = into.adding(out)
        else { continue }
        entries[new].split = StatementEntry.Split(old: out.magnitude, new: into)
        entries[new].effect.units = change
        entries[new].line = min(entries[new].line, entries[old].line)
        if let cash = entries[old].effect.cash {
          entries[new].effect.cash = entries[new].effect.cash.map { $0.adding(cash) } ?? cash
        }
        if let name = entries[old].security, let other = entries[new].security, name != other {
          securities.join(name, to: other)
        }
        joined.insert(old)
        rows.join()
      }
      let kept = entries.indices.filter { !joined.contains($0) }.map { entries[$0] }
      statements.change(place) { $0.entries = kept }
    }
  }

  /// The row that brings the new units: of the same day and with the same first word, for the same security, else a security
  /// whose name begins alike, else the only one there is.
  private func partner(of old: StatementEntry, in entries: [StatementEntry]) -> Int? {
    let candidates = entries.indices.filter { index in
      let entry = entries[index]
      return entry.isHalfSplit && entry.split == nil && entry.effect.units?.isNegative == false && entry.day == old.day
        && firstWord(entry.source) == firstWord(old.source)
    }
    if let same = candidates.first(where: { entries[$0].security == old.security }) { return same }
    let name = firstWord(name(of: old))
    if let alike = candidates.first(where: { name != nil && firstWord(self.name(of: entries[$0])) == name }) {
      return alike
    }
    let others = entries.count { $0.isHalfSplit && $0.day == old.day && $0.effect.units?.isNegative == true }
    return candidates.count == 1 && others == 1 ? candidates[0] : nil
  }

  private func name(of entry: StatementEntry) -> String? {
    entry.security.flatMap { reference in securities.securities.first { $0.reference == reference }?.name }
  }

  private func firstWord(_ text: String?) -> String? { text?.lowercased().split(separator: " ").first.map(String.init) }
}

extension StatementEntry {
  /// Whether the entry is a split of which only the units that came or went are known.
  fileprivate var isHalfSplit: Bool { kind == .split && split == nil && !(effect.units?.isZero ?? true) }
}
