/// The code of ISO 4217 that `printed` means: three letters, in capitals; `nil` for anything else.
public func currencyCode(_ printed: String) -> String? {
  let code = printed.filter { !$0.isWhitespace }.uppercased()
  return code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) } ? code : nil
}
