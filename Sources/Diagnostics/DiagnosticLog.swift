/// The diagnostics of one input as they are met, with a limit for each kind: a file full of one problem is told of it once and for
/// all, and cannot fill the memory with complaints.
public struct DiagnosticLog: Sendable {
  private struct Kind: Hashable {
    let severity: Diagnostic.Severity
    let code: String
  }

  private static let limit = 50
  /// Those within the limit.
  public private(set) var listed: [Diagnostic] = []
  private var counts: [Kind: Int] = [:]
  /// The last of each kind beyond the limit.
  private var last: [Kind: Diagnostic] = [:]

  public init() {}

  public mutating func add(_ diagnostic: Diagnostic) {
    let kind = Kind(severity: diagnostic.severity, code: diagnostic.code)
    counts[kind, default: 0] += 1
    if counts[kind, default: 0] <= Self.limit { listed.append(diagnostic) } else { last[kind] = diagnostic }
  }

  /// All of them, with one for each kind that is beyond the limit: how many more there were.
  public var all: [Diagnostic] {
    listed
      + last.sorted { ($0.key.code, $0.key.severity.rawValue) < ($1.key.code, $1.key.severity.rawValue) }.map {
        kind, last in
        let line = last.place?.line.map { ", the last in line \($0)" } ?? ""
        return Diagnostic(
          kind.severity, code: kind.code, "The same holds \(counts[kind, default: 0] - Self.limit) times more\(line)",
          at: last.place, remedy: last.remedy)
      }
  }
}
