/// The secrets of one run of the server: 256 bits each, from the system's generator.
struct Keys: Sendable {
  /// Stands in the address that is printed, and is given for the cookie.
  let opening: String
  /// The cookie's value.
  let session: String
  /// Stands in every form of the page, so that no other page can send one.
  let form: String

  init() {
    (opening, session, form) = (Self.secret(), Self.secret(), Self.secret())
  }

  static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether both are equal, in a time that does not tell where they differ.
  static func match(_ given: String?, _ secret: String) -> Bool {
    guard let given, given.utf8.count == secret.utf8.count else { return false }
    return zip(given.utf8, secret.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
