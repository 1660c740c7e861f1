internal import GRDB
import Measures
import Statements

/// A printed number in a column of type ANY: steps of the column's scale where it is a whole number of them, else its digits.
struct PrintedColumn<Unit: DecimalUnit>: DatabaseValueConvertible {
  let printed: PrintedNumber?

  init(_ printed: PrintedNumber?) { self.printed = printed }

  var databaseValue: DatabaseValue {
    guard let printed else { return .null }
    if let read = FixedPoint<Unit>.reading(printed), read.isExact { return read.value.steps.databaseValue }
    return printed.description.databaseValue
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> PrintedColumn<Unit>? {
    switch value.storage {
    case .int64(let steps): PrintedColumn(PrintedNumber(FixedPoint<Unit>(steps: steps)))
    case .string(let digits): PrintedNumber(digits).map { PrintedColumn($0) }
    case .null, .double, .blob: nil
    }
  }
}

extension Row {
  /// The number of a printed column, rounded where it has digits beyond our scale.
  func number<Unit>(_ index: Int) -> FixedPoint<Unit>? {
    switch (self[index] as DatabaseValue).storage {
    case .int64(let steps): FixedPoint<Unit>(steps: steps).bounded
    case .string(let digits):
      PrintedNumber(digits).flatMap { FixedPoint<Unit>.reading($0)?.value }.flatMap(\.bounded)
    case .null, .double, .blob: nil
    }
  }

  func steps<Unit>(_ index: Int) -> FixedPoint<Unit>? { (self[index] as Int64?).map(FixedPoint<Unit>.init(steps:)) }

  func day(_ index: Int) -> Day? { (self[index] as Int32?).map(Day.init(number:)) }
}

extension FixedPoint {
  /// The number, where it is small enough to be booked.
  var bounded: Self? { Bound.holds(self) ? self : nil }
}
