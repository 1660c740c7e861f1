import Measures
import PortfolioModel
import Yams

extension HouseholdReader {
  /// One word, or a list of `{method: average, since: 2024-01-01}`, oldest first, of which only the first needs no day.
  mutating func lotMethods(_ element: Element?) -> LotMethodHistory {
    guard let element, case .sequence = element.node else {
      return LotMethodHistory(reader.word(element, Account.LotMethod.self) ?? .specific)
    }
    var history: LotMethodHistory?
    var last: Day?
    for item in reader.items(of: element) {
      let fields = reader.fields(of: item, known: ["method", "since"])
      if fields["method"] == nil {
        reader.missing("method", in: fields, remedy: "Write “method: fifo”, and since when: “since: 2026-01-01”.")
      }
      let since = reader.day(fields["since"])
      guard let method = reader.word(fields["method"], Account.LotMethod.self) else { continue }
      guard let earlier = history else {
        (history, last) = (LotMethodHistory(method), since)
        continue
      }
      guard let since, last.map({ $0 < since }) ?? true else {
        reader.report(
          "household-lot-method",
          "“\(method.rawValue)” does not say since when it follows “\(earlier.latest.rawValue)”", item,
          remedy:
            "Write the methods oldest first, each with its first day: {method: \(method.rawValue), since: 2026-01-01}.")
        continue
      }
      history = LotMethodHistory(
        method, former: earlier.former + [LotMethodHistory.Former(earlier.latest, until: since)])
      last = since
    }
    return history ?? LotMethodHistory(.specific)
  }
}
