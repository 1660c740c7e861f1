/// Who keeps an account, from the many ways in which files and people write it.
struct Institution: Hashable {
  /// `fidelity` for `Fidelity`, `fidelity.com` and `FIDELITY`; `charlesschwab` for `Charles Schwab`.
  let name: String

  init(_ printed: String) {
    let host = printed.lowercased().split(separator: ".").first ?? ""
    name = String(host.filter { $0.isLetter || $0.isNumber })
  }

  /// Whether both may be one: the shorter name is a part of the longer.
  func agrees(with other: Institution) -> Bool {
    guard min(name.count, other.name.count) >= 3 else { return name == other.name }
    return name.contains(other.name) || other.name.contains(name)
  }
}
