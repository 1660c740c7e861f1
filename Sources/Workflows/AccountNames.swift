import Diagnostics
import PortfolioModel

extension Household {
  /// The account of that short name, else the only one of that printed name.
  ///
  /// - Throws: `DiagnosticsError` that names the candidates.
  func account(named name: String) throws -> AccountID {
    if let account = accounts.first(where: { $0.id.rawValue == name }) { return account.id }
    let printed = accounts.filter { $0.name == name }
    guard printed.count == 1 else { throw noAccount(named: name) }
    return printed[0].id
  }

  /// Names the accounts that may be meant.
  func noAccount(named name: String) -> DiagnosticsError {
    let printed = accounts.filter { $0.name == name }.map(\.id)
    let nearest = nearestName(to: name, among: accounts.map(\.id.rawValue)).map { "Did you mean “\($0)”? " } ?? ""
    let candidates = (printed.isEmpty ? accounts.map(\.id) : printed).map(\.rawValue).joined(separator: ", ")
    let names = candidates.isEmpty ? "." : ": \(candidates)."
    return DiagnosticsError(
      Diagnostic(
        .error, code: "household-no-such-account",
        printed.count < 2
          ? "The household has no account “\(name)”." : "The household has \(printed.count) accounts “\(name)”.",
        remedy: nearest + "Use the short name of an account in household.yaml" + names))
  }
}
