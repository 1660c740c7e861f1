import Measures
import PortfolioModel

/// Matches the losses of one group of substantially identical securities with what replaced the shares.
struct WashSaleMatching {
  private let positions: [WashSaleAdjustment.Position]
  private let splits: [SplitHistory]
  private var pieces: [LotPiece] = []
  /// By day, then in the order of the positions and of their events.
  private var acquisitions: [Acquisition] = []
  /// The day of the broker's lot file that states a lot, by position and lot.
  private var statedOn: [[Int: Day]] = []
  private(set) var disallowances: [WashSaleAdjustment.Disallowance] = []

  init(_ positions: [WashSaleAdjustment.Position]) {
    self.positions = positions
    splits = positions.map { SplitHistory($0.events) }
    for index in positions.indices { addPieces(of: index) }
    addAcquisitions()
  }

  private mutating func addPieces(of index: Int) {
    let position = positions[index]
    var sales: Set<Int> = []
    var stated: [Int: Day] = [:]
    for event in position.events {
      switch event.action {
      case .dispose: sales.insert(event.source)
      case .stateLots(let lots): for lot in lots { stated[lot.source] = event.day }
      default: continue
      }
    }
    statedOn.append(stated)
    for (line, gain) in position.booked.realised.enumerated() where sales.contains(gain.sale) && !gain.quantity.isZero {
      pieces.append(
        LotPiece(
          position: index, line: line, lot: gain.lot, bought: gain.acquired, sold: gain.sold,
          isTaxedSale: !position.isSheltered,
          parts: [
            LotPiece.Part(quantity: gain.quantity, basis: gain.basis, proceeds: gain.proceeds, acquired: gain.acquired)
          ]))
    }
    for (line, lot) in position.booked.lots.enumerated() where !lot.quantity.isNegative {
      pieces.append(
        LotPiece(
          position: index, line: line, lot: lot.source, bought: lot.acquired, sold: nil, isTaxedSale: false,
          parts: [LotPiece.Part(quantity: lot.quantity, basis: lot.basis, acquired: lot.acquired)]))
    }
  }

  /// Purchases claim their own pieces; then those of their day that a lot file or a transfer put in their place.
  private mutating func addAcquisitions() {
    for (index, position) in positions.enumerated() {
      for event in LotEvent.inSequence(position.events) {
        guard case .acquire(let units, _, let acquired) = event.action, acquired == event.day else { continue }
        acquisitions.append(
          Acquisition(position: index, source: event.source, day: event.day, quantity: units.magnitude))
      }
    }
    acquisitions.sort { ($0.day, $0.position) < ($1.day, $1.position) }
    var own: [[Int: [Int]]] = positions.map { _ in [:] }
    var ofDay: [Day: [Int]] = [:]
    for index in pieces.indices.sorted(by: { ends(pieces[$0]) < ends(pieces[$1]) }) {
      if let lot = pieces[index].lot { own[pieces[index].position][lot, default: []].append(index) }
      if let day = pieces[index].bought { ofDay[day, default: []].append(index) }
    }
    var claimed: Set<Int> = []
    for index in acquisitions.indices {
      let mine = own[acquisitions[index].position][acquisitions[index].source] ?? []
      acquisitions[index].pieces = mine
      claimed.formUnion(mine)
    }
    for index in acquisitions.indices {
      var missing = acquisitions[index].pieces.reduce(acquisitions[index].quantity) { $0 - units(of: $1, in: index) }
      for piece in ofDay[acquisitions[index].day] ?? [] where missing > .zero && !claimed.contains(piece) {
        claimed.insert(piece)
        acquisitions[index].pieces.append(piece)
        missing -= units(of: piece, in: index)
      }
      acquisitions[index].elsewhere = max(.zero, missing)
    }
    addStated(pieces.indices.filter { !claimed.contains($0) })
  }

  /// A lot that only a broker's lot file tells was bought on the day that it prints.
  private mutating func addStated(_ unclaimed: [Int]) {
    for index in unclaimed {
      let piece = pieces[index]
      guard let day = piece.bought, let lot = piece.lot, statedOn[piece.position][lot] != nil else { continue }
      let units = piece.parts.reduce(Quantity.zero) { $0 + $1.quantity }
      var bought = Acquisition(
        position: piece.position, source: lot, day: day,
        quantity: splits[piece.position].counting(units, of: piece.sold ?? .last, on: day))
      bought.pieces = [index]
      acquisitions.append(bought)
    }
    acquisitions.sort { ($0.day, $0.position, $0.source) < ($1.day, $1.position, $1.source) }
  }

  /// A piece's units as units of the day of the purchase.
  private func units(of piece: Int, in acquisition: Int) -> Quantity {
    let units = pieces[piece].parts.reduce(Quantity.zero) { $0 + $1.quantity }
    return splits[pieces[piece].position].counting(
      units, of: pieces[piece].sold ?? .last, on: acquisitions[acquisition].day)
  }

  /// In the order in which they are sold, open ones last.
  private func ends(_ piece: LotPiece) -> (Int32, Int, Int) {
    (piece.sold?.number ?? .max, piece.position, piece.line)
  }

  mutating func match() {
    let sales = pieces.indices.filter { pieces[$0].isTaxedSale }
    for sale in sales.sorted(by: { ends(pieces[$0]) < ends(pieces[$1]) }) {
      var settled: [LotPiece.Part] = []
      for part in pieces[sale].parts {
        var part = part
        settled += disallow(&part, of: pieces[sale])
        if !part.quantity.isZero { settled.append(part) }
      }
      pieces[sale].parts = settled
    }
  }

