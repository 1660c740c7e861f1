extension MixedIntegerProgram {
  /// The program in CPLEX's LP format, for a look or for another solver. Names become `x1…` and `r1…`.
  public var lpFile: String {
    var text = "Minimize\n obj:"
    for index in cost.indices where cost[index] != 0 { text += Self.term(cost[index], "x\(index)") }
    if constant != 0 { text += (constant < 0 ? " - " : " + ") + "\(abs(constant))" }
    text += "\nSubject To\n"
    for row in rowNames.indices {
      var left = ""
      for term in rowStarts[row]..<rowStarts[row + 1] { left += Self.term(coefficients[term], "x\(columns[term])") }
      if left.isEmpty { continue }
      if rowLower[row] == rowUpper[row] {
        text += " r\(row):\(left) = \(rowLower[row])\n"
        continue
      }
      if rowLower[row].isFinite { text += " r\(row)l:\(left) >= \(rowLower[row])\n" }
      if rowUpper[row].isFinite { text += " r\(row)u:\(left) <= \(rowUpper[row])\n" }
    }
    text += "Bounds\n"
    for index in names.indices {
      let low = lower[index].isFinite ? "\(lower[index])" : "-inf"
      let high = upper[index].isFinite ? "\(upper[index])" : "+inf"
      text += " \(low) <= x\(index) <= \(high)\n"
    }
    let integers = names.indices.filter { isInteger[$0] }
    if !integers.isEmpty { text += "General\n" + integers.map { " x\($0)" }.joined(separator: "\n") + "\n" }
    return text + "End\n"
  }

  private static func term(_ coefficient: Double, _ name: String) -> String {
    (coefficient < 0 ? " - " : " + ") + "\(abs(coefficient)) \(name)"
  }
}
