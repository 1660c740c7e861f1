import ArgumentParser
import Diagnostics
import HiGHSSolver
import Measures
import PortfolioModel
import Rebalancing
import Reports
import Workflows

struct WithdrawCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Say which accounts give money, and what to sell for it, with the least tax now and later.",
    discussion: """
      The amount is before the tax on it. Required distributions are met first. Nothing is traded, and only what raises the money \
      is proposed unless --may-rebalance.
      """)

  @OptionGroup var options: ViewOptions
  @OptionGroup var search: SearchOptions

  @Argument(help: "Dollars.") var amount: WrittenAmount
  @Option(name: .long, help: "An account that may give it (default: all that may without a penalty or a reason).")
  var from: [String] = []
  @Option(name: .long, help: "ACCOUNT=AMOUNT of required distributions that were taken this year.")
  var taken: [AccountAmount] = []
  @Flag(name: .long, help: "It is for care: health savings give it free of tax.") var medical = false
  @Flag(name: .long, help: "Rebalance at the same time.") var mayRebalance = false

  func validate() throws {
    guard let read = Money.reading(amount.number), read.isExact, read.value > .zero, read.value < Money(1_000_000_000)
    else { throw ValidationError("Name an amount of more than nothing.") }
  }

  func perform(on console: Console) throws -> Outcome {
    let folder = options.household.folder
    let view = try options.view()
    let posed = view.problem(asItIs: Set(view.snapshot.household.accounts.map(\.id)))
    let problem = try posed.get()
    let choice = try view.withdrawalSources(named: from.map { AccountID($0) }, isMedical: medical)
    let required = try folder.requiredWithdrawals(
      for: view, taken: Dictionary(taken.map { ($0.account, $0.amount) }, uniquingKeysWith: +))
    let owed = required.value ?? []
    let question = WithdrawalQuestion(
      amount: Money.reading(amount.number)?.value ?? .zero, sources: choice.sources,
      required: Dictionary(owed.map { ($0.account, $0.left) }, uniquingKeysWith: +), mayRebalance: mayRebalance)
    let (found, _) = try search.timed(on: console) { observer in
      try Rebalancer(solver: HiGHSSolver(), options: search.options)
        .withdrawal(for: question, from: problem, observer: observer)
    }
    let withdrawal = try found.get()
    let report = WithdrawalReport(
      withdrawal,
      required: owed.map {
        WithdrawalReport.Required(account: $0.account, balance: $0.balance, amount: $0.amount, taken: $0.taken)
      }, leftOut: choice.leftOut)
    try console.show(report, options.output, diagnostics: posed.diagnostics + required.diagnostics)
    return .done
  }
}
