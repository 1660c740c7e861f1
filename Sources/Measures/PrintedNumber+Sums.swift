extension PrintedNumber {
  /// Both as counts of the finer of their steps; `nil` beyond 38 digits.
  private static func aligned(_ left: Self, _ right: Self) -> (left: Int128, right: Int128, scale: Int)? {
    let scale = max(left.scale, right.scale)
    func widened(_ number: Self) -> Int128? {
      var value = number.significand
      for _ in number.scale..<scale {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        guard !overflow else { return nil }
        value = product
      }
      return value
    }
    guard let left = widened(left), let right = widened(right) else { return nil }
    return (left, right, scale)
  }

  /// The exact sum, where it has no more than 38 digits.
  public func adding(_ other: Self) -> Self? {
    guard let (left, right, scale) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Self(significand: sum, scale: scale)
  }

  /// The exact product, where it has no more than 38 digits.
  public func multiplied(by other: Self) -> Self? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow || scale + other.scale > 30 ? nil : Self(significand: product, scale: scale + other.scale)
  }

  public func isLess(than other: Self) -> Bool {
    guard let difference = adding(-other) else { return isNegative && !other.isNegative }
    return difference.isNegative
  }
}
