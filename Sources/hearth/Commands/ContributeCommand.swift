import Allocation
public import ArgumentParser
import Diagnostics
import HiGHSSolver
import HouseholdFile
import Measures
public import Policy
import PortfolioModel
import Rebalancing
import Reports
import Workflows

/// An account and dollars: `joint=5,000`.
struct AccountAmount: ExpressibleByArgument {
  let account: AccountID
  let amount: Money

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let written = WrittenAmount(argument: String(parts[1])),
      let read = Money.reading(written.number), read.isExact, read.value > .zero, read.value < Money(10_000_000)
    else { return nil }
    account = AccountID(String(parts[0]))
    amount = read.value
  }
}

extension ScheduledBuy.Interval: ExpressibleByArgument {}

struct ContributeCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "contribute",
    abstract: "Say where new money goes: a deposit, payroll with the employer's match, a rollover.",
    discussion: """
      Nothing is sold unless --may-sell. With --every the amounts come again and again: then it says what to elect, in whole \
      percents, and how long it takes until the household is on target.
      """)

  @OptionGroup var options: ViewOptions
  @OptionGroup var search: SearchOptions

  @Argument(help: "ACCOUNT=AMOUNT, as household.yaml names the account.")
  var money: [AccountAmount] = []

  @Option(name: .long, help: "ACCOUNT=AMOUNT that an employer adds.") var match: [AccountAmount] = []
  @Option(name: .long, help: "ACCOUNT=AMOUNT that comes from another plan or IRA.") var rollover: [AccountAmount] = []
  @Option(name: .long, help: "How often: weekly, biweekly, monthly, quarterly, annual.")
  var every: ScheduledBuy.Interval?
  @Flag(name: .long, help: "Sell too where it pays.") var maySell = false
  @Flag(name: .long, help: "The health plan covers a family, which raises the limit of health savings.")
  var familyCover = false

  func validate() throws {
    if (money + match + rollover).isEmpty { throw ValidationError("Name at least one ACCOUNT=AMOUNT.") }
  }

  private var question: ContributionQuestion {
    var contributions: [AccountID: YearContributions] = [:]
    for one in money { contributions[one.account, default: YearContributions()].own += one.amount }
    for one in match { contributions[one.account, default: YearContributions()].employer += one.amount }
    var rollovers: [AccountID: Money] = [:]
    for one in rollover { rollovers[one.account, default: .zero] += one.amount }
    return ContributionQuestion(
      contributions: contributions, rollovers: rollovers, every: every, maySell: maySell, hasFamilyCover: familyCover)
  }

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    let question = question
    let posed = try view.problem(placing: question)
    let problem = try posed.get()
    var (proposal, _) = try search.timed(on: console) { observer in
      try Rebalancer(solver: HiGHSSolver(), options: search.options).proposal(for: problem, observer: observer)
    }
    proposal.diagnostics = posed.diagnostics + proposal.diagnostics
    let report = ContributionReport(
      proposal, money: question.money, every: every?.rawValue,
      plan: ContributionPlan(view.allocation().targeted),
      rooms: try options.household.folder.rooms(for: question, of: view))
    try console.show(report, options.output)
    return .done
  }
}
