public import Diagnostics
import ImporterCSV
import ImporterOFX
public import Measures
public import Statements

/// Reads a statement file of any format and any broker that Hearth knows.
///
/// The pipeline: bytes → OFX or a document of separated values → the profile whose header the document has → statements.
/// A file is recognised by what is in it, never by its name.
public struct StatementReader: Sendable {
  let index: ProfileIndex

  /// - Parameter extraProfiles: a household's own profiles; where they fit they go before the built-in ones.
  public init(extraProfiles: [(name: String, text: String)] = []) {
    index = ProfileIndex(extraProfiles.map { Profile(file: $0.name, text: $0.text, isOwn: true) } + Profile.builtIn)
  }

  /// - Parameters:
  ///   - asOf: the day on which the file's positions were held, where it says none; a file that says another of all is an error.
  ///   - remembered: the day that an import before has found for them; what the file says goes before.
  ///   - today: the last day that the file's name may mean.
  public func reading(
    _ bytes: [UInt8], file: String, asOf: Day? = nil, remembered: Day? = nil, today: Day? = nil
  ) -> Reading<ParsedFile> {
    if OFXReader.recognises(bytes) { return OFXReader.reading(bytes, file: file).holding(asOf) }
    guard bytes.contains(where: { $0 > 0x20 }) else { return refusal(.empty, file) }
    for document in CSVDocument.candidates(bytes) {
      guard let profile = index.profile(for: document) else { continue }
      let layout = profile.layout
      guard let value = layout.value else { return Reading(nil, diagnostics: layout.diagnostics) }
      if let reason = value.declines {
        let remedy = "Hearth keeps investment accounts; leave this file out, or write a profile of your own for it."
        return Reading(
          nil,
          diagnostics: [
            Diagnostic(.error, code: "statement-declined", reason, at: SourceLocation(file: file), remedy: remedy)
          ])
      }
      var reading = CSVReader.reading(
        document, file: file, layout: value, asOf: asOf, remembered: remembered, today: today)
      if profile.isGeneric {
        reading.diagnostics.insert(
          Diagnostic(
            .warning, code: "statement-generic", "No profile knows this broker; the columns were taken at their names",
            at: SourceLocation(file: file),
            remedy: "Compare what was read with the file, or begin a profile with “hearth importers new FILE”."), at: 0)
        reading.diagnostics += brokenProfiles(as: .warning)
      }
      return reading
    }
    var refused = refusal(.of(bytes), file)
    refused.diagnostics += brokenProfiles(as: .error)
    return refused
  }

  /// What is wrong with the household's own profiles: one of them may be meant for a file that none else knows.
  func brokenProfiles(as severity: Diagnostic.Severity) -> [Diagnostic] {
    index.profiles.filter(\.isOwn).flatMap(\.layout.diagnostics).map { $0.with(severity) }
  }

  private func refusal(_ refusal: Refusal, _ file: String) -> Reading<ParsedFile> {
    Reading(nil, diagnostics: [refusal.diagnostic(file: file, brokers: index.brokers)])
  }
}

extension Reading<ParsedFile> {
  /// OFX always states the day of its positions: another that is given is an error.
  fileprivate func holding(_ given: Day?) -> Self {
    guard let given, let file = value,
      let stated = file.statements.lazy.filter({ !$0.positions.isEmpty }).compactMap(\.asOf).first(where: {
        $0 != given
      })
    else { return self }
    var refused = self
    refused.diagnostics.append(
      Diagnostic(
        .error, code: "statement-day-stated",
        "The file says that its positions were held on \(stated), not on \(given)", at: SourceLocation(file: file.file),
        remedy: "Import it without “--as-of”."))
    return refused
  }
}

extension Diagnostic {
  fileprivate func with(_ severity: Severity) -> Diagnostic {
    Diagnostic(severity, code: code, message, at: place, element: element, remedy: remedy)
  }
}
