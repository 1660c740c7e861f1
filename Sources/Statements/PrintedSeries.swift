public import Measures

/// A series of numbers by day as a file prints it: an index, a yield, a fund's price.
public struct PrintedSeries: Sendable {
  /// The publisher's name of it: `UNRATE`, `C Fund`.
  public var name: String
  public var unit: String
  public var observations: [(day: Day, value: PrintedNumber)]

  public init(name: String, unit: String = "") {
    self.name = name
    self.unit = unit
    observations = []
  }
}
