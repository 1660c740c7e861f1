import Diagnostics
import Statements

/// What a file holds that is no account of a portfolio: cards and lines of credit, profiles, lists of accounts.
struct DeclinedStatements {
  struct Statement {
    let message: String
    let place: Place
  }

  /// Why their rows are left out.
  static let reason = "a transaction of a card or a line of credit"

  var statements: [Statement] = []
  /// Whether a bank or a card issuer answered at all.
  var hasBankAnswer = false
  var hasProfile = false
  var hasAccountList = false
}

/// Status, accounts, and what the file is when it holds no statement that can be read (OFX 2.5, 3.1.5).
extension DocumentReader {
  mutating func readStatus(_ element: Int) {
    let code = tree.child(.code, of: element).flatMap(tree.string) ?? "0"
    let severity = tree.child(.severity, of: element).flatMap(tree.string)?.uppercased()
    guard severity == "ERROR" || severity == "WARN" || (severity == nil && (Int(code) ?? 0) >= 2000) else { return }
    let said = tree.child(.message, of: element).flatMap(tree.string).map { ": \($0)" } ?? ""
    let about = tree.innermost == .sonrs ? "the sign-on" : "the request"
    let isWarning = severity == "WARN"
    findings.add(
      isWarning ? .warning : .error, isWarning ? "ofx-status-warning" : "ofx-status-error",
      "the institution answered \(about) with \(isWarning ? "warning" : "error") \(code)\(said)",
      at: tree.nodes[element].place, element: "\(tree.innermost?.spelling ?? "OFX")/STATUS",
      remedy: isWarning
        ? "Check that nothing is missing."
        : code == "15500"
          ? "Check the user name and password there, and download again." : "Download the statement again.")
  }

  mutating func noteAccountKind(_ element: Int) {
    guard let account = tree.first(.invacctfrom, in: element),
      let number = tree.child(.acctid, of: account).flatMap(tree.string)
    else { return }
    accountKinds[number] = string(.usproducttype, in: element)
  }

  /// - Parameter what: `a credit-card statement`.
  mutating func decline(_ element: Int, _ what: String) {
    let account = tree.first(.ccacctfrom, in: element) ?? tree.first(.bankacctfrom, in: element)
    let number = account.flatMap { tree.child(.acctid, of: $0) }.flatMap(tree.string)
    declined.statements.append(
      DeclinedStatements.Statement(
        message: "\(what)\(number.map { " of account \($0)" } ?? "") is not read", place: tree.nodes[element].place))
  }

  /// Everything that was read; nothing may follow.
  mutating func finish(also others: Findings? = nil) -> Reading<ParsedFile> {
    endStatement(nil)
    for index in file.statements.indices {
      if let kind = accountKinds[file.statements[index].account.number] { file.statements[index].account.kind = kind }
    }
    joinSplits()
    if openOrders > 0 {
      findings.add(.note, "ofx-open-orders", "open orders are not read: \(openOrders) in INVOOLIST")
    }
    noteDeclined()
    noteAbsence()
    return Reading(file, diagnostics: findings.all + (others?.all ?? []))
  }

  private mutating func noteDeclined() {
    for statement in declined.statements {
      findings.add(
        file.statements.isEmpty ? .error : .warning, "ofx-debt-statement",
        statement.message, at: statement.place,
        remedy: "A debt is no part of a portfolio: download the statement of a brokerage, plan or bank account.")
    }
  }

  private mutating func noteAbsence() {
    guard file.statements.isEmpty, declined.statements.isEmpty else { return }
    let content =
      declined.hasBankAnswer
      ? "a bank answered without one"
      : declined.hasProfile
        ? "it is the profile of an institution"
        : declined.hasAccountList ? "it is a list of accounts" : "nothing follows the sign-on"
    findings.add(
      .error, "ofx-no-statement", "the file holds no statement of an account: \(content)",
      remedy: "Download the statement of an account, with a period and positions.")
  }
}
