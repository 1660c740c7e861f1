import Measures

/// The open lots of one side of a position, oldest first; a lot of unknown date is older than all that are dated.
///
/// Quantities are positive here, of the short side too. A lot that is used up stays as an empty place until half of the
/// places are empty, so that taking lots from anywhere costs no more than looking at them.
struct LotQueue: Sendable {
  typealias OpenLot = BookedPosition.OpenLot

  private(set) var places: [OpenLot] = []
  private(set) var quantity = Quantity.zero
  /// How many places at the front are known to be empty, and how many in all.
  private var head = 0
  private var emptied = 0
  /// Basis and units of all lots whose basis is known, where the method is average basis.
  private var average: Pool?

  init(averagesBasis: Bool = false) { average = averagesBasis ? Pool(.zero, over: .zero) : nil }

  /// The places that may hold units.
  var range: Range<Int> { head..<places.count }

  /// The lots that hold units, under average basis each with the mean (Reg. 1.1012-1(e)(7): of all units held).
  var open: [OpenLot] {
    let lots = places[range].filter { !$0.quantity.isZero }
    guard var average else { return lots }
    return lots.map { lot in
      guard lot.basis != nil else { return lot }
      var lot = lot
      lot.basis = average.part(for: lot.quantity)
      return lot
    }
  }

  mutating func insert(_ lot: OpenLot) {
    guard !lot.quantity.isZero else { return }
    places.insert(lot, at: firstPlace { lot.isOlder(than: $0) })
    count(lot)
  }

  mutating func changeAveraging(to averages: Bool) {
    let lots = open
    self = LotQueue(averagesBasis: averages)
    replace(with: lots)
  }

  mutating func replace(with lots: [OpenLot]) {
    self = LotQueue(averagesBasis: average != nil)
    places = lots.filter { !$0.quantity.isZero }.sorted { $0.isOlder(than: $1) }
    places.forEach { count($0) }
  }

  private mutating func count(_ lot: OpenLot) {
    quantity += lot.quantity
    if let basis = lot.basis { average?.add(basis, over: lot.quantity) }
  }

  /// The first place whose lot is `beyond` something, or the end.
  func firstPlace(_ beyond: (OpenLot) -> Bool) -> Int {
    guard let last = places.last, beyond(last) else { return places.count }
    var low = head
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if beyond(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension LotQueue {
  /// The oldest lots up to `units`, the last one in part; fewer where they are not there.
  mutating func takeOldest(_ units: Quantity) -> [OpenLot] {
    var parts: [OpenLot] = []
    var rest = units
    while !rest.isZero, head < places.count {
      let part = take(rest, at: head)
      if !part.quantity.isZero { parts.append(part) }
      rest -= part.quantity
      if places[head].quantity.isZero { head += 1 }
    }
    dropEmptyPlaces()
    return parts
  }

  /// Up to `units` of the lot at `index`; its place stays where it is until `dropEmptyPlaces`.
  mutating func take(_ units: Quantity, at index: Int) -> OpenLot {
    var part = places[index]
    part.quantity = min(units, part.quantity)
    guard !part.quantity.isZero else { return part }
    var ownBasis = Pool(part.basis, over: places[index].quantity)
    let share = ownBasis.part(for: part.quantity)
    part.basis = average == nil || share == nil ? share : average?.part(for: part.quantity)
    places[index].basis = ownBasis.amount
    part.origin = places[index].origin.take(part.quantity, of: places[index].quantity)
    places[index].quantity -= part.quantity
    quantity -= part.quantity
    if places[index].quantity.isZero { emptied += 1 }
    return part
  }

  mutating func dropEmptyPlaces() {
    guard emptied > 32, emptied * 2 > places.count else { return }
    places.removeAll { $0.quantity.isZero }
    head = 0
    emptied = 0
  }
}

extension BookedPosition.OpenLot {
  /// The number of its day, before all days where nobody knows it.
  var age: Int32 { acquired?.number ?? .min }

  func isOlder(than other: Self) -> Bool {
    age == other.age ? (source ?? .min) < (other.source ?? .min) : age < other.age
  }
}
