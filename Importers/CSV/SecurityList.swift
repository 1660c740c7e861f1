import Statements

/// What a row tells about the security that it names.
enum SecurityMention: Hashable {
  /// Units of it come or go: whatever the row calls them is their name.
  case moved
  /// It is a position or a lot.
  case held
  /// Something happens because it is held; a remark beside its symbol may tell of the event: `VT Cash Dividend USD 0.65 per Share`.
  case concerned
  /// The row is about cash, and a symbol may stand beside it.
  case mentioned
}

/// The securities that a file names, each once, with everything that any of its rows says about it.
struct SecurityList {
  private(set) var securities: [PrintedSecurity] = []
  private var places: [SecurityReference: Int] = [:]
  /// Those whose name stands beside an event, and may tell of that.
  private var namedByEvents: Set<SecurityReference> = []

  mutating func note(_ found: PrintedSecurity, _ mention: SecurityMention) {
    let isEvent = mention == .concerned || mention == .mentioned
    guard let place = places[found.reference] else {
      places[found.reference] = securities.count
      securities.append(found)
      if isEvent { namedByEvents.insert(found.reference) }
      return
    }
    if !isEvent, let name = found.name, namedByEvents.remove(found.reference) != nil {
      securities[place].name = name
    }
    securities[place].name = securities[place].name ?? found.name
    securities[place].ticker = securities[place].ticker ?? found.ticker
    securities[place].kind = securities[place].kind ?? found.kind
    for alias in found.aliases where !securities[place].aliases.contains(alias) {
      securities[place].aliases.append(alias)
    }
  }

  /// Makes one security's names further names of another.
  mutating func join(_ old: SecurityReference, to new: SecurityReference) {
    guard let place = places[old], let target = places[new], place != target else { return }
    let names = [old] + securities[place].aliases
    securities[target].aliases += names.filter { $0 != new && !securities[target].aliases.contains($0) }
    securities.remove(at: place)
    places = Dictionary(uniqueKeysWithValues: securities.indices.map { (securities[$0].reference, $0) })
  }
}
