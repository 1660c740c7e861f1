public import Diagnostics
import PortfolioModel
public import Statements
import Yams

extension HouseholdDraft {
  /// The text of an existing file with the accounts and securities of `files` that it lacks; every other character stays.
  ///
  /// New lines go to the end of their sections. A file that cannot be read, or that writes a section in one line of braces,
  /// is not touched; the reading then says why.
  public static func adding(
    _ files: [ParsedFile], to text: String, file: String, answers: Answers
  ) -> Reading<String> {
    let before = HouseholdFile.reading(text, file: file)
    guard let document = before.value else { return Reading(nil, diagnostics: before.diagnostics) }
    var answers = answers
    if !document.household.members.isEmpty { answers.members = document.household.members }
    var facts = DraftFacts(files, kinds: answers.kinds)
    let claimed = document.household.accounts.flatMap(\.numbers)
    facts.keep(
      accounts: { account in
        !claimed.contains { AccountNumber(account.printed.number).fits(AccountNumber($0)) }
          && !text.contains(question(about: account.printed))
      },
      securities: { security in
        !document.household.securities.contains { known in
          known.id.rawValue == security.id || security.aliases.contains { known.aliases.contains($0) }
        } && !text.contains(security.id + ":")
      })
    let draft = HouseholdDraft(
      facts: facts, answers: answers, taken: Set(document.household.accounts.map(\.id.rawValue)),
      ownClasses: document.ownClasses)
    var spliced = splice(draft.accountBlocks.flatMap { $0 }, into: "accounts", of: text)
    spliced = spliced.flatMap { splice(facts.securities.map(draft.securityLine), into: "securities", of: $0) }
    guard let result = spliced else {
      return Reading(
        nil,
        diagnostics: [
          Diagnostic(
            .error, code: "household-not-spliced",
            "“accounts” or “securities” is written in a way to which nothing can be added",
            at: SourceLocation(file: file),
            remedy: "Write these sections as lines of their own, indented by two spaces.")
        ])
    }
    let after = HouseholdFile.reading(result, file: file)
    return Reading(after.hasErrors ? nil : result, diagnostics: after.diagnostics)
  }

  /// Inserts `lines` behind the last line of a top-level section, or adds the section; `nil` where it is in braces.
  static func splice(_ lines: [String], into section: String, of text: String) -> String? {
    guard !lines.isEmpty else { return text }
    let newline: Character = text.contains("\r\n" as Character) ? "\r\n" : "\n"
    let end = String(newline)
    var all = text.split(separator: newline, omittingEmptySubsequences: false).map(String.init)
    guard let start = all.firstIndex(where: { $0.hasPrefix(section + ":") }) else {
      let separator = text.isEmpty || text.hasSuffix(end) ? "" : end
      return text + separator + section + ":" + end + lines.joined(separator: end) + end
    }
    let rest = all[start].dropFirst(section.count + 1).drop { $0 == " " }
    guard rest.isEmpty || rest.hasPrefix("#") || rest == "{}" else { return nil }
    if rest == "{}" { all[start] = section + ":" }
    var last = start
    for index in all.indices.dropFirst(start + 1) {
      let line = all[index]
      if line.hasPrefix(" ") {
        if line.contains(where: { $0 != " " }) { last = index }
      } else if let first = line.first, first != "#" {
        break
      }
    }
    let width =
      all[(start + 1)...].prefix(max(0, last - start)).first { !$0.hasPrefix("#") && $0.first == " " }?
      .prefix { $0 == " " }.count ?? 2
    let shift = String(repeating: " ", count: max(0, width - 2))
    all.insert(contentsOf: lines.map { shift + $0 }, at: last + 1)
    return all.joined(separator: end)
  }
}

extension DraftFacts {
  mutating func keep(accounts isNew: (FoundAccount) -> Bool, securities isUnknown: (FoundSecurity) -> Bool) {
    retain(accounts: accounts.filter(isNew), securities: securities.filter(isUnknown))
  }
}
