public import PortfolioModel

extension HouseholdDraft {
  /// The people of `Maya Berg, Jonas Berg`; of two Sams the second is `sam_2`.
  public static func members(named names: String) -> [Member] {
    var taken: Set<MemberID> = []
    return names.split(separator: ",").compactMap { text in
      let name = text.split(separator: " ").joined(separator: " ")
      guard !name.isEmpty else { return nil }
      let first = memberID(of: name)
      var id = first
      var count = 1
      while !taken.insert(id).inserted {
        count += 1
        id = MemberID("\(first)_\(count)")
      }
      return Member(id: id, name: name)
    }
  }

  /// The first word of a name in lower case: `Maya Berg` is `maya`.
  public static func memberID(of name: String) -> MemberID {
    MemberID(name.lowercased().split { !$0.isLetter && !$0.isNumber }.first.map(String.init) ?? "member")
  }
}
