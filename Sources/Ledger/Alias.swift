import Statements

/// A name of a security, with the institution where it is one; an empty institution means everywhere.
///
/// Tickers, ISINs and SEDOLs are the same everywhere, CUSIPs where their check digit is right: brokers print codes of their
/// own as CUSIPs. Plans' codes and printed names belong to the institution that uses them.
struct Alias: Hashable {
  let scheme: String
  let value: String
  let institution: String

  init(scheme: String, value: String, institution: String) {
    self.scheme = scheme
    self.value = value
    self.institution = institution
  }

  init(_ reference: SecurityReference, institution: String) {
    scheme = reference.printedScheme?.uppercased() ?? reference.scheme.rawValue
    let isGlobal: Bool
    switch reference.scheme {
    case .ticker, .isin, .sedol: isGlobal = true
    case .cusip: isGlobal = CheckDigit.isCUSIP(reference.value)
    case .planCode, .name, .other: isGlobal = false
    }
    value = isGlobal ? reference.value.uppercased() : reference.value
    self.institution = isGlobal ? "" : institution
  }

  var isTicker: Bool { scheme == SecurityReference.Scheme.ticker.rawValue }

  /// `CUSIP:922908363`, as the household file writes it.
  var text: String { scheme + ":" + value }
}
