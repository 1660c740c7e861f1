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
  private var noted: [PrintedSecurity] = []
  private var places: [SecurityReference: Int] = [:]
  private var aliases: Set<Alias> = []
  /// Those that turned out to be another one under an old name.
  private var joined: Set<Int> = []
  /// Those whose name stands beside an event, and may tell of that.
  private var namedByEvents: Set<SecurityReference> = []

  private struct Alias: Hashable {
    let place: Int
    let reference: SecurityReference
  }

  var securities: [PrintedSecurity] { noted.indices.filter { !joined.contains($0) }.map { noted[$0] } }

  var names: [SecurityReference: String] {
    places.compactMapValues { noted[$0].name }
  }

  mutating func note(_ found: PrintedSecurity, _ mention: SecurityMention) {
    let isEvent = mention == .concerned || mention == .mentioned
    guard let place = places[found.reference] else {
      places[found.reference] = noted.count
      for alias in found.aliases { aliases.insert(Alias(place: noted.count, reference: alias)) }
      noted.append(found)
      if isEvent { namedByEvents.insert(found.reference) }
      return
    }
    if !isEvent, let name = found.name, namedByEvents.remove(found.reference) != nil {
      noted[place].name = name
    }
    noted[place].name = noted[place].name ?? found.name
    noted[place].ticker = noted[place].ticker ?? found.ticker
    noted[place].kind = noted[place].kind ?? found.kind
    for alias in found.aliases { add(alias, to: place) }
  }

  /// Makes one security's names further names of another.
  mutating func join(_ old: SecurityReference, to new: SecurityReference) {
    guard let place = places[old], let target = places[new], place != target else { return }
    for name in [old] + noted[place].aliases where name != new { add(name, to: target) }
    joined.insert(place)
    places[old] = target
  }

  private mutating func add(_ alias: SecurityReference, to place: Int) {
    if aliases.insert(Alias(place: place, reference: alias)).inserted { noted[place].aliases.append(alias) }
  }
}
