import ArgumentParser
import Reports
import Workflows

struct DemoCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write a made-up household of two people and eight accounts, with its statements, into a folder.",
    discussion: "Its statements are files as brokers and plans make them; import them as you would your own.")

  @OptionGroup var output: OutputOptions

  @Argument(help: "A folder that holds no household yet.", completion: .directory)
  var folder: String

  func perform(on console: Console) throws -> Outcome {
    let statements = try HouseholdFolder(path: folder).writeDemo()
    try console.show(DemoReport(folder: folder, statements: statements), output)
    return .done
  }
}
