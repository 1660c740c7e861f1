/// Who may ask: the browser that was opened with the printed address, for this page itself, and nobody else.
struct Gate: Sendable {
  enum Verdict: Sendable {
    case admitted
    /// The opening token was right: the browser gets the cookie, and goes on without the token in its address.
    case opened
    /// Another program or page led here, so the browser keeps the cookie back; what this page itself asks for next carries it.
    case bounced
    case refused(Refusal)
  }

  let port: UInt16
  let keys: Keys
  let isReadOnly: Bool

  static let openingPath = ["open"]
  static let formField = "form-token"

  /// A cookie belongs to a host and not to a port: another Hearth beside this one has one of its own.
  private var cookieName: String { "hearth-\(port)" }

  var cookie: String { "\(cookieName)=\(keys.session); Path=/; HttpOnly; SameSite=Strict" }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  func verdict(on head: RequestHead) -> Verdict {
    // A name that was made to point at this machine is none of ours (DNS rebinding).
    guard let host = head["host"]?.lowercased(), hosts.contains(host) else {
      return .refused(Refusal(.misdirected, "This page is at 127.0.0.1 alone."))
    }
    if head.method == .get, head.path == Self.openingPath, Keys.match(head.query["token"], keys.opening) {
      return .opened
    }
    guard hasCookie(head) else {
      let isFromElsewhere = head["sec-fetch-site"] == "cross-site" && head["sec-fetch-dest"] == "document"
      return isFromElsewhere && head.method == .get ? .bounced : .refused(.stranger)
    }
    guard head.method == .post else { return .admitted }
    guard let origin = head["origin"]?.lowercased(), origin == "http://\(host)" else {
      return .refused(Refusal(.forbidden, "Another page sent this form."))
    }
    if let site = head["sec-fetch-site"], site != "same-origin" {
      return .refused(Refusal(.forbidden, "Another page sent this form."))
    }
    return .admitted
  }

  private func hasCookie(_ head: RequestHead) -> Bool {
    let cookies = (head["cookie"] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
    return cookies.contains { cookie in
      let parts = cookie.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && parts[0] == cookieName && Keys.match(String(parts[1]), keys.session)
    }
  }

  /// Whether a form comes from a page of this run of the server.
  func isOurs(_ fields: FormFields) -> Bool { Keys.match(fields[Self.formField], keys.form) }
}

extension Refusal {
  static let readOnly = Refusal(
    .forbidden, "This page is read-only.", remedy: "Start Hearth without --read-only to change something.")
  static let stranger = Refusal(
    .forbidden, "Hearth does not know this browser.",
    remedy: "Open the address that “hearth serve” printed, with its token.")
  static let foreignForm = Refusal(
    .forbidden, "This form is from another page, or from before Hearth was started anew.",
    remedy: "Go back, load the page again and send the form once more.")
}
