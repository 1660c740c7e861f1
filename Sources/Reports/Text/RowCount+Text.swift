import Statements

extension RowCount {
  /// What became of the rows, for a person, and each row that was left out.
  func summary(_ style: TextStyle) -> String {
    let uses = Use.allCases.filter { self[$0] > 0 }.map { $0.title(self[$0]) }
    var output = "  Rows: \(data) read"
    if !uses.isEmpty { output += ": " + uses.joined(separator: ", ") }
    output += "; \(skipped.count) left out.\n"
    for row in skipped { output += style.dim("    line \(row.line): \(row.reason)") + "\n" }
    return output
  }
}

extension RowCount.Use {
  /// The words for a number of such rows.
  fileprivate func title(_ count: Int) -> String {
    let (one, many) =
      switch self {
      case .transaction: ("transaction", "transactions")
      case .position: ("position", "positions")
      case .lot: ("lot", "lots")
      case .price: ("row of prices", "rows of prices")
      case .cash: ("cash balance", "cash balances")
      case .part: ("part of another row", "parts of other rows")
      case .account: ("heading of an account", "headings of accounts")
      }
    return "\(count) \(count == 1 ? one : many)"
  }
}
