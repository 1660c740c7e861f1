import ArgumentParser

@main
struct Hearth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearth",
    abstract: "See all accounts of a household as one portfolio, and rebalance it with the least tax.",
    subcommands: [OptimizeCommand.self])
}
