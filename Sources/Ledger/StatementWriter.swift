internal import GRDB
import Measures
import Statements

/// Stores the statements of files, every field as printed.
struct StatementWriter {
  private let database: Database
  private let witness: Statement
  private let namedLot: Statement
  private let position: Statement
  private let lot: Statement

  init(_ database: Database) throws {
    self.database = database
    witness = try database.makeStatement(sql: Self.insertion(into: "witnesses", Self.witnessColumns))
    namedLot = try database.makeStatement(
      sql: Self.insertion(
        into: "named_lots", ["witness_id", "ordinal", "acquired", "units_e8", "price_e10", "basis_micros"]))
    position = try database.makeStatement(
      sql: Self.insertion(
        into: "positions",
        [
          "statement_id", "ordinal", "line", "alias_id", "units_e8", "price_e10", "value_micros", "cost_basis_micros",
          "source_401k", "price_day",
        ]))
    lot = try database.makeStatement(
      sql: Self.insertion(
        into: "lots",
        [
          "statement_id", "ordinal", "line", "alias_id", "units_e8", "acquired", "basis_micros", "closed",
          "proceeds_micros", "disallowed_micros", "term",
        ]))
  }

  private static let witnessColumns = [
    "statement_id", "ordinal", "line", "broker_id", "kind", "source", "day", "settle_day", "alias_id",
    "effect_units_e8", "effect_cash_micros", "units_e8", "price_e10", "amount_micros", "currency",
    "commission_micros", "fees_micros", "taxes_micros", "load_micros", "withholding_micros",
    "accrued_interest_micros", "income_type", "split_old_e8", "split_new_e8", "option_action",
    "shares_per_contract_e8", "source_401k", "sub_account_from", "sub_account_to", "related", "reverses", "memo",
  ]

  private static func insertion(into table: String, _ columns: [String]) -> String {
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }

  /// Stores all that a file says under the number of the file.
  func store(_ incoming: IncomingFile, as file: Int) throws {
    let parsed = incoming.read.file
    for (ordinal, statement) in parsed.statements.enumerated() {
      let names = incoming.numbers(inStatementOf: statement.account.broker)
      try store(
        statement, incoming.facts[ordinal], account: incoming.accountNumbers[ordinal], file: file, ordinal: ordinal,
        alias: { names[$0] })
    }
    for (ordinal, description) in incoming.descriptions.enumerated() {
      try store(description, file: file, ordinal: ordinal)
    }
    for (ordinal, series) in parsed.series.enumerated() { try store(series, file: file, ordinal: ordinal) }
    for (ordinal, row) in parsed.rows.skipped.enumerated() {
      try database.execute(
        sql: Self.insertion(into: "unused_rows", ["file_id", "ordinal", "line", "reason"]),
        arguments: [file, ordinal, row.line, row.reason])
    }
  }

  private func store(_ series: PrintedSeries, file: Int, ordinal: Int) throws {
    try database.execute(
      sql: Self.insertion(into: "series", ["file_id", "ordinal", "name", "unit"]),
      arguments: [file, ordinal, series.name, series.unit])
    let id = database.lastInsertedRowID
    let observation = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO observations (series_id, day, value) VALUES (?, ?, ?)")
    for (day, value) in series.observations { try run(observation, [id, day.number, value.description]) }
  }

  private func store(_ description: SecurityBook.Description, file: Int, ordinal: Int) throws {
    try database.execute(
      sql: Self.insertion(
        into: "descriptions", ["file_id", "ordinal", "alias_id", "name", "kind", "price_e10", "price_day"]),
      arguments: [
        file, ordinal, description.aliases.first, description.name, description.kind?.rawValue,
        description.price?.steps, description.priceDay?.number,
      ])
    let id = database.lastInsertedRowID
    for alias in description.aliases.dropFirst() {
      try database.execute(
        sql: Self.insertion(into: "description_aliases", ["description_id", "alias_id"]), arguments: [id, alias])
    }
  }

