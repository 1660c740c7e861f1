extension MonthlySeries {
  /// How alike two prices move: the correlation of their monthly growth over all months that both have; `nil` below two years of them.
  public func correlation(with other: MonthlySeries) -> Double? {
    let pairs = shared(with: other).compactMap { month -> (Double, Double)? in
      guard let mine = growth(over: 1, through: month), let others = other.growth(over: 1, through: month) else {
        return nil
      }
      return (mine, others)
    }
    guard pairs.count >= 24 else { return nil }
    let count = Double(pairs.count)
    let left = pairs.reduce(0) { $0 + $1.0 } / count
    let right = pairs.reduce(0) { $0 + $1.1 } / count
    var (both, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
    for pair in pairs {
      both += (pair.0 - left) * (pair.1 - right)
      leftSquares += (pair.0 - left) * (pair.0 - left)
      rightSquares += (pair.1 - right) * (pair.1 - right)
    }
    let scale = (leftSquares * rightSquares).squareRoot()
    return scale > 0 ? both / scale : nil
  }
}
