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
    var rest = pieces[...]
    func takeLines(of position: Int, at line: Int, isSold: Bool) -> [LotPiece.Part]? {
      guard let next = rest.first, next.position == position, next.line == line, (next.sold != nil) == isSold else {
        return nil
      }
      rest.removeFirst()
      return next.lines
    }
    return positions.enumerated().map { index, position in
      var result = BookedPosition(findings: position.booked.findings)
      result.realised.reserveCapacity(position.booked.realised.count)
      for (line, gain) in position.booked.realised.enumerated() {
        guard let lines = takeLines(of: index, at: line, isSold: true) else {
          result.realised.append(gain)
          continue
        }
        for part in lines { result.realised.append(gain.adjusted(by: part)) }
      }
      let lots = position.booked.lots.enumerated().flatMap { line, lot in
        takeLines(of: index, at: line, isSold: false)?.map(lot.adjusted(by:)) ?? [lot]
      }
      let longs = lots.filter { !$0.quantity.isNegative }
      result.lots =
        longs.enumerated().sorted { ($0.element.age, $0.offset) < ($1.element.age, $1.offset) }.map(\.element)
        + lots.filter(\.quantity.isNegative)
      return result
    }
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