  private func store(
    _ statement: ParsedStatement, _ facts: StatementFacts, account: Int, file: Int, ordinal: Int,
    alias: (SecurityReference) -> Int?
  ) throws {
    try database.execute(
      sql: Self.insertion(
        into: "statements",
        ["file_id", "ordinal", "account_id", "as_of", "from_day", "to_day", "currency", "cash_micros"]),
      arguments: [
        file, ordinal, account, statement.asOf?.number, statement.from?.number, statement.to?.number,
        statement.currency, PrintedColumn<MoneyUnit>(statement.cash),
      ])
    let id = database.lastInsertedRowID
    for (index, entry) in statement.entries.enumerated() {
      try store(entry, facts.witnesses[index], statement: id, ordinal: index)
    }
    for (index, printed) in statement.positions.enumerated() {
      try run(
        position,
        [
          id, index, printed.line, alias(printed.security), PrintedColumn<QuantityUnit>(printed.units),
          PrintedColumn<PriceUnit>(printed.price), PrintedColumn<MoneyUnit>(printed.value),
          PrintedColumn<MoneyUnit>(printed.costBasis), printed.source401k, printed.day?.number,
        ])
    }
    for (index, printed) in statement.lots.enumerated() {
      try run(
        lot,
        [
          id, index, printed.line, alias(printed.security), PrintedColumn<QuantityUnit>(printed.units),
          printed.acquired?.number, PrintedColumn<MoneyUnit>(printed.basis), printed.closed?.number,
          PrintedColumn<MoneyUnit>(printed.proceeds), PrintedColumn<MoneyUnit>(printed.disallowed), printed.term,
        ])
    }
    for (index, field) in (statement.plan?.fields ?? []).enumerated() {
      try database.execute(
        sql: Self.insertion(into: "plan_fields", ["statement_id", "ordinal", "path", "value"]),
        arguments: [id, index, field.path, field.value])
    }
  }

  private func store(_ entry: StatementEntry, _ facts: Witness, statement: Int64, ordinal: Int) throws {
    try run(
      witness,
      [
        statement, ordinal, entry.line, entry.id, entry.kind.rawValue, entry.source, entry.day.number,
        entry.settleDay?.number, facts.alias, facts.units?.steps, facts.cash?.steps,
        PrintedColumn<QuantityUnit>(entry.units), PrintedColumn<PriceUnit>(entry.price),
        PrintedColumn<MoneyUnit>(entry.amount), entry.currency, PrintedColumn<MoneyUnit>(entry.commission),
        PrintedColumn<MoneyUnit>(entry.fees), PrintedColumn<MoneyUnit>(entry.taxes),
        PrintedColumn<MoneyUnit>(entry.load), PrintedColumn<MoneyUnit>(entry.withholding),
        PrintedColumn<MoneyUnit>(entry.accruedInterest), entry.incomeType,
        PrintedColumn<QuantityUnit>(entry.split?.old), PrintedColumn<QuantityUnit>(entry.split?.new),
        entry.option?.action, PrintedColumn<QuantityUnit>(entry.option?.sharesPerContract), entry.source401k,
        entry.subAccounts?.from, entry.subAccounts?.to, entry.related, entry.reverses, entry.memo,
      ])
    guard !entry.closes.isEmpty else { return }
    let id = database.lastInsertedRowID
    for (index, closed) in entry.closes.enumerated() {
      try run(
        namedLot,
        [
          id, index, closed.acquired?.number, PrintedColumn<QuantityUnit>(closed.units),
          PrintedColumn<PriceUnit>(closed.price), PrintedColumn<MoneyUnit>(closed.basis),
        ])
    }
  }

  /// Runs an insertion whose columns are all given.
  private func run(_ statement: Statement, _ values: [(any DatabaseValueConvertible)?]) throws {
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }
}
