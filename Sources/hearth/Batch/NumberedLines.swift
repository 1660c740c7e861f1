import Foundation

/// The lines of a file or a pipe that are not blank, read as they are asked for.
struct NumberedLines {
  struct Line {
    /// From 0, without the blank ones.
    let index: Int
    /// From 1, as an editor counts.
    let number: Int
    let data: Data
  }

  private let input: Int32
  private var buffer = Data()
  private var searched = 0
  private var isAtEnd = false
  private var lines = 0
  private var count = 0

  init(_ input: Int32) { self.input = input }

  mutating func next() -> Line? {
    while let data = nextLine() {
      lines += 1
      guard data.contains(where: { !Self.blanks.contains($0) }) else { continue }
      count += 1
      return Line(index: count - 1, number: lines, data: data)
    }
    return nil
  }

  private static let newline = UInt8(ascii: "\n")
  private static let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]

  private mutating func nextLine() -> Data? {
    while true {
      let rest = buffer[(buffer.startIndex + searched)...]
      if let end = rest.firstIndex(of: Self.newline) {
        let line = Data(buffer[..<end])
        buffer = Data(buffer[(end + 1)...])
        searched = 0
        return line
      }
      searched = buffer.count
      if isAtEnd {
        defer { buffer = Data() }
        searched = 0
        return buffer.isEmpty ? nil : buffer
      }
      let more = chunk()
      isAtEnd = more.isEmpty
      buffer.append(more)
    }
  }

  /// What has come, up to 64 kB, without waiting for more; nothing at the end.
  private func chunk() -> Data {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(input, &bytes, bytes.count)
      if count >= 0 { return Data(bytes[..<count]) }
      if errno != EINTR { return Data() }
    }
  }
}
