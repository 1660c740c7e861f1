import Measures
import Policy
import PortfolioModel

extension AutomaticReset {
  var json: JSONValue {
    .object([
      "account": .string(account.rawValue), "name": .string(name), "every": .string(rule.every.rawValue),
      "next": .string(day.description),
      "to": .array(
        rule.mix.map { .object(["security": .string($0.security.rawValue), "weight": .number($0.weight)]) }),
    ])
  }
}

extension [AutomaticReset] {
  /// What plans do by themselves, one line each.
  func sentences(_ style: TextStyle) -> String {
    map { style.paragraph("By itself: \($0). It counts as it will be then; there is nothing to trade in it.") + "\n" }
      .joined()
  }
}
