import Measures
import Statements

/// Units and price that only the action's words tell: `Koop 1 @ 33,9 USD`.
extension TableReader {
  typealias Trade = (units: PrintedNumber?, price: PrintedNumber?)

  /// What the words say; where a file mixes points and commas, so that `5,416` may be either, the amount tells which.
  func trade(in action: ArraySlice<UInt8>, for amount: PrintedNumber?) -> Trade? {
    let text = String(decoding: action, as: UTF8.self)
    guard let found = layout.actionTexts.lazy.compactMap({ $0.findings(in: text, days: layout.days) }).first else {
      return nil
    }
    func trade(_ format: NumberFormat) -> Trade { (number(.units, format), number(.price, format)) }
    func number(_ slot: TextPattern.Slot, _ format: NumberFormat) -> PrintedNumber? {
      guard let text = found.texts[slot], case .number(let number) = format.cell(Array(text.utf8)[...]) else {
        return nil
      }
      return number
    }
    let plain = trade(layout.numbers)
    guard layout.numbers == .either, plain.units == nil || plain.price == nil, let amount else { return plain }
    let readings = [trade(.point), trade(.comma)].compactMap { reading in distance(reading, from: amount) }
    guard readings.count == 2, readings[0].distance != readings[1].distance else {
      return readings.first?.trade ?? plain
    }
    return readings[0].distance.isLess(than: readings[1].distance) ? readings[0].trade : readings[1].trade
  }

  /// How far units times price are from an amount; the readings of one text differ a thousandfold, so that costs and pence do no harm.
  private func distance(_ trade: Trade, from amount: PrintedNumber) -> (trade: Trade, distance: PrintedNumber)? {
    guard let worth = trade.units.flatMap({ units in trade.price.flatMap { units.multiplied(by: $0) } }) else {
      return nil
    }
    return worth.magnitude.adding(-amount.magnitude).map { (trade, $0.magnitude) }
  }
}
