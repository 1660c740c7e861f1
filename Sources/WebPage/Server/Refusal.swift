/// Why a request is not answered with what it asked for: an HTTP status and a sentence for a person.
struct Refusal: Error, Sendable, Equatable {
  let status: Status
  let sentence: String
  /// What to do instead.
  var remedy: String?

  init(_ status: Status, _ sentence: String, remedy: String? = nil) {
    self.status = status
    self.sentence = sentence
    self.remedy = remedy
  }
}

/// The statuses of RFC 9110 that Hearth answers with.
enum Status: Int, Sendable {
  case ok = 200
  case seeOther = 303
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case lengthRequired = 411
  case tooLarge = 413
  case unsupportedType = 415
  case misdirected = 421
  case headersTooLarge = 431
  case serverError = 500
  case notImplemented = 501
  case unsupportedVersion = 505

  var phrase: String {
    switch self {
    case .ok: "OK"
    case .seeOther: "See Other"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .lengthRequired: "Length Required"
    case .tooLarge: "Content Too Large"
    case .unsupportedType: "Unsupported Media Type"
    case .misdirected: "Misdirected Request"
    case .headersTooLarge: "Request Header Fields Too Large"
    case .serverError: "Internal Server Error"
    case .notImplemented: "Not Implemented"
    case .unsupportedVersion: "HTTP Version Not Supported"
    }
  }
}
