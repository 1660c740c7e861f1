import Measures

extension ParsedStatement {
  /// One security under the name it had before a split and the one it has since.
  public struct Renaming: Sendable, Hashable {
    public let old: SecurityReference
    public let new: SecurityReference
  }

  /// Joins the two rows by which brokers print a split: the old units out, the new ones in, often under two names.
  ///
  /// Taken one by one they would look like shares lost and shares without basis. As one entry they are a ratio, and the lots keep
  /// basis and days (IRC 368(a)(1)(E), 1223(1)).
  ///
  /// - Parameter names: what the file calls each security.
  /// - Returns: how many pairs there were, and which of them change the name.
  public mutating func joinSplits(names: [SecurityReference: String]) -> (count: Int, renamings: [Renaming]) {
    guard entries.contains(where: \.isOldHalf) else { return (0, []) }
    var halves = NewHalves(entries, names: names)
    var joined: Set<Int> = []
    var renamings: [Renaming] = []
    for old in entries.indices where entries[old].isOldHalf {
      guard let new = halves.partner(of: entries[old]), let out = entries[old].effect.units,
        let into = entries[new].effect.units, let change = into.adding(out)
      else { continue }
      entries[new].split = StatementEntry.Split(old: out.magnitude, new: into)
      entries[new].effect.units = change
      entries[new].line = min(entries[new].line, entries[old].line)
      if let cash = entries[old].effect.cash {
        entries[new].effect.cash = entries[new].effect.cash.map { $0.adding(cash) } ?? cash
      }
      if let name = entries[old].security, let other = entries[new].security, name != other {
        renamings.append(Renaming(old: name, new: other))
      }
      joined.insert(old)
    }
    entries = entries.indices.filter { !joined.contains($0) }.map { entries[$0] }
    return (joined.count, renamings)
  }
}

/// The rows that bring new units, each the partner of one old row at most.
private struct NewHalves {
  /// A split as a row tells of it: its day and the first word of the event.
  private struct Event: Hashable {
    let day: Day
    let word: String?
  }
  private struct Key<Name: Hashable>: Hashable {
    let event: Event
    let name: Name
  }

  // Rows wait in reverse, so that the first one is the last of its list.
  private var ofEvent: [Event: [Int]] = [:]
  private var ofSecurity: [Key<SecurityReference?>: [Int]] = [:]
  private var ofName: [Key<String>: [Int]] = [:]
  private var left: [Event: Int] = [:]
  private var oldHalves: [Day: Int] = [:]
  private var used: Set<Int> = []
  private let names: [SecurityReference: String]

  init(_ entries: [StatementEntry], names: [SecurityReference: String]) {
    self.names = names
    for entry in entries where entry.isOldHalf { oldHalves[entry.day, default: 0] += 1 }
    for index in entries.indices.reversed() where entries[index].isNewHalf {
      let event = Self.event(entries[index])
      ofEvent[event, default: []].append(index)
      ofSecurity[Key(event: event, name: entries[index].security), default: []].append(index)
      if let word = firstWord(of: entries[index].security) {
        ofName[Key(event: event, name: word), default: []].append(index)
      }
      left[event, default: 0] += 1
    }
  }

  /// The row of the same day and first word that is of the same security, else of one whose name begins alike, else the only one.
  mutating func partner(of old: StatementEntry) -> Int? {
    let event = Self.event(old)
    let word = firstWord(of: old.security)
    let isOnlyOne = left[event] == 1 && oldHalves[old.day] == 1
    let found =
      Self.takeFirst(&ofSecurity[Key(event: event, name: old.security)], &used)
      ?? word.flatMap { Self.takeFirst(&ofName[Key(event: event, name: $0)], &used) }
      ?? (isOnlyOne ? Self.takeFirst(&ofEvent[event], &used) : nil)
    if found != nil { left[event, default: 0] -= 1 }
    return found
  }

  private static func takeFirst(_ waiting: inout [Int]?, _ used: inout Set<Int>) -> Int? {
    while let index = waiting?.popLast() {
      if used.insert(index).inserted { return index }
    }
    return nil
  }

  private func firstWord(of security: SecurityReference?) -> String? {
    Self.firstWord(security.flatMap { names[$0] })
  }

  private static func event(_ entry: StatementEntry) -> Event {
    Event(day: entry.day, word: firstWord(entry.source))
  }

  private static func firstWord(_ text: String?) -> String? {
    text?.lowercased().split(separator: " ").first.map(String.init)
  }
}

extension StatementEntry {
  /// Whether the entry is a split of which only the units that went are known.
  fileprivate var isOldHalf: Bool { isHalfSplit && effect.units?.isNegative == true }
  fileprivate var isNewHalf: Bool { isHalfSplit && effect.units?.isNegative == false }
  private var isHalfSplit: Bool { kind == .split && split == nil && !(effect.units?.isZero ?? true) }
}
