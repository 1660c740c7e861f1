import Measures
import PortfolioModel
import Statements

/// A file on its way into the ledger, its names numbered by the catalog.
struct IncomingFile {
  let read: ReadStatement
  /// The accounts it speaks of, so that equal bytes about another account are another file.
  let accounts: String
  /// The catalog's account of each statement.
  var accountNumbers: [Int] = []
  var facts: [StatementFacts] = []
  var descriptions: [SecurityBook.Description] = []
  private(set) var reader: FactReader
  /// The names by which the statements' institutions know securities.
  private var numbers: [String: [SecurityReference: Int]] = [:]

  init(_ read: ReadStatement, catalog: inout Catalog) {
    self.read = read
    let printed = read.file.statements.map(\.account)
    accounts = Set(printed.map { "\($0.broker) \($0.number.isEmpty ? $0.name ?? "" : $0.number)" }).sorted().joined(
      separator: "\n")
    reader = FactReader(file: read.file.file)
    for statement in read.file.statements {
      let institution = Institution(statement.account.broker).name
      accountNumbers.append(catalog.number(of: statement.account))
      var known = numbers[institution] ?? [:]
      facts.append(
        reader.facts(of: statement) { reference in
          if let number = known[reference] { return number }
          let number = catalog.number(of: Alias(reference, institution: institution))
          known[reference] = number
          return number
        })
      numbers[institution] = known
    }
    describe(catalog: &catalog)
  }

  /// What the file says, by account of the household, in the order of its statements.
  func factsByAccount(_ claims: AccountClaims) -> [(account: AccountID, facts: AccountFacts)] {
    var found: [(account: AccountID, facts: AccountFacts)] = []
    for (number, statement) in zip(accountNumbers, facts) {
      guard let account = claims.accounts[number] else { continue }
      let index = found.firstIndex { $0.account == account } ?? found.count
      if index == found.count {
        let dialect = read.file.profile ?? "ofx"
        found.append((account, AccountFacts(file: .max, name: read.file.file, dialect: dialect)))
      }
      found[index].facts.statements.append(statement)
    }
    return found
  }

  /// What each statement says, with the catalog's number of its account.
  var statements: [(account: Int, facts: StatementFacts)] { Array(zip(accountNumbers, facts)) }

  var rows: [(place: BookedRow.Place, row: BookedRow)] { BookedRow.rows(of: statements) }

  /// The rows that were read and cannot be booked, each with the reason.
  var unbookedRows: [RowCount.Skipped] {
    var found: [RowCount.Skipped] = []
    for (facts, printed) in zip(facts, read.file.statements) {
      let booked = Set(facts.lots.map(\.line))
      for lot in printed.lots where !booked.contains(lot.line) {
        found.append(RowCount.Skipped(line: lot.line, reason: "its number of units is too large to be true"))
      }
      guard facts.stateDay == nil else { continue }
      let lots = facts.lots.filter { $0.closed == nil }
      for line in facts.positions.map(\.line) + lots.map(\.line) + facts.cashLines {
        found.append(RowCount.Skipped(line: line, reason: "the file does not say of which day it is"))
      }
    }
    return found
  }

  /// The numbers of the names that statements of an institution print.
  func numbers(inStatementOf broker: String) -> [SecurityReference: Int] { numbers[Institution(broker).name] ?? [:] }

  /// A list of securities belongs to every institution whose statements the file holds.
  private mutating func describe(catalog: inout Catalog) {
    var institutions = Set(read.file.statements.map { Institution($0.account.broker).name }).sorted()
    if institutions.isEmpty { institutions = [""] }
    let lastDay = facts.compactMap(\.stateDay).max()
    for security in read.file.securities {
      var references = [security.reference] + security.aliases
      if let ticker = security.ticker, Self.isTicker(ticker, of: security) {
        references.append(SecurityReference(.ticker, ticker))
      }
      for institution in institutions {
        var numbers: [Int] = []
        for reference in references {
          let number = catalog.number(of: Alias(reference, institution: reference.institution ?? institution))
          if !numbers.contains(number) { numbers.append(number) }
        }
        let price: Price? = reader.value(security.price, line: 1)
        descriptions.append(
          SecurityBook.Description(
            aliases: numbers, name: security.name, kind: security.kind, price: price,
            priceDay: price == nil ? nil : security.priceDay ?? lastDay))
      }
    }
  }

  /// Lists print a CUSIP, blanks or a dash where they have no ticker.
  private static func isTicker(_ text: String, of security: PrintedSecurity) -> Bool {
    !text.isEmpty && text.utf8.count <= 24 && text.uppercased() != security.reference.value.uppercased()
      && text.contains(where: \.isLetter) && !["N/A", "NA", "NONE", "NULL"].contains(text.uppercased())
      && !CheckDigit.isCUSIP(text)
  }
}
