import Measures
import PortfolioModel

/// Matches the losses of one group of substantially identical securities with what replaced the shares.
struct WashSaleMatching {
  /// Whether shares are sold and bought again, or a short sale is closed and entered again.
  enum Side { case long, short }

  let side: Side
  let positions: [WashSaleAdjustment.Position]
  private let splits: [SplitHistory]
  private(set) var pieces: [LotPiece] = []
  /// By day, then in the order of the positions and of their events.
  private var acquisitions: [Acquisition] = []
  /// The place of the acquisition that each piece comes from.
  private var acquisitionOf: [Int?] = []
  /// The pieces in the order in which they are sold, open ones last.
  private var byEnd: [Int] = []
  /// The day of the broker's lot file that states a lot, by position and lot.
  private var statedOn: [[Int: Day]] = []

  init(_ positions: [WashSaleAdjustment.Position], side: Side) {
    self.side = side
    self.positions = positions
    splits = positions.map { SplitHistory($0.events) }
    for index in positions.indices { addPieces(of: index) }
    let ends = pieces.map { ($0.sold?.number ?? .max, $0.position, $0.line) }
    byEnd = pieces.indices.sorted { ends[$0] < ends[$1] }
    addAcquisitions()
    acquisitionOf = Array(repeating: nil, count: pieces.count)
    for (place, acquisition) in acquisitions.enumerated() {
      for piece in acquisition.pieces { acquisitionOf[piece] = place }
    }
  }

  private mutating func addPieces(of index: Int) {
    let position = positions[index]
    var sales: Set<Int> = []
    var stated: [Int: Day] = [:]
    for event in position.events {
      switch event.action {
      case .stateLots(let lots): for lot in lots { stated[lot.source] = event.day }
      case _ where event.closes(side): sales.insert(event.source)
      default: continue
      }
    }
    statedOn.append(stated)
    for (line, gain) in position.booked.realised.enumerated() where sales.contains(gain.sale) && !gain.quantity.isZero {
      pieces.append(
        LotPiece(
          position: index, line: line, lot: gain.lot, bought: side == .long ? gain.acquired : nil, sold: gain.sold,
          isTaxedSale: position.isTaxedSale, isBought: !gain.isInherited,
          parts: [
            LotPiece.Part(
              quantity: gain.quantity, basis: gain.basis, proceeds: gain.proceeds, acquired: gain.acquired,
              disallowed: gain.disallowed)
          ]))
    }
    for (line, lot) in position.booked.lots.enumerated() where lot.quantity.isNegative == (side == .short) {
      pieces.append(
        LotPiece(
          position: index, line: line, lot: lot.source, bought: side == .long ? lot.acquired : nil, sold: nil,
          isTaxedSale: false,
          isBought: lot.origin == .purchase,
          parts: [
            LotPiece.Part(
              quantity: lot.quantity.magnitude, basis: lot.basis, acquired: lot.acquired, deferred: lot.deferred)
          ]))
    }
  }

  /// Purchases claim their own pieces; then those of their day that a lot file or a transfer put in their place.
  private mutating func addAcquisitions() {
    for (index, position) in positions.enumerated() {
      for event in LotEvent.inSequence(position.events.filter { $0.replacing(side) != nil }) {
        guard let (units, amount) = event.replacing(side) else { continue }
        acquisitions.append(
          Acquisition(
            position: index, source: event.source, day: event.day, quantity: units, price: amount?.perShare(of: units)))
      }
    }
    acquisitions.sort { ($0.day, $0.position) < ($1.day, $1.position) }
    var places: [[Int: Int]] = positions.map { _ in [:] }
    for (place, acquisition) in acquisitions.enumerated().reversed() {
      places[acquisition.position][acquisition.source] = place
    }
    var unclaimed: [Int] = []
    for index in byEnd where pieces[index].isBought {
      if let lot = pieces[index].lot, let place = places[pieces[index].position][lot] {
        acquisitions[place].pieces.append(index)
      } else {
        unclaimed.append(index)
      }
    }
    for (index, acquisition) in acquisitions.enumerated() {
      // Of several rows that one lot explains, each may stand for it.
      guard let first = places[acquisition.position][acquisition.source], first < index else { continue }
      acquisitions[index].pieces = acquisitions[first].pieces
    }
    let ofDay = Dictionary(grouping: unclaimed.filter { pieces[$0].bought != nil }) { pieces[$0].bought }
    var claimed: Set<Int> = []
    for index in acquisitions.indices {
      var missing = acquisitions[index].pieces.reduce(acquisitions[index].quantity) { $0 - units(of: $1, in: index) }
      for piece in ofDay[acquisitions[index].day] ?? [] where missing > .zero && !claimed.contains(piece) {
        claimed.insert(piece)
        acquisitions[index].pieces.append(piece)
        missing -= units(of: piece, in: index)
      }
      acquisitions[index].elsewhere = max(.zero, missing)
    }
    addStated(unclaimed.filter { !claimed.contains($0) })
  }

