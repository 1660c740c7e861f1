import Measures
import Policy
import PortfolioModel
import Workflows

/// Choices as a form sends them, and as they stand in an address.
extension RebalanceChoices {
  init(_ fields: FormFields) throws(Refusal) {
    self.init()
    destination = try Self.word(fields["destination"])
    washSales = try Self.word(fields["wash-sales"])
    yearlyTax = try Self.dollars(fields["tax"])
    yearlyGain = try Self.dollars(fields["gain"])
    held = Set(fields.all("hold").map { AccountID($0) })
    keepsCash = fields["cash"] == "waits"
  }

  private static func word<Value: RawRepresentable>(
    _ text: String?
  ) throws(Refusal) -> Value? where Value.RawValue == String {
    guard let text, !text.isEmpty else { return nil }
    guard let value = Value(rawValue: text) else {
      throw Refusal(.badRequest, "“\(text)” is no choice here.", remedy: "Go back and choose again.")
    }
    return value
  }

  private static func dollars(_ text: String?) throws(Refusal) -> Money? {
    let digits = (text ?? "").filter { !" $,".contains($0) }
    guard !digits.isEmpty else { return nil }
    guard let money = Money(digits) else {
      throw Refusal(.badRequest, "“\(text ?? "")” is no amount of dollars.", remedy: "Go back and write it as 1500.")
    }
    return money
  }

  /// The fields that say the same, in one order; nothing that is left open.
  var fields: [(name: String, value: String)] {
    let single = [
      ("destination", destination?.rawValue), ("wash-sales", washSales?.rawValue),
      ("tax", yearlyTax?.formatted(places: 2)), ("gain", yearlyGain?.formatted(places: 2)),
      ("cash", keepsCash ? "waits" : nil),
    ]
    return single.compactMap { name, value in value.map { (name, $0) } }
      + held.map(\.rawValue).sorted().map { ("hold", $0) }
  }
}
