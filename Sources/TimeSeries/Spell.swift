/// Months in a row in which something held, with the most extreme number among them.
public struct Spell: Sendable, Hashable {
  public let first: Month
  public let last: Month
  public let extreme: Double

  public var months: Int { last - first + 1 }

  /// The spells of `series` in which `holds`; a month without a number ends one.
  ///
  /// - Parameter isWorse: which of two numbers is the more extreme.
  public static func all(
    in series: MonthlySeries, where holds: (Double) -> Bool, extreme isWorse: (Double, Double) -> Bool
  ) -> [Spell] {
    var spells: [Spell] = []
    var open: (first: Month, extreme: Double)?
    for month in series.months + [series.last + 1] {
      if let value = series[month], holds(value) {
        open = open.map { ($0.first, isWorse(value, $0.extreme) ? value : $0.extreme) } ?? (month, value)
      } else if let spell = open {
        spells.append(Spell(first: spell.first, last: month - 1, extreme: spell.extreme))
        open = nil
      }
    }
    return spells
  }
}
