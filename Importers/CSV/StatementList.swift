import Measures
import Statements

/// The statements of a file while its rows are read: one for each account, and for each day that a column states.
struct StatementList {
  /// The account that lines beside the tables have named last.
  struct Named {
    var number: String?
    var name: String?
    var kind: String?
  }

  private struct Key: Hashable {
    let number: String
    let name: String?
    let asOf: Day?
  }

  private(set) var statements: [ParsedStatement] = []
  private var places: [Key: Int] = [:]
  let broker: String
  let currency: String

  init(broker: String, currency: String) {
    self.broker = broker
    self.currency = currency
  }

  /// The place of the statement of an account, made when it is met first.
  ///
  /// A name stands in for a number that is not printed, so that two plans of one file stay two. One table of a file may print
  /// the name and another leave it out: they speak of the same account.
  mutating func place(of account: Named, asOf: Day?) -> Int {
    let number = account.number ?? account.name ?? ""
    let key = Key(number: number, name: account.name, asOf: asOf)
    if let place = places[key] { return place }
    let nameless = Key(number: number, name: nil, asOf: asOf)
    if let place = places[nameless], statements[place].account.name == nil {
      statements[place].account.name = account.name
      places[key] = place
      return place
    }
    var statement = ParsedStatement(
      account: PrintedAccount(number: number, broker: broker, name: account.name, kind: account.kind),
      currency: currency)
    statement.asOf = asOf
    places[key] = statements.count
    if places[nameless] == nil { places[nameless] = statements.count }
    statements.append(statement)
    return statements.count - 1
  }

  mutating func change(_ place: Int, _ change: (inout ParsedStatement) -> Void) { change(&statements[place]) }
  mutating func changeAll(_ change: (inout ParsedStatement) -> Void) {
    for place in statements.indices { change(&statements[place]) }
  }
}
