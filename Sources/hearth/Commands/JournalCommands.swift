import ArgumentParser
import Diagnostics
import HouseholdFile
import Measures
import Policy
import Reports
import Workflows

struct AcceptCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Keep in the journal that a plan was carried out, or what was done instead; “hearth undo” takes it back.",
    discussion:
      "It answers the plan that “hearth check” wrote last. With --targets it confirms that the targets still fit.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: "The day of the plan, YYYY-MM-DD (default: the newest one).") var plan: Day?
  @Option(name: .long, help: "Not accepted: what was done instead, and why.") var instead: String?
  @Flag(name: .long, help: "Confirm the targets; no plan is answered.") var targets = false
  @Option(name: .long, help: "A remark.") var note: String?
  @Option(name: .long, help: "The day of the decision, YYYY-MM-DD (default: today).") var day: Day?

  func validate() throws {
    if targets, plan != nil || instead != nil { throw ValidationError("--targets goes with no plan.") }
    if instead != nil, note != nil { throw ValidationError("--instead is the remark; leave out --note.") }
  }

  private var decision: JournalDecision {
    if targets { return .reviewed }
    return instead.map { .overridden(planOf: plan, reason: $0) } ?? .accepted(planOf: plan)
  }

  func perform(on console: Console) throws -> Outcome {
    let (entry, number) = try household.folder.keep(decision, note: note, on: day ?? .today, at: currentMoment)
    let report = AcceptReport(entry, importNumber: number)
    try console.show(report, output)
    return .done
  }
}

struct JournalCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "List what was decided, and how much was done a year against what the rule expects.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions
  @Option(name: .long, help: "Until which day, YYYY-MM-DD (default: today).") var asOf: Day?

  func perform(on console: Console) throws -> Outcome {
    let folder = household.folder
    let trigger = try folder.document().get().policy.trigger
    try console.show(JournalReport(try folder.journal(until: asOf ?? .today), trigger: trigger), output)
    return .done
  }
}