  /// The parts of a loss that purchases in the window disallow; the rest stays.
  private mutating func disallow(_ part: inout LotPiece.Part, of sale: LotPiece) -> [LotPiece.Part] {
    guard let sold = sale.sold, part.loss != nil else { return [] }
    let (first, last) = (
      sold.adding(days: -WashSaleAdjustment.window), sold.adding(days: WashSaleAdjustment.window)
    )
    var disallowed: [LotPiece.Part] = []
    for index in acquisitions.firstPlace(of: first)..<acquisitions.count {
      guard acquisitions[index].day <= last, !part.quantity.isZero else { break }
      while !part.quantity.isZero, let slot = nextSlot(in: index, after: sold) {
        // Units are compared as they were on the day of the sale.
        let home = splits[slot.piece.map { pieces[$0].position } ?? acquisitions[index].position]
        let free = home.counting(slot.units, of: slot.day, on: sold)
        guard !free.isZero else { break }
        var matched = part.split(off: free)
        matched.disallowed = matched.loss ?? .zero
        let units = matched.quantity == free ? slot.units : home.counting(matched.quantity, of: sold, on: slot.day)
        use(slot, units: units, for: matched, sold: sold, of: sale, acquisition: index)
        disallowed.append(matched)
      }
    }
    return disallowed
  }

  /// Units of a purchase that can still replace something, as units of `day`.
  private struct Slot {
    let piece: Int?
    let part: Int
    let units: Quantity
    let day: Day
  }

  private func nextSlot(in acquisition: Int, after sold: Day) -> Slot? {
    let bought = acquisitions[acquisition]
    for piece in bought.pieces {
      // What was bought before and sold by then is no longer there to replace anything.
      if bought.day <= sold, let end = pieces[piece].sold, end <= sold { continue }
      if let part = pieces[piece].parts.firstIndex(where: { !$0.isUsed && !$0.quantity.isZero }) {
        return Slot(
          piece: piece, part: part, units: pieces[piece].parts[part].quantity, day: pieces[piece].sold ?? .last)
      }
    }
    guard bought.day > sold, !bought.elsewhere.isZero else { return nil }
    return Slot(piece: nil, part: 0, units: bought.elsewhere, day: bought.day)
  }

  /// Marks the replacement as used, and defers the loss into it.
  private mutating func use(
    _ slot: Slot, units: Quantity, for matched: LotPiece.Part, sold: Day, of sale: LotPiece, acquisition index: Int
  ) {
    let home = slot.piece.map { pieces[$0].position } ?? acquisitions[index].position
    let isLost = positions[home].isSheltered
    if let piece = slot.piece {
      var used = pieces[piece].parts[slot.part].split(off: units)
      used.isUsed = true
      // A broker's lots of the account itself hold what the broker has deferred.
      let stated = pieces[piece].lot.flatMap { statedOn[home][$0] }
      let isAdjusted = home == sale.position && stated.map { $0 >= sold } ?? false
      if !isLost, !isAdjusted {
        used.basis = used.basis.map { $0 + matched.disallowed }
        used.deferred += matched.disallowed
        if let held = matched.acquired { used.acquired = used.acquired?.adding(days: -max(0, sold - held)) }
      }
      if pieces[piece].parts[slot.part].quantity.isZero { pieces[piece].parts.remove(at: slot.part) }
      pieces[piece].parts.insert(used, at: min(slot.part, pieces[piece].parts.count))
    } else {
      acquisitions[index].elsewhere -= units
    }
    disallowances.append(
      WashSaleAdjustment.Disallowance(
        account: positions[sale.position].account, security: positions[sale.position].security, sold: sold,
        quantity: matched.quantity, loss: matched.disallowed, replacement: positions[home].account,
        replacementSecurity: positions[home].security, bought: acquisitions[index].day, isLost: isLost))
  }

  /// The positions with their gains and lots as the rule leaves them.
  var adjusted: [BookedPosition] {
    let ofPosition = Dictionary(grouping: pieces, by: \.position)
    return positions.enumerated().map { index, position in
      WashSaleMatching.adjusted(position.booked, ofPosition[index] ?? [])
    }
  }

  private static func adjusted(_ booked: BookedPosition, _ pieces: [LotPiece]) -> BookedPosition {
    let sold = Dictionary(pieces.filter { $0.sold != nil }.map { ($0.line, $0.lines) }) { first, _ in first }
    let open = Dictionary(pieces.filter { $0.sold == nil }.map { ($0.line, $0.lines) }) { first, _ in first }
    var result = booked
    result.realised = booked.realised.enumerated().flatMap { line, gain in
      sold[line].map { $0.map(gain.adjusted(by:)) } ?? [gain]
    }
    result.lots = booked.lots.enumerated().flatMap { line, lot in
      open[line].map { $0.map(lot.adjusted(by:)) } ?? [lot]
    }
    let longs = result.lots.filter { !$0.quantity.isNegative }
    result.lots =
      longs.enumerated().sorted { ($0.element.age, $0.offset) < ($1.element.age, $1.offset) }.map(\.element)
      + result.lots.filter(\.quantity.isNegative)
    return result
  }
}

extension Day {
  /// After every split.
  fileprivate static let last = Day(number: .max)
}

extension [Acquisition] {
  /// The first that is not before `day`.
  fileprivate func firstPlace(of day: Day) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension BookedPosition.RealisedGain {
  fileprivate func adjusted(by part: LotPiece.Part) -> Self {
    Self(
      sale: sale, lot: lot, sold: sold, acquired: part.acquired, quantity: part.quantity, proceeds: part.proceeds,
      basis: part.basis, disallowed: part.disallowed)
  }
}

extension BookedPosition.OpenLot {
  fileprivate func adjusted(by part: LotPiece.Part) -> Self {
    Self(source: source, quantity: part.quantity, basis: part.basis, acquired: part.acquired, deferred: part.deferred)
  }
}
