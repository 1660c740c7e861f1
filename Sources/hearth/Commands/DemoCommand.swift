import ArgumentParser
import Workflows

struct DemoCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write a made-up household of two people and eight accounts, with its statements, into a folder.",
    discussion: "Its statements are files as brokers and plans make them; import them as you would your own.")

  @Argument(help: "A folder that holds no household yet.", completion: .directory)
  var folder: String

  func perform(on console: Console) throws -> Outcome {
    let household = HouseholdFolder(path: folder)
    let statements = try household.writeDemo()
    console.print("\(folder)/household.yaml says who owns what and what is wanted. The statements:\n")
    for file in statements { console.print("  \(file)\n") }
    console.print("Next: hearth import --household \(folder) \(folder)/statements/*/*\n")
    return .done
  }
}
