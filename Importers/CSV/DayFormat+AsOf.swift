import Measures

extension DayFormat {
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
