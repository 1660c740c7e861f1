import Diagnostics
import Measures
import Statements

/// POSDEBT, POSMF, POSOPT, POSOTHER and POSSTOCK (OFX 13.9.2.6).
extension DocumentReader {
  /// The same security may stand in several positions, one for each sub-account or source of plan money; all are kept.
  mutating func readPosition(_ name: ElementName, _ row: Int) {
    guard let security = security(in: row) else {
      complain(
        .warning, "ofx-position-without-security", "\(name.spelling) has no security", about: row,
        in: row, remedy: "Write it down with “hearth record position”.")
      return skipRow(row, "no security")
    }
    var position = PrintedPosition(security, line: Int(tree.nodes[row].place.line))
    position.units = amount(.units, in: row)
    position.price = amount(.unitprice, in: row)
    position.value = amount(.mktval, in: row)
    position.source401k = string(.inv401ksource, in: row)
    let day = day(.dtpriceasof, in: row)
    // By the specification 1990-01-01 stands for a day that is not known.
    position.day = day == Self.unknownDay ? nil : day
    if let average = amount(.avgcostbasis, in: row) { position.costBasis = Self.basis(average, position) }
    if string(.postype, in: row)?.uppercased() == "SHORT" {
      position.units = position.units?.signed(false)
      position.value = position.value?.signed(false)
    }
    statement?.positions.append(position)
    useRow(as: .position)
  }

  /// The basis of the whole position: AVGCOSTBASIS is for one unit, though some print it for all.
  private static func basis(_ average: PrintedNumber, _ position: PrintedPosition) -> PrintedNumber? {
    if let price = position.price, let value = position.value?.magnitude,
      let double = price.multiplied(by: PrintedNumber(significand: 2, scale: 0)), double.isLess(than: value),
      let toValue = value.adding(-average)?.magnitude, let toPrice = price.adding(-average)?.magnitude,
      toValue.isLess(than: toPrice)
    {
      return average
    }
    return position.units.flatMap { $0.magnitude.multiplied(by: average) }
  }

  private static let unknownDay = Day(year: 1990, month: 1, day: 1)
}
