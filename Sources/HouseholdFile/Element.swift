import Yams

/// One value of the file, with its path from the top: `accounts.roth.owners`.
struct Element {
  let node: Node
  let path: String

  /// The words as written, for a scalar.
  var scalar: String? { node.scalar?.string }

  /// Whether nothing was written: `key:` alone, `~` or `null`.
  var isAbsent: Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  func child(_ key: String, _ node: Node) -> Element {
    Element(node: node, path: path.isEmpty ? key : "\(path).\(key)")
  }
  func item(_ index: Int, _ node: Node) -> Element { Element(node: node, path: "\(path)[\(index)]") }
}

/// A mapping of the file whose keys the format prescribes.
struct Fields {
  let element: Element
  fileprivate(set) var values: [String: Element] = [:]

  /// The value of `key`; `nil` where the file leaves it out or leaves it empty.
  subscript(key: String) -> Element? { values[key] }
}

/// One entry of a mapping whose keys the user chooses: accounts by id, targets by class.
struct NamedElement {
  let name: String
  /// The key itself, for what is wrong with the name.
  let key: Element
  let value: Element
}

extension FileReader {
  /// The mapping in `element`; every key that is not `known` is an error with the nearest one.
  mutating func fields(of element: Element, known: [String]) -> Fields {
    var fields = Fields(element: element)
    for entry in entries(of: element) {
      if known.contains(entry.name) {
        if !entry.value.isAbsent { fields.values[entry.name] = entry.value }
      } else {
        let meant = nearest(to: entry.name, among: known)
        report(
          "household-unknown-key", "“\(entry.name)” is not a key here", entry.key,
          remedy: meant.map { "Did you mean “\($0)”?" } ?? "Keys here are: \(known.joined(separator: ", ")).")
      }
    }
    return fields
  }

  /// The entries of a mapping in the file's order.
  mutating func entries(of element: Element) -> [NamedElement] {
    if element.isAbsent { return [] }
    guard case .mapping(let mapping) = element.node else {
      wrongType(element, wanted: "a mapping of “key: value” lines")
      return []
    }
    var entries: [NamedElement] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, !name.isEmpty else {
        wrongType(Element(node: key, path: element.path), wanted: "a word as the key")
        continue
      }
      let child = element.child(name, value)
      entries.append(NamedElement(name: name, key: Element(node: key, path: child.path), value: child))
    }
    return entries
  }

  /// The items of a list.
  mutating func items(of element: Element) -> [Element] {
    if element.isAbsent { return [] }
    guard case .sequence(let sequence) = element.node else {
      wrongType(element, wanted: "a list, such as [a, b]")
      return []
    }
    return sequence.enumerated().map { element.item($0.offset, $0.element) }
  }
}
