import Diagnostics
import Measures
import Statements

extension TableReader {
  mutating func readPosition(_ row: Row) {
    let place = statement(of: row)
    if let acquired = layout.days.day(row.cell(.symbol)) { return readLot(row, acquired: acquired, of: place) }
    if row.matches(row.table.layout.cash) {
      guard let value = row.figure(.value) ?? row.figure(.units) ?? row.onlyFigure else {
        return skip(row, "cash without a value")
      }
      let currency = currency(of: row, .currency)
      return statedCash.append(StatedCash(place: place, amount: value, currency: currency, row: row))
    }
    if row.number(.units) == .unreadable {
      return leaveOut(row, .units, "no number", code: "csv-bad-number", wanted: "a number")
    }
    // Units alone are still a position: left out, they would look sold.
    for role in [ColumnRole.price, .value, .costBasis] where row.number(role) == .unreadable {
      let found = String(decoding: row.cell(role).prefix(40), as: UTF8.self)
      report(
        .warning, "csv-bad-number", "“\(found)” is not a number", row, role,
        remedy: "The position is read without it; correct the cell and read the file again.")
    }
    guard let security = security(of: row, .held) else { return skip(row, "no security is named") }
    var position = PrintedPosition(security.reference, line: row.line)
    position.units = row.figure(.units)
    position.price = row.figure(.price)
    position.value = row.figure(.value)
    position.costBasis = row.figure(.costBasis) ?? wholeCost(row)
    position.source401k = row.text(.source)
    position.day = row.day(.day)
    statements.change(place) { $0.positions.append(position) }
    noteCurrency(of: row, at: place)
    use(row, as: .position)
  }

  /// A row of positions with a day for a symbol is a lot of the position above it.
  private mutating func readLot(_ row: Row, acquired: Day, of place: Int) {
    guard let security = statements.statements[place].positions.last?.security else {
      return skip(row, "a lot without a position above it")
    }
    guard let units = row.figure(.units) else { return skip(row, "a lot without units") }
    var lot = PrintedLot(security, units: units, line: row.line)
    lot.acquired = acquired
    lot.basis = row.figure(.costBasis) ?? wholeCost(row)
    statements.change(place) { $0.lots.append(lot) }
    use(row, as: .lot)
  }

  mutating func readLot(_ row: Row) {
    for role in [ColumnRole.units, .basis, .proceeds] where row.number(role) == .unreadable {
      return leaveOut(row, role, "no number", code: "csv-bad-number", wanted: "a number")
    }
    guard let security = security(of: row, .held) else { return skip(row, "no security is named") }
    guard let units = row.figure(.units) else { return skip(row, "a lot without units") }
    var lot = PrintedLot(security.reference, units: units, line: row.line)
    lot.acquired = row.day(.acquired)
    lot.basis = row.figure(.basis)
    lot.closed = row.day(.closed)
    lot.proceeds = row.figure(.proceeds)
    lot.disallowed = row.figure(.disallowed)?.magnitude
    lot.term = row.text(.term) ?? term(row)
    let place = statement(of: row)
    statements.change(place) { $0.lots.append(lot) }
    use(row, as: .lot)
  }

  /// The term that the filled one of two columns of gains tells.
  private func term(_ row: Row) -> String? {
    switch (row.figure(.shortGain), row.figure(.longGain)) {
    case (.some, nil): "Short Term"
    case (nil, .some): "Long Term"
    default: nil
    }
  }
}

extension TableReader {
  /// Units times the cost of one. The price of a bond is for a hundred, which its value shows, and so may its cost be: then it
  /// has none.
  private mutating func wholeCost(_ row: Row) -> PrintedNumber? {
    guard let units = row.figure(.units), let cost = row.figure(.unitCost) else { return nil }
    if let price = row.figure(.price), let value = row.figure(.value), let worth = units.multiplied(by: price),
      !worth.isNear(value)
    {
      let isForHundred = value.multiplied(by: .hundred).map { worth.isNear($0) } ?? false
      report(
        isForHundred ? .note : .warning, "csv-doubtful-cost",
        "Units times price are \(worth), and the row states a value of \(value)", row, .unitCost,
        remedy: isForHundred
          ? "The price is for a hundred; no basis is taken, since the cost of one may be too."
          : "The basis is taken as units times the cost of one; compare it with the broker's.")
      if isForHundred { return nil }
    }
    return units.multiplied(by: cost)
  }
}

extension PrintedNumber {
  fileprivate static let hundred = PrintedNumber(significand: 100, scale: 0)

  /// Whether two figures are the same but for a hundredth, or for a cent.
  fileprivate func isNear(_ other: PrintedNumber) -> Bool {
    guard let difference = adding(-other)?.magnitude, let hundredfold = difference.multiplied(by: .hundred) else {
      return false
    }
    return !other.magnitude.isLess(than: hundredfold)
      || !PrintedNumber(significand: 1, scale: 0).isLess(than: hundredfold)
  }
}
