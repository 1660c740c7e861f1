/// One number a month without gaps in the months; a month that its publisher left out has `nil`, never 0.
public struct MonthlySeries: Sendable, Hashable {
  public var name: String
  public let first: Month
  /// From `first` on.
  public let values: [Double?]

  public init(name: String = "", first: Month, values: [Double?]) {
    self.name = name
    self.first = first
    self.values = values
  }

  init(name: String, _ numbers: [Month: Double]) {
    let first = numbers.keys.min() ?? Month(number: 0)
    let last = numbers.keys.max() ?? first - 1
    self.init(name: name, first: first, values: (0..<max(0, last - first + 1)).map { numbers[first + $0] })
  }

  public var isEmpty: Bool { values.isEmpty }
  public var last: Month { first + (values.count - 1) }
  public var months: [Month] { values.indices.map { first + $0 } }

  /// The number of a month; `nil` before the first, after the last and where one is missing.
  public subscript(month: Month) -> Double? {
    let index = month - first
    return values.indices.contains(index) ? values[index] : nil
  }

  /// The same months, each with what `rule` makes of it.
  public func map(_ rule: (Month) -> Double?) -> MonthlySeries {
    MonthlySeries(name: name, first: first, values: months.map(rule))
  }

  /// `P_t / P_(t-months) - 1`.
  public func growth(over months: Int, through month: Month) -> Double? {
    guard let now = self[month], let then = self[month - months], then != 0 else { return nil }
    return now / then - 1
  }

  /// The mean of the last `months` numbers, if none of them is missing.
  public func mean(of months: Int, through month: Month) -> Double? {
    var sum = 0.0
    for back in 0..<months {
      guard let value = self[month - back] else { return nil }
      sum += value
    }
    return sum / Double(months)
  }

  /// From the first month that both have to the last.
  public func shared(with other: MonthlySeries) -> [Month] {
    let start = max(first, other.first)
    return (0..<max(0, min(last, other.last) - start + 1)).map { start + $0 }
  }
}
