import ArgumentParser
import PortfolioModel
import Reports
import Workflows

struct RiskCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Show how deep the household could fall, what it rests on, and what its funds cost.",
    discussion: """
      A fall of a quarter in the household's own dollars; past falls of stocks and bonds with its mix and its target; the highest \
      part of stocks that stayed above such a loss, from the series of “hearth series import”; issuers, overlaps, idle cash and \
      fees.
      """)

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    let risk = try options.household.folder.risk(of: view)
    let report = RiskReport(
      asOf: view.snapshot.asOf, currency: view.snapshot.household.baseCurrency, total: risk.total,
      current: risk.current, target: risk.target, history: risk.history, missing: risk.missing,
      spread: RiskReport.Spread(
        diversification: risk.diversification, redundant: risk.redundant,
        twins: risk.twins.map { ($0.first, $0.second, $0.correlation) }),
      idleCash: risk.cashDrag.map { ($0.cash, $0.target, $0.yearlyCost) }, diagnostics: view.problems)
    try console.show(report, options.output, diagnostics: view.problems)
    return Outcome(of: view.problems)
  }
}
