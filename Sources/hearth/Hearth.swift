import ArgumentParser

@main
struct Hearth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearth",
    abstract: "See all accounts of a household as one portfolio, and rebalance it with the least tax.",
    discussion:
      "Hearth works on files that you download yourself. It never trades, never goes online and is no advice.",
    version: "0.1.0",
    subcommands: [],
    groupedSubcommands: [
      CommandGroup(name: "Begin", subcommands: [DemoCommand.self, InitCommand.self, ServeCommand.self]),
      CommandGroup(
        name: "Statements",
        subcommands: [
          InspectCommand.self, ImportCommand.self, ImportsCommand.self, UndoCommand.self, ReconcileCommand.self,
          RecordCommand.self, SecuritiesCommand.self, PricesCommand.self, ImportersCommand.self,
        ]),
      CommandGroup(
        name: "Views",
        subcommands: [
          AccountsCommand.self, HoldingsCommand.self, LotsCommand.self, AllocationCommand.self, GainsCommand.self,
          PerformanceCommand.self, RiskCommand.self, GlideCommand.self,
        ]),
      CommandGroup(
        name: "Proposals",
        subcommands: [
          RebalanceCommand.self, HarvestCommand.self, ContributeCommand.self, WithdrawCommand.self, CheckCommand.self,
          AcceptCommand.self, JournalCommand.self, OptimizeCommand.self,
        ]),
      CommandGroup(
        name: "History", subcommands: [SeriesCommand.self, SignalsCommand.self, BacktestCommand.self]),
      CommandGroup(name: "Trust", subcommands: [VerifyRulesCommand.self]),
    ])
}
