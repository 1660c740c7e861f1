/// An account number as somebody printed it, masks included: `X12345678`, `…321`, `XXXX-1234`.
///
/// Blanks and dashes do not count, nor do capitals.
public struct AccountNumber: Sendable, Hashable {
  /// The characters that are shown: all of them, or those behind the mask.
  public let shown: String
  /// Whether only the end of the number is shown.
  public let isMasked: Bool

  public init(_ printed: String) {
    let masks: Set<Character> = ["…", "*", "•", "."]
    var end = printed.filter { $0 != "-" && $0 != " " }[...]
    var isMasked = false
    while let first = end.first,
      masks.contains(first) || (first.lowercased() == "x" && (isMasked || end.dropFirst().first?.lowercased() == "x"))
    {
      isMasked = true
      end = end.dropFirst()
    }
    shown = end.uppercased()
    self.isMasked = isMasked
  }

  /// Whether both may be the number of one account: the same number, or a mask of its end.
  public func fits(_ other: AccountNumber) -> Bool {
    if shown.isEmpty || other.shown.isEmpty { return false }
    return switch (isMasked, other.isMasked) {
    case (true, false): other.shown.hasSuffix(shown)
    case (false, true): shown.hasSuffix(other.shown)
    case (true, true), (false, false): shown == other.shown
    }
  }
}
