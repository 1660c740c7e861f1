import Diagnostics
import ImporterCSV

/// Why a file is no statement that can be read, told from its first bytes.
enum Refusal {
  case empty, pdf, spreadsheet, webPage, json, brokenJSON, image, unknown

  static func of(_ bytes: [UInt8]) -> Refusal {
    let start = String(decoding: bytes.prefix(512), as: UTF8.self).drop(while: \.isWhitespace)
    if start.hasPrefix("%PDF") { return .pdf }
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
      return .spreadsheet
    }
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) || bytes.starts(with: [0xff, 0xd8, 0xff]) { return .image }
    let lower = start.lowercased()
    if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") { return .webPage }
    if start.hasPrefix("{") || start.hasPrefix("[") {
      return CSVDocument.isBrokenJSON(bytes) ? .brokenJSON : .json
    }
    return .unknown
  }

  func diagnostic(file: String, brokers: [String]) -> Diagnostic {
    let (code, message, remedy) = words(brokers: brokers)
    return Diagnostic(.error, code: code, message, at: SourceLocation(file: file), remedy: remedy)
  }

  private func words(brokers: [String]) -> (code: String, message: String, remedy: String) {
    let download = "Download the account's history or positions as CSV or OFX (also called QFX, or Quicken)."
    return switch self {
    case .empty: ("statement-empty", "The file is empty", "Download the statement again.")
    case .pdf: ("statement-not-text", "This is a PDF document, which has no rows to read", download)
    case .spreadsheet:
      ("statement-not-text", "This is a spreadsheet or an archive", "Save its sheet as CSV, or unpack it. " + download)
    case .image: ("statement-not-text", "This is a picture", download)
    case .webPage:
      (
        "statement-web-page", "This is a web page, probably the broker's sign-in",
        "Sign in and download again. " + download
      )
    case .brokenJSON:
      ("statement-json-broken", "This JSON file breaks off, or is not well-formed", "Download it again. " + download)
    case .json: ("statement-json", "This is a JSON file, which no profile reads", download)
    case .unknown:
      (
        "statement-unknown", "No profile knows a header in this file",
        "Known brokers: \(brokers.joined(separator: ", ")). For another one begin a profile with “hearth importers new "
          + "FILE”; Importers/README.md says how to go on."
      )
    }
  }
}
