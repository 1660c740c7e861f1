import PortfolioModel
import Statements

/// The kind of an account, guessed from the words that a statement prints for it.
enum AccountKindGuess {
  /// `nil` where the words do not say; a wrong kind would mean wrong taxes, so nothing is assumed.
  static func kind(of account: PrintedAccount, hasPlanSection: Bool) -> AccountKind? {
    let words = Words([account.name, account.kind].compactMap { $0 }.joined(separator: " "))
    if words.has("529", "college", "scholarshare") { return .education529 }
    if words.has("hsa", "health") { return .hsa }
    if words.has("tsp", "thrift") { return words.has("roth") ? .rothTSP : .traditionalTSP }
    if words.has("401", "401k", "401a", "profit") { return words.has("roth") ? .roth401k : .traditional401k }
    if words.has("403", "403b") { return words.has("roth") ? .roth403b : .traditional403b }
    if words.has("457", "457b") { return words.has("roth") ? .roth457b : .traditional457b }
    if words.has("inherited", "beneficiary", "bda") {
      return words.has("roth") ? .inheritedRothIRA : words.has("ira") ? .inheritedIRA : nil
    }
    if words.has("sep") { return .sepIRA }
    if words.has("simple") { return .simpleIRA }
    if words.has("roth") { return .rothIRA }
    if words.has("ira", "rollover", "traditional") || words.has("retirement") && words.has("individual") {
      return .traditionalIRA
    }
    if hasPlanSection { return .traditional401k }
    if words.has("utma", "ugma", "custodial", "minor") { return .custodial }
    if words.has("joint", "jtwros", "jtten", "tenants", "community") { return .taxableJoint }
    if words.has("trust") { return .trust }
    if words.has("individual", "brokerage", "taxable", "tod", "nonretirement") { return .taxableIndividual }
    // MONEYMRKT and CD are words of OFX 11.3.1.1.
    if words.has("checking", "savings", "moneymrkt", "cd") && !words.has("plan", "retirement") { return .bank }
    return nil
  }

  /// Lower-case runs of letters and digits; `401(k)` is `401` and `k`.
  struct Words {
    private let words: Set<String>
    init(_ text: String) {
      words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    func has(_ candidates: String...) -> Bool { candidates.contains(where: words.contains) }
  }
}
