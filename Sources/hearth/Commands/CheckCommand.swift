import ArgumentParser
import Diagnostics
import HiGHSSolver
import Policy
import Rebalancing
import Reports
import Workflows

struct CheckCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether a rebalancing is due and because of which rule; if so, write the plan.",
    discussion: """
      For a timer: the exit code is 0 where nothing is due, 10 where a plan was written into the household's folder “plans” \
      and 11 where targets wait to be confirmed. The same household on the same day gives the same plan. Nothing is traded.
      """)

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let folder = options.household.folder
    let view = try options.view()
    let check = try view.check(on: SeriesShelf(folder.series()))
    guard check.verdict == .due else {
      let report = CheckReport(
        asOf: check.asOf, verdict: check.verdict.rawValue, decision: check.decision, doubts: check.doubts,
        resets: check.resets, goals: check.goals, diagnostics: view.problems)
      try console.show(report, options.output, diagnostics: view.problems)
      return check.verdict == .paused ? .paused : .done
    }
    var choices = RebalanceChoices()
    choices.goal = check.dueGoal
    let proposal = try view.proposal(by: choices, solver: HiGHSSolver())
    let falls = try folder.salesAfterFall(in: proposal, of: view)
    let plan = ProposalReport(proposal)
    let report = CheckReport(
      asOf: check.asOf, verdict: check.verdict.rawValue, decision: check.decision, doubts: [], falls: falls,
      resets: check.resets, goals: check.goals, plan: plan, figures: proposal.journalFigures,
      planName: HouseholdFolder.planName(of: check.asOf), diagnostics: view.problems)
    try folder.keepPlan(
      asOf: check.asOf, json: report.json.document, text: report.text(.plain) + "\n" + plan.text(.plain))
    try console.show(report, options.output, diagnostics: view.problems)
    return .due
  }
}
