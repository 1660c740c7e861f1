public import Diagnostics
public import Foundation
public import Rebalancing

/// A household on one day as a file of the format `household-case/1` (JSON, UTF-8): for checks, batches and other programs.
public enum CaseFile {
  /// Reads one case.
  ///
  /// - Parameter line: where the case is one line of a file of many.
  /// - Returns: the problem, or errors that name the JSON path and what was expected there.
  public static func reading(_ data: Data, file: String, line: Int? = nil) -> Reading<RebalanceProblem> {
    let place = SourceLocation(file: file, line: line)
    do {
      let document = try JSONDecoder().decode(CaseDocument.self, from: data)
      guard document.schema == "household-case/1" else {
        return failed(place, "schema", "The schema is “\(document.schema)”, not “household-case/1”.")
      }
      var translation = CaseTranslation(place: place)
      let problem = translation.problem(document)
      let hasErrors = translation.diagnostics.contains { $0.severity == .error }
      return Reading(
        hasErrors ? nil : problem, diagnostics: CaseKeys.strangers(in: data, file: file) + translation.diagnostics)
    } catch let error as DecodingError {
      return failed(place, error.path, error.sentence)
    } catch {
      return failed(place, nil, "This is not JSON: \(error.localizedDescription)")
    }
  }

  private static func failed(_ place: SourceLocation, _ path: String?, _ message: String) -> Reading<RebalanceProblem> {
    Reading(
      nil,
      diagnostics: [
        Diagnostic(
          .error, code: "case-unreadable", message, at: place, element: path,
          remedy: "Compare the file with the format “household-case/1” in Docs/Optimiser.md.")
      ])
  }
}

extension DecodingError {
  var path: String? {
    let keys: [any CodingKey] =
      switch self {
      case .keyNotFound(let key, let context): context.codingPath + [key]
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      @unknown default: []
      }
    guard !keys.isEmpty else { return nil }
    return keys.reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      return path.isEmpty ? key.stringValue : path + "." + key.stringValue
    }
  }

  var sentence: String {
    switch self {
    case .keyNotFound(let key, _): "The key “\(key.stringValue)” is missing."
    case .typeMismatch(let type, _): "This should be a \(type)."
    case .valueNotFound(let type, _): "This should be a \(type), not null."
    case .dataCorrupted(let context): "This is not JSON: \(context.debugDescription)"
    @unknown default: "This cannot be read."
    }
  }
}
