public import ArgumentParser
import Foundation
public import Measures
import Workflows

/// Which household is meant.
struct HouseholdOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The household's folder (default: $HEARTH_HOUSEHOLD, else hearth in the XDG data folder).",
    completion: .directory)
  var household: String?

  var folder: HouseholdFolder {
    HouseholdFolder.chosen(household, environment: ProcessInfo.processInfo.environment)
  }
}

struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Write one JSON document instead of text (schemas: Schemas/Outputs).")
  var json = false
}

/// A view of the household on a day.
struct ViewOptions: ParsableArguments {
  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: "The day to look at, YYYY-MM-DD (default: today).")
  var asOf: Day?

  func view() throws -> HouseholdView { try household.folder.view(asOf: asOf ?? .today) }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Day {
  /// The day that the clock of this machine shows; nothing below this module reads a clock.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(number: 0)
  }
}

/// Now, in Coordinated Universal Time: `2026-11-23T10:15:00Z`.
var currentMoment: String {
  var now = time(nil)
  var parts = tm()
  gmtime_r(&now, &parts)
  let day = Day(number: Int32(now / 86_400))
  let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
  return "\(day)T\(clock.joined(separator: ":"))Z"
}
