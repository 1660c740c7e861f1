import Measures

/// The elements that are open or not yet done with, as one flat array in the order of the document.
///
/// The elements below one follow it directly, so that a row is dropped by cutting the array where the row began. A statement of
/// any length needs no more room than its longest row and what stands outside of rows.
struct ElementTree {
  struct Node {
    let name: ElementName
    let parent: Int32
    let place: Place
    /// The value, in `text`. An unknown element has its spelling before it.
    var textStart: Int32
    var textEnd: Int32
    var spelledLength: UInt8 = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private(set) var open: [Int32] = []

  /// The name of the innermost open element; `nil` outside of all.
  var innermost: ElementName? { open.last.map { nodes[Int($0)].name } }

  func isOpen(_ name: ElementName) -> Bool { open.contains { nodes[Int($0)].name == name } }

  mutating func start(_ name: ElementName, spelled: Span<UInt8>, at place: Place) {
    let parent = open.last ?? -1
    if parent >= 0, Int(parent) == nodes.count - 1 { dropText(of: Int(parent)) }
    var node = Node(
      name: name, parent: parent, place: place, textStart: Int32(text.count), textEnd: Int32(text.count))
    if name == .other {
      let length = min(spelled.count, Int(UInt8.max))
      append(spelled.extracting(..<length))
      node.spelledLength = UInt8(length)
      node.textStart = Int32(text.count)
      node.textEnd = node.textStart
    }
    open.append(Int32(nodes.count))
    nodes.append(node)
  }

  /// Adds to the value of the innermost element, if nothing lies below it.
  mutating func add(_ bytes: Span<UInt8>) {
    guard let top = open.last, Int(top) == nodes.count - 1 else { return }
    append(bytes)
    nodes[Int(top)].textEnd = Int32(text.count)
  }

  /// Closes the innermost element.
  ///
  /// - Returns: its index.
  mutating func end() -> Int? { open.popLast().map(Int.init) }

  /// Forgets a closed element and everything after it.
  mutating func cut(from index: Int) {
    let node = nodes[index]
    text.removeSubrange(Int(node.textStart) - Int(node.spelledLength)..<text.count)
    nodes.removeSubrange(index..<nodes.count)
  }

  private mutating func dropText(of index: Int) {
    text.removeSubrange(Int(nodes[index].textStart)..<text.count)
    nodes[index].textEnd = nodes[index].textStart
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }
}

// MARK: What closed elements say

extension ElementTree {
  /// The first element of this name below another, unless it speaks of another thing (`ElementName.isIsland`).
  func first(_ name: ElementName, in element: Int) -> Int? {
    var index = element + 1
    while index < nodes.count, nodes[index].parent >= element {
      let node = nodes[index]
      if node.name == name, Int(node.parent) == element || !nodes[Int(node.parent)].name.isIsland { return index }
      index += 1
    }
    return nil
  }

  /// The first element of this name directly below another.
  func child(_ name: ElementName, of element: Int) -> Int? {
    children(of: element).first { nodes[$0].name == name }
  }

  func children(of element: Int) -> some Sequence<Int> {
    descendants(of: element).lazy.filter { Int(nodes[$0].parent) == element }
  }

  /// All elements below another, in the order of the file.
  func descendants(of element: Int) -> Range<Int> {
    var end = element + 1
    while end < nodes.count, nodes[end].parent >= element { end += 1 }
    return element + 1..<end
  }

  func isLeaf(_ element: Int) -> Bool {
    element + 1 >= nodes.count || Int(nodes[element + 1].parent) != element
  }

  /// The value without blanks around it; `nil` where it is blank.
  func string(_ element: Int) -> String? {
    let node = nodes[element]
    let value = text.span.extracting(Int(node.textStart)..<Int(node.textEnd))
    let bounds = value.trimmedBounds
    guard !bounds.isEmpty else { return nil }
    let trimmed = value.extracting(bounds)
    // Some institutions escape twice: `S&amp;amp;P`.
    return trimmed.contains(UInt8(ascii: "&")) ? Entities.decoded(trimmed).span.string : trimmed.string
  }

  func amount(_ element: Int) -> AmountReading {
    AmountReading(text.span.extracting(Int(nodes[element].textStart)..<Int(nodes[element].textEnd)))
  }

  func day(_ element: Int) -> Day? {
    Day(ofx: text.span.extracting(Int(nodes[element].textStart)..<Int(nodes[element].textEnd)))
  }

  /// The name as the file spells it.
  func spelling(_ element: Int) -> String {
    let node = nodes[element]
    guard node.name == .other else { return node.name.spelling }
    return text.span.extracting(Int(node.textStart) - Int(node.spelledLength)..<Int(node.textStart)).string
  }

  /// The names from below `ancestor` down to an element: `MATCHINFO/MATCHPCT`.
  func path(of element: Int, below ancestor: Int) -> String {
    var names: [String] = []
    var index = element
    while index > ancestor {
      names.append(spelling(index))
      index = Int(nodes[index].parent)
    }
    return names.reversed().joined(separator: "/")
  }
}
