public import Measures

/// How a file writes days. Year first, names of months and eight digits speak for themselves; only `01/02/2026` does not.
public enum DayFormat: String, Sendable, Hashable, CaseIterable {
  case monthFirst = "month first"
  case dayFirst = "day first"

  /// The day that a cell begins with, if nothing but a time or a zone follows it.
  public func day(_ cell: ArraySlice<UInt8>) -> Day? {
    guard let (day, end) = leadingDay(cell) else { return nil }
    guard end < cell.endIndex else { return day }
    let next = cell[end]
    return next.isBlank || next == UInt8(ascii: ",") || next == UInt8(ascii: ";") || next | 0x20 == UInt8(ascii: "t")
      ? day : nil
  }

  /// A day at the start of `text`, and where it ends.
  func leadingDay(_ text: ArraySlice<UInt8>) -> (day: Day, end: Int)? {
    var parts: [(value: Int, digits: Int)] = []
    var monthPart: Int?
    var index = text.startIndex
    while parts.count < 3, index < text.endIndex {
      let start = index
      if text[index].isDigit {
        var value = 0
        while index < text.endIndex, text[index].isDigit, index - start < 8 {
          value = value * 10 + Int(text[index] - 0x30)
          index += 1
        }
        if index - start == 8, parts.isEmpty {
          return Self.civil(value / 10_000, value / 100 % 100, value % 100, index)
            ?? Self.civil(value % 10_000, value / 1_000_000, value / 10_000 % 100, index)
        }
        parts.append((value, index - start))
      } else if text[index].isLetter, monthPart == nil {
        while index < text.endIndex, text[index].isLetter { index += 1 }
        guard let month = Self.month(text[start..<index]) else { return nil }
        monthPart = parts.count
        parts.append((month, 0))
      } else {
        return nil
      }
      guard parts.count < 3 else { break }
      let separatorStart = index
      while index < text.endIndex, index - separatorStart < 2 {
        let isBesideMonth = monthPart != nil || (index + 1 < text.endIndex && text[index + 1].isLetter)
        guard Self.isSeparator(text[index], isBesideMonth: isBesideMonth) else { break }
        index += 1
      }
      guard index > separatorStart else { return nil }
    }
    guard parts.count == 3 else { return nil }
    let (first, second, third) = (parts[0], parts[1], parts[2])
    if let monthPart {
      return monthPart == 0
        ? Self.civil(Self.year(third), first.value, second.value, index)
        : Self.civil(Self.year(third), second.value, first.value, index)
    }
    if first.digits == 4 { return Self.civil(first.value, second.value, third.value, index) }
    guard third.digits == 4 || third.digits == 2 else { return nil }
    return self == .monthFirst
      ? Self.civil(Self.year(third), first.value, second.value, index)
      : Self.civil(Self.year(third), second.value, first.value, index)
  }

  private static func isSeparator(_ byte: UInt8, isBesideMonth: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    case 0x20, UInt8(ascii: ","): isBesideMonth
    default: false
    }
  }

  private static func civil(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> (day: Day, end: Int)? {
    Day(year: year, month: month, day: day).map { ($0, end) }
  }

  /// Two digits mean 1970 to 2069.
  private static func year(_ part: (value: Int, digits: Int)) -> Int {
    part.digits > 2 ? part.value : part.value < 70 ? 2000 + part.value : 1900 + part.value
  }

  private static let months: [[UInt8]] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, word.count <= 9 else { return nil }
    let start = word.prefix(3).map(\.lowercased)
    return months.firstIndex(of: start).map { $0 + 1 }
  }
}
