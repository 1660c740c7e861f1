public import PortfolioModel

extension HouseholdDraft {
  /// The people of `Maya Berg, Jonas Berg`.
  public static func members(named names: String) -> [Member] {
    names.split(separator: ",").compactMap { text in
      let name = text.split(separator: " ").joined(separator: " ")
      return name.isEmpty ? nil : Member(id: memberID(of: name), name: name)
    }
  }

  /// The first word of a name in lower case: `Maya Berg` is `maya`.
  public static func memberID(of name: String) -> MemberID {
    MemberID(name.lowercased().split { !$0.isLetter && !$0.isNumber }.first.map(String.init) ?? "member")
  }
}
