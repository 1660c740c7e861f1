import Measures
import Statements

extension StatementEntry {
  /// T of the contract `hearth.statement/1`.
  var json: JSONValue {
    .object([
      "id": .text(id),
      "kind": .string(kind.rawValue),
      "source": .string(source),
      "day": .string(day.description),
      "settleDay": .text(settleDay),
      "security": .text(security),
      "units": .text(units),
      "price": .text(price),
      "amount": .text(amount),
      "effect": .object(["units": .text(effect.units), "cash": .text(effect.cash)]),
      "commission": .text(commission),
      "fees": .text(fees),
      "taxes": .text(taxes),
      "load": .text(load),
      "withholding": .text(withholding),
      "accruedInterest": .text(accruedInterest),
      "incomeType": .text(incomeType),
      "split": split.map { .object(["old": .text($0.old), "new": .text($0.new)]) },
      "option": option.map { .object(["action": .text($0.action), "sharesPerContract": .text($0.sharesPerContract)]) },
      "source401k": .text(source401k),
      "subAccounts": subAccounts.map { .object(["from": .text($0.from), "to": .text($0.to)]) },
      "related": .text(related),
      "reverses": .text(reverses),
      "memo": .text(memo),
      "currency": .text(currency),
      "line": .integer(line),
      "closes": .array(closes.map(\.json)),
    ])
  }
}

extension StatementEntry.ClosedLot {
  var json: JSONValue {
    .object(["acquired": .text(acquired), "units": .text(units), "price": .text(price), "basis": .text(basis)])
  }
}
