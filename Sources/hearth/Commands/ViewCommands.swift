import ArgumentParser
import PortfolioModel
import Reports
import Workflows

struct AccountsCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts", abstract: "List the accounts of everybody, with kind, owner and value.")

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    try console.show(
      AccountsReport(view.snapshot, diagnostics: view.problems), options.output, diagnostics: view.problems)
    return Outcome(of: view.problems)
  }
}

struct HoldingsCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "holdings", abstract: "List what every account holds, with prices, their days and gains.")

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    try console.show(
      HoldingsReport(view.snapshot, diagnostics: view.problems), options.output, diagnostics: view.problems)
    return Outcome(of: view.problems)
  }
}

struct LotsCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "lots", abstract: "List the open tax lots, with basis, gain and term.")

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    try console.show(LotsReport(view.snapshot, diagnostics: view.problems), options.output, diagnostics: view.problems)
    return Outcome(of: view.problems)
  }
}

struct AllocationCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocation",
    abstract: "Show where the household's money is, against its targets.",
    discussion: "By class, account, owner and tax treatment; funds are looked through to what they hold.")

  @OptionGroup var options: ViewOptions

  @Flag(name: .long, help: "Count each account only for what the taxes to come leave of it.")
  var afterTax = false

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    let allocation = view.allocation(isAfterTax: afterTax)
    let report = AllocationReport(
      allocation, decision: view.decision(isAfterTax: afterTax), goals: view.goalStates(isAfterTax: afterTax),
      resets: view.resets, currency: view.snapshot.household.baseCurrency, diagnostics: view.problems)
    try console.show(report, options.output, diagnostics: view.problems)
    return Outcome(of: view.problems)
  }
}
