import Measures

extension DayFormat {
  /// The newest day that a file's name holds: `portfolio_2026-11-20`, `Positions-Nov-20-2026 (1)`; none after today, which an
  /// account's number may read like.
  func newestDay(inName name: String, upTo today: Day?) -> Day? {
    let text = name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    let days = text.indices.compactMap { start -> Day? in
      if start > 0, text[start - 1].isDigit == text[start].isDigit, text[start - 1].isLetter == text[start].isLetter {
        return nil
      }
      guard let (day, end) = leadingDay(text[start...]), end == text.endIndex || !text[end].isDigit else { return nil }
      return (2000..<2100).contains(day.year) && today.map { day <= $0 } ?? true ? day : nil
    }
    return days.max()
  }

  /// The day behind the last `as of` in a text.
  func dayAfterAsOf(_ text: ArraySlice<UInt8>) -> Day? {
    let mark = Array("as of ".utf8)
    guard text.count > mark.count + 6 else { return nil }
    for start in (text.startIndex...(text.endIndex - mark.count)).reversed() where text[start] | 0x20 == mark[0] {
      let end = start + mark.count
      guard text[start..<end].map(\.lowercased) == mark else { continue }
      if let found = leadingDay(text[end...].blanksTrimmed) { return found.day }
    }
    return nil
  }
}
