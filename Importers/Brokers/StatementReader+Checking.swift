public import Diagnostics
import ImporterCSV
import ImporterOFX
public import Statements

extension StatementReader {
  /// Every profile that the reader knows, the household's own first, and what is wrong with those.
  public var knownProfiles: Reading<[KnownProfile]> {
    let own = index.profiles.filter(\.isOwn).map { profile in
      let layout = profile.layout
      return (profile: profile.described(isUsable: layout.value != nil), diagnostics: layout.diagnostics)
    }
    let builtIn = index.profiles.filter { !$0.isOwn }.map { $0.described() }
    return Reading(
      own.map(\.profile) + builtIn.sorted { $0.name < $1.name }, diagnostics: own.flatMap(\.diagnostics))
  }

  /// What reads a file, told from its header; `nil` where nothing does, or only the usual names of columns fit.
  public func readerOf(_ bytes: [UInt8]) -> String? {
    if OFXReader.recognises(bytes) { return "OFX" }
    let profile = CSVDocument.candidates(bytes).lazy.compactMap { index.profile(for: $0) }.first
    return profile.flatMap { $0.isGeneric ? nil : "The profile \($0.name)" }
  }

  /// What is wrong with a profile, given as text.
  public func checkingProfile(_ text: String, file: String) -> ProfileCheck {
    let profile = Profile(file: file, text: text, isOwn: true)
    let layout = profile.layout
    return ProfileCheck(
      file: file, profile: profile.described(isUsable: layout.value != nil), diagnostics: layout.diagnostics)
  }

  /// Which profile reads a file, and what it gets wrong; the household's own profiles are checked beside it.
  public func checking(_ bytes: [UInt8], file: String) -> ProfileCheck {
    let reading = reading(bytes, file: file)
    var check = ProfileCheck(file: file, diagnostics: reading.diagnostics)
    check.rows = reading.value?.rows
    if !OFXReader.recognises(bytes) {
      for document in CSVDocument.candidates(bytes) {
        guard let profile = index.profile(for: document) else { continue }
        let layout = profile.layout
        check.profile = profile.described(isUsable: layout.value != nil)
        if let layout = layout.value, layout.declines == nil { addColumns(of: document, layout, to: &check) }
        break
      }
      if check.profile == nil || check.profile?.name.hasPrefix("generic") == true { addNearMisses(bytes, to: &check) }
    }
    let known = Set(check.diagnostics.compactMap(\.place))
    check.diagnostics += brokenProfiles(as: .error).filter { $0.place.map { !known.contains($0) } ?? true }
    return check
  }

  private func addColumns(of document: CSVDocument, _ layout: CSVLayout, to check: inout ProfileCheck) {
    for table in CSVReader.columns(of: document, layout: layout) {
      check.unusedColumns += table.unused.map { .init(name: $0.name, line: table.line, column: $0.column) }
      for missing in table.missing {
        let names = missing.names.map { "“\($0)”" }.joined(separator: " or ")
        let meant = missing.names.lazy.compactMap { nearestName(to: $0, among: table.unused.map(\.name)) }.first
        let isNeeded = meant != nil || table.content.needs(missing.role)
        check.diagnostics.append(
          Diagnostic(
            isNeeded ? .warning : .note, code: "profile-column-absent",
            "The table has no column \(names), which the profile \(layout.name) takes for the \(missing.role.rawValue)",
            at: SourceLocation(file: check.file, line: table.line), element: missing.role.rawValue,
            remedy: meant.map { "Did you mean “\($0)”?" } ?? "If the file has it under another name, add that name."))
      }
    }
  }

  /// Profiles whose header the file nearly has: brokers rename columns without notice.
  private func addNearMisses(_ bytes: [UInt8], to check: inout ProfileCheck) {
    for profile in index.profiles where !profile.isGeneric {
      for (header, line) in profile.lines(of: "header") {
        let pattern = HeaderPattern(header)
        let found = CSVDocument.candidates(bytes).lazy.compactMap { $0.nearestHeader(to: pattern) }
          .min { $0.missing.count < $1.missing.count }
        guard let found, profile.isOwn || found.missing.count * 3 <= pattern.count else { continue }
        let names = found.missing.map { $0.map { "“\($0)”" }.joined(separator: " or ") }.joined(separator: ", ")
        let meant = found.missing.joined().lazy.compactMap { nearestName(to: $0, among: found.names) }.first
        check.diagnostics.append(
          Diagnostic(
            profile.isOwn || check.profile == nil ? .warning : .note, code: "profile-header-absent",
            "The profile \(profile.name) wants \(names), which line \(found.line) of \(check.file) lacks",
            at: profile.isOwn ? SourceLocation(file: profile.file, line: line) : SourceLocation(file: check.file),
            element: "header",
            remedy: meant.map { "Did you mean “\($0)”?" } ?? "Write the column's names as the file has them."))
      }
    }
  }
}

extension TableLayout.Content {
  /// Whether a table of this content says little without a column of this role.
  fileprivate func needs(_ role: ColumnRole) -> Bool {
    switch self {
    case .transactions: [.day, .action, .amount, .units].contains(role)
    case .positions: [.units, .value].contains(role)
    case .lots: [.units, .basis, .acquired].contains(role)
    case .accounts, .nothing: false
    }
  }
}
