import Diagnostics
import Statements

/// Bank and card statements, profiles and account lists: what the file holds beside investments.
struct BankContent {
  struct Statement {
    let message: String
    let place: Place
  }

  var statements: [Statement] = []
  var isPresent = false
  var hasProfile = false
  var hasAccountList = false
}

/// Status, accounts, and what the file is when it holds no investment statement (OFX 2.5, 3.1.5).
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

  mutating func skipBankRow(_ row: Int) {
    skipRow(row, "a transaction of a bank or card statement")
  }

  mutating func noteBankStatement(_ element: Int) {
    let isCard = tree.nodes[element].name == .ccstmtrs
    let account = tree.first(isCard ? .ccacctfrom : .bankacctfrom, in: element)
    let number = account.flatMap { tree.child(.acctid, of: $0) }.flatMap(tree.string)
    let type = account.flatMap { tree.child(.accttype, of: $0) }.flatMap(tree.string).map { " (\($0))" } ?? ""
    bank.statements.append(
      BankContent.Statement(
        message:
          "a \(isCard ? "credit-card" : "bank") statement\(number.map { " of account \($0)" } ?? "")\(type) is not read",
        place: tree.nodes[element].place))
  }

  /// Everything that was read; nothing may follow.
  mutating func finish(also others: Findings? = nil) -> Reading<ParsedFile> {
    endStatement(nil)
    for index in file.statements.indices {
      file.statements[index].account.kind = accountKinds[file.statements[index].account.number]
    }
    if openOrders > 0 {
      findings.add(.note, "ofx-open-orders", "open orders are not read: \(openOrders) in INVOOLIST")
    }
    noteBank()
    noteAbsence()
    return Reading(file, diagnostics: findings.all + (others?.all ?? []))
  }

  private mutating func noteBank() {
    if bank.isPresent, bank.statements.isEmpty, file.statements.isEmpty {
      bank.statements.append(BankContent.Statement(message: "an answer from a bank is not read", place: Place()))
    }
    for statement in bank.statements {
      findings.add(
        file.statements.isEmpty ? .error : .warning, "ofx-bank-statement",
        statement.message, at: statement.place,
        remedy:
          "Hearth reads investment statements: download the one of a brokerage or plan account, and write a bank balance down with “hearth record cash”."
      )
    }
  }

  private mutating func noteAbsence() {
    guard file.statements.isEmpty, bank.statements.isEmpty else { return }
    let content =
      bank.hasProfile
      ? "it is the profile of an institution"
      : bank.hasAccountList ? "it is a list of accounts" : "nothing follows the sign-on"
    findings.add(
      .error, "ofx-no-statement", "the file holds no investment statement: \(content)",
      remedy: "Download the statement of an account, with a period and positions.")
  }
}
