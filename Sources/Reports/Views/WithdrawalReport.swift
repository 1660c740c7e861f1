import Diagnostics
public import Measures
public import PortfolioModel
public import Rebalancing

/// Which accounts give money, what is sold for it and what it costs: `hearth withdraw`.
public struct WithdrawalReport: Report {
  /// A required distribution in a person's words.
  public struct Required: Sendable, Hashable {
    public let account: AccountID
    public let balance: Money
    public let amount: Money
    public let taken: Money
    public init(account: AccountID, balance: Money, amount: Money, taken: Money) {
      self.account = account
      self.balance = balance
      self.amount = amount
      self.taken = taken
    }
  }

  public let withdrawal: Withdrawal
  public let required: [Required]
  public let leftOut: [String]

  public init(_ withdrawal: Withdrawal, required: [Required], leftOut: [String]) {
    self.withdrawal = withdrawal
    self.required = required
    self.leftOut = leftOut
  }

  private var amounts: [(key: AccountID, value: Money)] { withdrawal.amounts.sorted { $0.key < $1.key } }
  private var total: Money { amounts.reduce(.zero) { $0 + $1.value } }

  /// The document `hearth.withdrawal/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.withdrawal/1"),
      "asOf": .string(withdrawal.proposal.problem.asOf.description),
      "amount": .number(total, places: 2),
      "sources": .array(
        amounts.map {
          .object(["account": .string($0.key.rawValue), "amount": .number($0.value, places: 2)])
        }),
      "taxNow": .number(withdrawal.taxNow, places: 2),
      "taxSavedLater": .number(withdrawal.taxSavedLater, places: 2),
      "required": .array(
        required.map {
          .object([
            "account": .string($0.account.rawValue), "balance": .number($0.balance, places: 2),
            "amount": .number($0.amount, places: 2), "taken": .number($0.taken, places: 2),
          ])
        }),
      "leftOut": .array(leftOut.map { .string($0) }),
      "proposal": ProposalReport(withdrawal.proposal).json,
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([.text("From", flexible: true), .number("Dollars")])
    let names = Dictionary(
      withdrawal.proposal.problem.accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for (account, amount) in amounts { table.add([names[account] ?? account.rawValue, Figures.dollars(amount)]) }
    table.addRule()
    table.add(["In all", Figures.dollars(total)])
    table.add(["Tax of this year on it", Figures.dollars(withdrawal.taxNow)])
    table.add(["Tax of later years that it saves", Figures.dollars(withdrawal.taxSavedLater)])
    var output = table.rendered(style) + "\n"
    output += required.map { style.paragraph(sentence(of: $0, names)) + "\n" }.joined()
    output += leftOut.map { style.dim(style.paragraph($0 + ".")) + "\n" }.joined()
    let note = "“Cash before” is what is left once the money is taken; the sales below raise it again."
    output += style.dim(style.paragraph(note)) + "\n\n"
    return output + ProposalReport(withdrawal.proposal).text(style)
  }

  private func sentence(of required: Required, _ names: [AccountID: String]) -> String {
    let given = withdrawal.amounts[required.account] ?? .zero
    let left = max(.zero, required.amount - required.taken - given)
    let name = names[required.account] ?? required.account.rawValue
    let rest = left.isZero ? "which this meets" : "of which \(Figures.dollars(left)) must still leave it this year"
    return "Required from \(name): \(Figures.dollars(required.amount)), \(rest)."
  }
}
