/// Finds the element that bytes name, without making a string: a hash table over the known names.
struct NameTable: Sendable {
  private var slots: [ElementName?]
  private let spellings: [[UInt8]]
  private static let capacity = 1024

  static let known = NameTable()

  private init() {
    slots = Array(repeating: nil, count: Self.capacity)
    spellings = ElementName.allCases.map { Array($0.spelling.utf8) }
    for name in ElementName.allCases where name != .other {
      let spelling = spellings[Int(name.rawValue)]
      var slot = Self.hash(spelling.span)
      while slots[slot] != nil { slot = (slot + 1) % Self.capacity }
      slots[slot] = name
    }
  }

  /// The element of this name in any case of letters; `other` where it is unknown.
  func name(_ bytes: Span<UInt8>) -> ElementName {
    var slot = Self.hash(bytes)
    while let candidate = slots[slot] {
      if isSpelled(candidate, bytes) { return candidate }
      slot = (slot + 1) % Self.capacity
    }
    return .other
  }

  private func isSpelled(_ name: ElementName, _ bytes: Span<UInt8>) -> Bool {
    let spelling = spellings[Int(name.rawValue)]
    guard spelling.count == bytes.count else { return false }
    for index in 0..<bytes.count where spelling[index] != bytes[index].uppercasedASCII { return false }
    return true
  }

  /// FNV-1a (Fowler, Noll and Vo).
  private static func hash(_ bytes: Span<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for index in 0..<bytes.count { hash = (hash ^ UInt32(bytes[index].uppercasedASCII)) &* 0x0100_0193 }
    return Int((hash ^ (hash >> 15)) % UInt32(capacity))
  }
}