  /// A lot that only a broker's lot file tells was bought on the day that it prints.
  private mutating func addStated(_ unclaimed: [Int]) {
    for index in unclaimed {
      let piece = pieces[index]
      guard let day = piece.bought, let lot = piece.lot, statedOn[piece.position][lot] != nil else { continue }
      let units = piece.parts.reduce(Quantity.zero) { $0 + $1.quantity }
      let then = splits[piece.position].counting(units, of: piece.sold ?? .last, on: day)
      var bought = Acquisition(
        position: piece.position, source: lot, day: day, quantity: then,
        price: piece.parts.first?.basis?.perShare(of: then))
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

  /// Adds what is disallowed to `found`.
  mutating func match(_ found: inout [WashSaleAdjustment.Disallowance]) {
    for sale in byEnd where pieces[sale].isTaxedSale && pieces[sale].parts.contains(where: { $0.loss != nil }) {
      var settled: [LotPiece.Part] = []
      for part in pieces[sale].parts {
        var part = part
        settled += disallow(&part, of: pieces[sale], from: acquisitionOf[sale], &found)
        if !part.quantity.isZero { settled.append(part) }
      }
      pieces[sale].parts = settled
    }
  }

  /// The parts of a loss that purchases in the window disallow; the rest stays.
  ///
  /// - Parameter own: where the shares themselves came from: the rest of a purchase, or of a short sale, is not another one.
  private mutating func disallow(
    _ part: inout LotPiece.Part, of sale: LotPiece, from own: Int?, _ found: inout [WashSaleAdjustment.Disallowance]
  ) -> [LotPiece.Part] {
    guard let sold = sale.sold, part.loss != nil else { return [] }
    let (first, last) = (
      sold.adding(days: -WashSaleAdjustment.window), sold.adding(days: WashSaleAdjustment.window)
    )
    var disallowed: [LotPiece.Part] = []
    for index in acquisitions.firstPlace(of: first)..<acquisitions.count {
      guard acquisitions[index].day <= last, !part.quantity.isZero else { break }
      if index == own { continue }
      while !part.quantity.isZero, let slot = nextSlot(in: index, after: sold) {
        let rate = rate(of: slot, in: index, for: part, of: sale, sold: sold)
        let free = rate.sold(slot.units, of: slot.day)
        guard !free.isZero else { break }
        var matched = part.split(off: free)
        matched.disallowed = matched.loss ?? .zero
        let units =
          matched.quantity == free ? slot.units : min(slot.units, rate.bought(matched.quantity, on: slot.day))
        found.append(use(slot, units: units, for: matched, sold: sold, of: sale, acquisition: index))
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
    let day = acquisitions[acquisition].day
    for piece in acquisitions[acquisition].pieces {
      // What was bought before and sold by then is no longer there to replace anything.
      if day <= sold, let end = pieces[piece].sold, end <= sold { continue }
      if let part = pieces[piece].parts.firstIndex(where: { !$0.isUsed && !$0.quantity.isZero }) {
        return Slot(
          piece: piece, part: part, units: pieces[piece].parts[part].quantity, day: pieces[piece].sold ?? .last)
      }
    }
    let elsewhere = acquisitions[acquisition].elsewhere
    return day > sold && !elsewhere.isZero ? Slot(piece: nil, part: 0, units: elsewhere, day: day) : nil
  }

  private func rate(
    of slot: Slot, in index: Int, for part: LotPiece.Part, of sale: LotPiece, sold: Day
  ) -> ReplacementRate {
    let bought = acquisitions[index]
    let isOther =
      positions[bought.position].security != positions[sale.position].security
      && positions[bought.position].option == nil
    let price = (side == .long ? part.proceeds : part.basis)?.perShare(of: part.quantity)
    return ReplacementRate(
      splits: splits[slot.piece.map { pieces[$0].position } ?? bought.position], bought: bought.day, sold: sold,
      prices: isOther ? bought.price.flatMap { own in price.map { (own, $0) } } : nil)
  }

  /// Marks the replacement as used, and defers the loss into it.
  private mutating func use(
    _ slot: Slot, units: Quantity, for matched: LotPiece.Part, sold: Day, of sale: LotPiece, acquisition index: Int
  ) -> WashSaleAdjustment.Disallowance {
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
    return WashSaleAdjustment.Disallowance(
      account: positions[sale.position].account, security: positions[sale.position].security, sold: sold,
      quantity: matched.quantity, loss: matched.disallowed, replacement: positions[home].account,
      replacementSecurity: positions[home].security, bought: acquisitions[index].day, isLost: isLost)
  }
}

extension LotEvent {
  /// Whether it sells shares, or covers a short sale.
  func closes(_ side: WashSaleMatching.Side) -> Bool {
    switch action {
    case .dispose: side == .long
    case .buyToCover: side == .short
    default: false
    }
  }

  /// The units with which it may replace what was sold, and their amount: those of a purchase, or of another short sale.
  ///
  /// What was given or inherited was not acquired “by purchase or by an exchange” (IRC 1091(a)).
  fileprivate func replacing(_ side: WashSaleMatching.Side) -> (units: Quantity, amount: Money?)? {
    switch action {
    case .acquire(let units, let cost, let acquired) where side == .long && acquired == day && origin == .purchase:
      (units.magnitude, cost)
    case .sellShort(let units, let proceeds) where side == .short: (units.magnitude, proceeds)
    default: nil
    }
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
