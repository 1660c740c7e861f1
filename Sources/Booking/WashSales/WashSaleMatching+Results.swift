import Measures
import PortfolioModel

extension WashSaleMatching {
  /// Short sales that were closed at a loss which still counts, where shares of the group were sold around that day.
  var shortsToCheck: [WashSaleAdjustment.ShortToCheck] {
    guard side == .short else { return [] }
    let days = positions.flatMap { position in
      position.events.compactMap { event -> Day? in if case .dispose = event.action { event.day } else { nil } }
    }
    return pieces.compactMap { piece in
      guard piece.isTaxedSale, let closed = piece.sold, piece.parts.contains(where: { $0.loss != nil }),
        let sold = days.filter({ abs($0 - closed) <= WashSaleAdjustment.window }).min()
      else { return nil }
      let position = positions[piece.position]
      return WashSaleAdjustment.ShortToCheck(
        account: position.account, security: position.security, closed: closed, sold: sold)
    }
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

extension BookedPosition.RealisedGain {
  fileprivate func adjusted(by part: LotPiece.Part) -> Self {
    Self(
      sale: sale, lot: lot, sold: sold, acquired: part.acquired, quantity: part.quantity, proceeds: part.proceeds,
      basis: part.basis, disallowed: part.disallowed, isInherited: isInherited)
  }
}

extension BookedPosition.OpenLot {
  fileprivate func adjusted(by part: LotPiece.Part) -> Self {
    Self(
      source: source, quantity: quantity.isNegative ? -part.quantity : part.quantity, basis: part.basis,
      acquired: part.acquired, deferred: part.deferred, origin: origin)
  }
}
