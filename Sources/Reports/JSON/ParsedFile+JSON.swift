public import Diagnostics
import Measures
public import Statements

extension Reading<ParsedFile> {
  /// The document `hearth.statement/1`: everything that was read, exact numbers as strings, absent values as absent keys.
  ///
  /// - Parameter file: the name for a file that could not be read at all.
  public func json(file: String) -> JSONValue {
    .object([
      "schema": .string("hearth.statement/1"),
      "file": .string(value?.file ?? file),
      "format": .text(value?.format.rawValue),
      "profile": .text(value?.profile),
      "statements": .array(value?.statements.map(\.json) ?? []),
      "securities": .array(value?.securities.map(\.json) ?? []),
      "rows": value?.rows.json ?? RowCount().json,
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }
}

extension ParsedStatement {
  var json: JSONValue {
    .object([
      "account": account.json,
      "asOf": .text(asOf),
      "from": .text(from),
      "to": .text(to),
      "currency": .string(currency),
      "cash": .text(cash),
      "transactions": .array(entries.map(\.json)),
      "positions": .array(positions.map(\.json)),
      "lots": .array(lots.map(\.json)),
      "plan": plan?.json,
    ])
  }
}

extension PrintedAccount {
  var json: JSONValue {
    .object(["number": .string(number), "broker": .string(broker), "name": .text(name), "kind": .text(kind)])
  }
}

extension PrintedSecurity {
  var json: JSONValue {
    .object([
      "id": .string(reference.description), "ticker": .text(ticker), "name": .text(name),
      "kind": .text(kind?.rawValue),
      "price": .text(price), "priceDay": .text(priceDay),
      "aliases": aliases.isEmpty ? nil : .array(aliases.map { .string($0.description) }),
    ])
  }
}

extension PrintedPosition {
  var json: JSONValue {
    .object([
      "security": .string(security.description), "units": .text(units), "price": .text(price), "value": .text(value),
      "costBasis": .text(costBasis), "source401k": .text(source401k), "day": .text(day), "line": .integer(line),
    ])
  }
}

extension PrintedLot {
  var json: JSONValue {
    .object([
      "security": .string(security.description), "units": .string(units.description), "acquired": .text(acquired),
      "basis": .text(basis), "closed": .text(closed), "proceeds": .text(proceeds), "disallowed": .text(disallowed),
      "term": .text(term), "line": .integer(line),
    ])
  }
}

extension PlanDetails {
  /// The section's leaves as nested objects; elements that repeat become arrays.
  var json: JSONValue {
    PlanNode(fields: fields.map { ($0.path.split(separator: "/").map(String.init), $0.value) }).json
  }
}

/// The tree that the paths of a plan's leaves span.
private struct PlanNode {
  let fields: [(path: [String], value: String)]

  var json: JSONValue {
    var order: [String] = []
    var children: [String: [(path: [String], value: String)]] = [:]
    for field in fields {
      guard let head = field.path.first else { continue }
      if children[head] == nil { order.append(head) }
      children[head, default: []].append((Array(field.path.dropFirst()), field.value))
    }
    return .object(
      order.map { key in
        let below = children[key] ?? []
        let leaves = below.filter(\.path.isEmpty).map { JSONValue.string($0.value) }
        if leaves.count == below.count { return .init(key: key, value: leaves.count == 1 ? leaves[0] : .array(leaves)) }
        return .init(key: key, value: PlanNode(fields: below.filter { !$0.path.isEmpty }).json)
      })
  }
}

extension RowCount {
  var json: JSONValue {
    .object([
      "data": .integer(data), "used": .integer(used),
      "uses": .object(
        Use.allCases.filter { self[$0] > 0 }.map { JSONValue.Member(key: $0.rawValue, value: .integer(self[$0])) }),
      "skipped": .array(
        skipped.map { .object(["line": .integer($0.line), "reason": .string($0.reason)]) }),
    ])
  }
}
