public import Diagnostics
import ImporterCSV
import ImporterOFX
public import Statements

/// Reads a statement file of any format and any broker that Hearth knows.
///
/// The pipeline: bytes → OFX or a document of separated values → the profile whose header the document has → statements.
/// A file is recognised by what is in it, never by its name.
public struct StatementReader: Sendable {
  private let profiles: ProfileIndex

  /// - Parameter extraProfiles: a household's own profiles; where they fit they go before the built-in ones.
  public init(extraProfiles: [(name: String, text: String)] = []) {
    profiles = ProfileIndex(extraProfiles.map { Profile(file: $0.name, text: $0.text, isOwn: true) } + Profile.builtIn)
  }

  public func reading(_ bytes: [UInt8], file: String) -> Reading<ParsedFile> {
    if OFXReader.recognises(bytes) { return OFXReader.reading(bytes, file: file) }
    guard bytes.contains(where: { $0 > 0x20 }) else { return refusal(.empty, file) }
    for document in CSVDocument.candidates(bytes) {
      guard let profile = profiles.profile(for: document) else { continue }
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
      var reading = CSVReader.reading(document, file: file, layout: value)
      if profile.isGeneric {
        reading.diagnostics.insert(
          Diagnostic(
            .warning, code: "statement-generic", "No profile knows this broker; the columns were taken at their names",
            at: SourceLocation(file: file),
            remedy: "Compare what was read with the file, or write a profile as Importers/README.md shows."), at: 0)
      }
      return reading
    }
    return refusal(.of(bytes), file)
  }

  private func refusal(_ refusal: Refusal, _ file: String) -> Reading<ParsedFile> {
    Reading(nil, diagnostics: [refusal.diagnostic(file: file, brokers: profiles.brokers)])
  }
}
