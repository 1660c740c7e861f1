import Measures

// The passes go from the surest evidence to the weakest; each looks only at what the earlier ones left.

extension Clustering {
  /// How far apart the days of one transaction may be: a weekend and two days of settlement.
  static let tolerance = 4

  /// The broker's id and the same effect on the same day.
  mutating func matchByIDAndContent(_ round: inout Round) {
    for index in round.open {
      let leg = files[round.file].legs[index]
      guard let id = leg.brokerID else { continue }
      let key = IDKey(brokerID: id, content: leg.key)
      if let found = byIDAndContent.next(for: key, in: round.file, of: transactions) {
        match(index, with: found, in: &round)
      }
    }
  }

  /// The same effect on the same day, under another id or none.
  mutating func matchByContent(_ round: inout Round) {
    for index in round.open {
      let key = files[round.file].legs[index].key
      if let found = byContent.next(for: key, in: round.file, of: transactions) {
        match(index, with: found, in: &round)
      }
    }
  }

  /// The broker's id alone, where it names one row here and one transaction there that are alike: a corrected day is a
  /// duplicate, another amount a conflict. An id that is used again for something else says nothing, nor does one on a day
  /// that the other file does not cover.
  mutating func matchByID(_ round: inout Round) {
    let open = round.open
    var uses: [String: Int] = [:]
    for index in open {
      if let id = files[round.file].legs[index].brokerID { uses[id, default: 0] += 1 }
    }
    for index in open {
      let leg = files[round.file].legs[index]
      guard let id = leg.brokerID, uses[id] == 1 else { continue }
      let candidates = byID.all(for: id).filter { transaction in
        let other = self.leg(of: transaction).key
        return isFree(transaction, in: round.file) && other.isLike(leg.key)
          && abs(other.day - leg.key.day) <= Self.tolerance && files[round.file].covers(other.day)
          && isStated(transaction, byFilesCovering: leg.key.day)
      }
      guard let found = candidates.first, candidates.count == 1 else { continue }
      let isSame = self.leg(of: found).key.on(leg.key.day) == leg.key
      match(index, with: found, isConflict: !isSame, in: &round)
    }
  }

  /// The same effect on a near day in a file of another dialect (one prints the trade's day, the other its settlement), where
  /// each file covers the other's day, or states it as that of the settlement, and so must show the transaction itself.
  mutating func matchAcrossDialects(_ round: inout Round) {
    let file = files[round.file]
    guard let coverage = file.coverage, !round.open.isEmpty else { return }
    let candidates = strangers(to: file, in: round.file, within: coverage)
    guard !candidates.isEmpty else { return }
    for distance in [0] + (1...Self.tolerance).flatMap({ [$0, -$0] }) {
      for index in round.open {
        let leg = file.legs[index]
        guard leg.key.hasEffect else { continue }
        let near = leg.key.on(leg.key.day.adding(days: distance))
        let found = candidates[near.effect]?.first { transaction in
          let other = self.leg(of: transaction)
          return isFree(transaction, in: round.file)
            && (leg.settles(on: other) || isStated(transaction, byFilesCovering: leg.key.day))
            && (other.settles(on: leg) || file.covers(other.key.day)) && may(leg, be: other, daysApart: distance)
        }
        guard let found else { continue }
        match(index, with: found, in: &round)
      }
    }
  }

  /// Transactions that only files of other dialects state, traded or settled on days that `file` covers, by day and effect.
  private func strangers(to file: File, in number: Int, within coverage: ClosedRange<Day>) -> [ContentKey: [Int]] {
    let others = files.map { $0.dialect != file.dialect }
    guard others.contains(true) else { return [:] }
    var found: [ContentKey: [Int]] = [:]
    for index in transactions.indices where isFree(index, in: number) {
      let (key, settled) = (leg(of: index).key, leg(of: index).settleDay)
      guard coverage.contains(key.day) || settled.map(coverage.contains) ?? false,
        transactions[index].files.allSatisfy({ others[$0] })
      else { continue }
      found[key.effect, default: []].append(index)
    }
    return found
  }

  private func isStated(_ transaction: Int, byFilesCovering day: Day) -> Bool {
    transactions[transaction].files.allSatisfy { files[$0].covers(day) }
  }

  /// Formats disagree on whether interest names a security; and a name that no list joins to another may be the other's.
  private func may(_ leg: Leg, be other: Leg, daysApart: Int) -> Bool {
    if leg.key.security == other.key.security { return true }
    if leg.key.units == 0 { return leg.key.security == 0 || other.key.security == 0 }
    return daysApart == 0 && leg.key.cash != 0 && (leg.isVague || other.isVague)
  }
}

extension Leg {
  /// Whether the other's day is that of this one's settlement.
  fileprivate func settles(on other: Leg) -> Bool { settleDay == other.key.day }
}
