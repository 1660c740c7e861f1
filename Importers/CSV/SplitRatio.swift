import Measures
import Statements

/// The ratio of a split as words or in a cell: `10:1`, `10 for 1`, `10-for-1` are ten new shares for one old.
enum SplitRatio {
  static func ratio(in text: some StringProtocol) -> StatementEntry.Split? {
    let words = text.lowercased().split { " -()".contains($0) }.map(String.init)
    for (index, word) in words.enumerated() {
      if index > 0, index + 1 < words.count, word == "for" || word == ":" {
        if let split = split(words[index - 1], words[index + 1]) { return split }
      }
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, let split = split(parts[0], parts[1]) { return split }
    }
    return nil
  }

  /// Small counts only: what is large is a time of day or an amount.
  private static func split(_ new: String, _ old: String) -> StatementEntry.Split? {
    guard let new = PrintedNumber(new), let old = PrintedNumber(old), new.isCount, old.isCount, new != old else {
      return nil
    }
    return StatementEntry.Split(old: old, new: new)
  }
}

extension PrintedNumber {
  fileprivate var isCount: Bool { significand > 0 && significand < 100_000 && scale < 5 }
}
