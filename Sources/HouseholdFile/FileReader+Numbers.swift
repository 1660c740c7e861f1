import Diagnostics
import Measures

extension FileReader {
  mutating func wholeNumber(_ element: Element?, in range: ClosedRange<Int>) -> Int? {
    guard let element else { return nil }
    guard let text = element.scalar, let number = Int(text), range.contains(number) else {
      badNumber(element, wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// An amount: `1234.5`, `1,234.50`, `$1,234.50`, `-$20`; less than a hundred billion, so that sums always fit.
  mutating func money(_ element: Element?, isSigned: Bool = false) -> Money? {
    guard let element else { return nil }
    let wanted = "an amount, such as 1,234.50"
    guard let text = element.scalar, let printed = WrittenNumber.amount(text),
      let read = Money.reading(printed), read.value.magnitude < Money(100_000_000_000)
    else {
      badNumber(element, wanted: wanted)
      return nil
    }
    guard read.isExact else {
      badNumber(element, wanted: "an amount with at most 6 decimals")
      return nil
    }
    guard isSigned || !read.value.isNegative else {
      badNumber(element, wanted: "an amount of zero or more")
      return nil
    }
    return read.value
  }

  /// A part of a whole, 0 to 1: `60%`, `0.6`, `60 points`.
  mutating func weight(_ element: Element?) -> Weight? {
    guard let element, let value = fraction(element) else { return nil }
    guard Weight.zero <= value, value <= Weight(1) else {
      let written = element.scalar ?? ""
      let remedy =
        value > Weight(1) && !written.contains("%") ? "For percent write \(written)%." : "Write 0% to 100%."
      report(
        "household-out-of-range", "\(written) is more than the whole or less than nothing", element, remedy: remedy)
      return nil
    }
    return value
  }

  /// A yearly or tax rate: `0.03%`, `0.0003`. At `usual` or more it is kept and doubted.
  mutating func rate(_ element: Element?, usual: Rate = Rate(1)) -> Rate? {
    guard let element, let value = weight(element) else { return nil }
    if value >= usual, let written = element.scalar, !written.contains("%") {
      let percent = PrintedNumber(Rate(steps: value.steps * 100))
      report(
        "household-unusual-rate", "\(written) is \(percent) %, unusually much", element,
        remedy: "If you mean \(written) percent, write \(written)%.", severity: .warning)
    }
    return value
  }

  /// A factor of zero or more, such as 8.
  mutating func factor(_ element: Element?) -> Weight? {
    guard let element else { return nil }
    guard let value = fraction(element) else { return nil }
    guard !value.isNegative, value <= Weight(1000) else {
      badNumber(element, wanted: "a number from 0 to 1000")
      return nil
    }
    return value
  }

  private mutating func fraction(_ element: Element) -> Weight? {
    guard let text = element.scalar, let printed = WrittenNumber.fraction(text),
      let read = Weight.reading(printed), read.value.magnitude <= Weight(10_000)
    else {
      badNumber(element, wanted: "a fraction, such as 60% or 0.6")
      return nil
    }
    guard read.isExact else {
      badNumber(element, wanted: "a fraction with at most 12 decimals")
      return nil
    }
    return read.value
  }

  private mutating func badNumber(_ element: Element, wanted: String) {
    guard let text = element.scalar, !text.isEmpty else { return wrongType(element, wanted: wanted) }
    report("household-bad-number", "“\(text)” is not \(wanted)", element, remedy: "Write \(wanted).")
  }
}

/// Numbers as people write them in the file.
enum WrittenNumber {
  /// Digits with an optional sign, dollar sign, thousands separators in their right places and decimals.
  static func amount(_ text: String) -> PrintedNumber? {
    var rest = Substring(text)
    var sign = ""
    if let first = rest.first, first == "-" || first == "+" {
      sign = String(first)
      rest = rest.dropFirst()
    }
    if rest.first == "$" { rest = rest.dropFirst() }
    guard let first = rest.first, first.isNumber || first == "." else { return nil }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard let leading = groups.first, (1...3).contains(leading.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return PrintedNumber(sign + groups.joined() + fraction)
  }

  /// `60%`, `60 %`, `5 points` or `0.6`.
  static func fraction(_ text: String) -> PrintedNumber? {
    for suffix in ["%", "percent", "points", "point"] where text.hasSuffix(suffix) {
      var number = text.dropLast(suffix.count)
      while number.last == " " { number = number.dropLast() }
      return amount(String(number)).flatMap { printed in
        printed.scale <= 28 ? PrintedNumber(significand: printed.significand, scale: printed.scale + 2) : nil
      }
    }
    return amount(text)
  }
}
