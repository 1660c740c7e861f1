public import Diagnostics
import ImporterCSV
import Statements

/// A profile proposed for a file that none knows: YAML with comments that say what each guess rests on.
///
/// What is unsure is marked `???`; a person reads those lines, and the file is read with the profile at once to see what comes out.
public struct ProfileDraft: Sendable {
  public let name: String
  public let text: String
  /// How many lines are marked as unsure.
  public var doubts: Int { text.split(separator: "\n").dropFirst(3).count { $0.contains("???") } }

  /// - Parameters:
  ///   - broker: the name under which accounts are to be kept; without one the file's name gives it.
  /// - Returns: nothing, with the reason, where the file holds no table.
  public static func reading(_ bytes: [UInt8], file: String, broker: String? = nil) -> Reading<ProfileDraft> {
    guard let survey = CSVSurvey(bytes) else {
      return Reading(
        nil,
        diagnostics: [
          Diagnostic(
            .error, code: "profile-no-table",
            "The file has no table: no line of column names with rows of figures below",
            at: SourceLocation(file: file), remedy: "Download the account's history or positions as CSV.")
        ])
    }
    let name = word(broker ?? word(ofFile: file))
    var writer = DraftWriter(survey: survey, file: file.split(separator: "/").last.map(String.init) ?? file)
    return Reading(ProfileDraft(name: name, text: writer.text(name: name)))
  }

  /// Letters, digits and dashes: `My Bank` → `my-bank`.
  private static func word(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return words.isEmpty ? "broker" : words
  }

  /// The first word in a file's name.
  private static func word(ofFile file: String) -> String {
    let base = file.split(separator: "/").last ?? ""
    return base.split { !$0.isLetter && !$0.isNumber }.first { $0.contains(where: \.isLetter) }.map(String.init)
      ?? "broker"
  }
}
