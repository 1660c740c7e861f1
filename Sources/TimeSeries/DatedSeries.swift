public import Measures

/// A series of numbers by day, in order, as its publisher gives it: prices, an index, a rate in percent.
public struct DatedSeries: Sendable, Hashable {
  /// `UNRATE`, `C Fund`.
  public var name: String
  /// What one of its numbers is: `percent`, `USD per share`.
  public var unit: String
  /// Strictly ascending.
  public private(set) var days: [Day]
  /// One for each day.
  public private(set) var values: [Double]

  /// Days may come in any order. Of two numbers for one day the later one in the list stands: it is the revision.
  public init(name: String, unit: String = "", observations: [(day: Day, value: Double)]) {
    self.name = name
    self.unit = unit
    var valueOfDay: [Day: Double] = [:]
    for (day, value) in observations { valueOfDay[day] = value }
    days = valueOfDay.keys.sorted()
    values = days.compactMap { valueOfDay[$0] }
  }

  public var isEmpty: Bool { days.isEmpty }

  /// The last number on or before `day`.
  public func value(on day: Day) -> Double? {
    let count = count(through: day)
    return count == 0 ? nil : values[count - 1]
  }

  /// The part through `day`.
  public func through(_ day: Day) -> DatedSeries {
    let count = count(through: day)
    var part = self
    part.days = Array(days.prefix(count))
    part.values = Array(values.prefix(count))
    return part
  }

  private func count(through day: Day) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether it has one number a month, stamped anywhere in it: most publishers stamp the first day.
  public var isMonthly: Bool {
    guard days.count > 2 else { return false }
    return zip(days, days.dropFirst()).allSatisfy { Month(of: $0) < Month(of: $1) }
  }

  /// The last number of each complete month.
  ///
  /// A monthly series has complete months only. Of a daily one the last month counts where no weekday of it is left.
  public var monthly: MonthlySeries {
    let looks = isMonthly ? days.map { _ in true } : Cycle.monthly.looks(days)
    var numbers: [Month: Double] = [:]
    for index in days.indices where looks[index] { numbers[Month(of: days[index])] = values[index] }
    return MonthlySeries(name: name, numbers)
  }
}

extension DatedSeries {
  /// The number that digits print, nearest of all binary fractions.
  public static func number(_ digits: String) -> Double? { Double(digits) }

  /// The mean of each month's numbers; of a monthly series its numbers.
  ///
  /// A month at the end counts where no weekday of it is left.
  public var monthlyMeans: MonthlySeries {
    let ends = monthly
    var sums: [Month: (sum: Double, count: Int)] = [:]
    for (day, value) in zip(days, values) {
      let (sum, count) = sums[Month(of: day)] ?? (0, 0)
      sums[Month(of: day)] = (sum + value, count + 1)
    }
    return ends.map { month in ends[month] == nil ? nil : sums[month].map { $0.sum / Double($0.count) } }
  }
}
