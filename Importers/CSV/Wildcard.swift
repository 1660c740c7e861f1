/// A broker's words with `*` for anything: `YOU BOUGHT*`, `* Total`; `\*` is a star itself.
///
/// Letters match in either case, a run of blanks matches any other.
public struct Wildcard: Sendable, Hashable {
  /// The pattern as written.
  public let text: String
  private let pieces: [[UInt8]]
  private let isOpenAtStart: Bool
  private let isOpenAtEnd: Bool

  public init(_ text: String) {
    self.text = text
    var pieces: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      if byte == UInt8(ascii: "*"), !isEscaped {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(byte)
      }
      isEscaped = false
    }
    isOpenAtStart = pieces.count > 1 && pieces[0].isEmpty
    isOpenAtEnd = pieces.count > 1 && pieces[pieces.count - 1].isEmpty
    self.pieces = pieces.filter { !$0.isEmpty }.map { Self.folded($0) }
  }

  /// Lower case, with single blanks: what `matches` wants.
  static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    for byte in bytes {
      if byte.isBlank {
        if output.last != 0x20 { output.append(0x20) }
      } else {
        output.append(byte.lowercased)
      }
    }
    return output
  }

  /// Whether text that was folded before is what the pattern describes.
  func matches(folded text: [UInt8]) -> Bool {
    guard let first = pieces.first else { return text.isEmpty || isOpenAtStart }
    var position = 0
    var rest = pieces[...]
    if !isOpenAtStart {
      guard text.starts(with: first) else { return false }
      position = first.count
      rest = rest.dropFirst()
    }
    guard !isOpenAtEnd else { return Self.find(rest, in: text, from: position) != nil }
    guard let last = rest.last else { return position == text.count }
    let tail = text.count - last.count
    guard let end = Self.find(rest.dropLast(), in: text, from: position), tail >= end else { return false }
    return text[tail...].elementsEqual(last)
  }

  /// A quick look that spares most texts the folding.
  func mayMatch(_ text: ArraySlice<UInt8>) -> Bool {
    isOpenAtStart || text.first?.lowercased == pieces.first?.first
  }

  func matches(_ text: ArraySlice<UInt8>) -> Bool { matches(folded: Self.folded(text)) }

  /// Whether the stars stand for something in a text that matches.
  func hasMore(_ text: ArraySlice<UInt8>) -> Bool {
    pieces.reduce(0) { $0 + $1.count } < Self.folded(text.blanksTrimmed).count
  }

  /// The end of all pieces found one behind the other; `nil` where one is missing.
  private static func find(_ pieces: ArraySlice<[UInt8]>, in text: [UInt8], from start: Int) -> Int? {
    var position = start
    for piece in pieces {
      while true {
        guard position + piece.count <= text.count else { return nil }
        if text[position..<position + piece.count].elementsEqual(piece) { break }
        position += 1
      }
      position += piece.count
    }
    return position
  }
}
