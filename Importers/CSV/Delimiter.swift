/// Which byte separates the cells of a file.
enum Delimiter {
  private static let known: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// The delimiters that occur outside quotes in the first lines, the commonest first; a comma if there are none.
  static func candidates(in bytes: [UInt8]) -> [UInt8] {
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in bytes.prefix(16_384) {
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted, known.contains(byte) { counts[byte, default: 0] += 1 }
    }
    let found = known.enumerated().filter { counts[$0.element] != nil }
      .sorted { (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset) }
    return found.isEmpty ? [UInt8(ascii: ",")] : found.map(\.element)
  }
}
