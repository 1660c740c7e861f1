import Measures
public import PortfolioModel

/// A decision as the journal keeps it: `hearth accept`.
public struct AcceptReport: Report {
  public let entry: JournalEntry
  /// `nil` where the journal had it already.
  public let importNumber: Int?

  public init(_ entry: JournalEntry, importNumber: Int?) {
    self.entry = entry
    self.importNumber = importNumber
  }

  /// The document `hearth.accept/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.accept/1"), "import": importNumber.map { .integer($0) },
      "day": .string(entry.day.description), "verdict": .string(entry.verdict.rawValue),
      "reason": .string(entry.reason), "note": entry.note.map { .string($0) }, "figures": entry.figures.map(\.json),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    guard let importNumber else { return "The journal has this already; nothing was changed.\n" }
    let words = entry.title
    return words.prefix(1).uppercased() + words.dropFirst()
      + ". Import \(importNumber) keeps it; “hearth undo \(importNumber)” takes it back.\n"
  }
}
