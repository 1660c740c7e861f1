/// The columns that a table's header must have, each with the names it goes by: `run date, action, amount | amount ($)`.
public struct HeaderPattern: Sendable, Hashable {
  let required: [[String]]

  /// Reads names separated by commas, with `|` between the names of one column.
  public init(_ text: String) {
    required = text.split(separator: ",").map { column in
      column.split(separator: "|").map { HeaderName.normalised(Array($0.utf8)[...]) }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// How many columns it wants: of two patterns that fit, the longer is the better.
  public var count: Int { required.count }

  public func matches(_ names: Set<String>) -> Bool { !required.isEmpty && missing(in: names).isEmpty }

  /// The columns that are wanted and not there, each with the names it goes by.
  public func missing(in names: Set<String>) -> [[String]] { required.filter { !$0.contains(where: names.contains) } }
}

/// The names of a header's columns.
public enum HeaderName {
  /// What stands before the name of its left neighbour where a column has none.
  static let unnamed = "after "

  /// The name without surrounding blanks, byte-order mark and trailing stars, in lower case with single blanks.
  ///
  /// Parentheses and punctuation stay: `Price Chng $` is not `Price Chng %`.
  static func normalised(_ cell: ArraySlice<UInt8>) -> String {
    var name = cell.blanksTrimmed
    if name.starts(with: [0xef, 0xbb, 0xbf]) { name = name.dropFirst(3).blanksTrimmed }
    while name.last == UInt8(ascii: "*") { name = name.dropLast().blanksTrimmed }
    return String(decoding: Wildcard.folded(name), as: UTF8.self)
  }
}

extension CSVDocument {
  /// The headers that may stand in the file's first lines, for whoever chooses a layout: the normalised names of each.
  public var possibleHeaders: [Set<String>] { records.prefix(200).compactMap { possibleHeader($0).map { Set($0) } } }

  /// The column names of a record if it can be a header: at least two names, and no cell of digits alone.
  ///
  /// A column without a name goes by that of the column before it: `after change`.
  func possibleHeader(_ record: Record) -> [String]? {
    guard record.cellCount > 1 else { return nil }
    var filled = 0
    for column in 0..<Int(record.cellCount) {
      let cell = trimmed(record, column)
      guard !cell.isEmpty else { continue }
      guard cell.contains(where: { $0.isLetter || $0 >= 0x80 }) || !cell.contains(where: \.isDigit) else { return nil }
      filled += 1
    }
    guard filled > 1 else { return nil }
    var names: [String] = []
    for column in 0..<Int(record.cellCount) {
      let cell = trimmed(record, column)
      if cell.isEmpty, let before = names.last, !before.isEmpty {
        names.append(before.hasPrefix(HeaderName.unnamed) ? "" : HeaderName.unnamed + before)
      } else {
        names.append(cell.count < 80 ? HeaderName.normalised(cell) : "")
      }
    }
    return names
  }
}
