// generate-statements TRANSACTIONS SECURITIES SEED FOLDER: one invented account as OFX 2, OFX 1 and Fidelity's CSV.
import Foundation

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.prefix(3).compactMap { Int($0) }
guard arguments.count == 4, numbers.count == 3, numbers[0] > 0, numbers[1] > 0, numbers[2] >= 0,
  let folder = arguments.last
else {
  FileHandle.standardError.write(Data("usage: generate-statements TRANSACTIONS SECURITIES SEED FOLDER\n".utf8))
  exit(64)
}
let story = Story(length: numbers[0], securities: numbers[1], seed: UInt64(numbers[2]))
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

func write(_ name: String, _ content: (inout OutputFile) -> Void) throws {
  var output = try OutputFile("\(folder)/\(name)")
  content(&output)
  try output.close()
}

try write("statement.ofx2.ofx") { OFXStatement(version: .xml).write(story, to: &$0) }
try write("statement.ofx1.ofx") { OFXStatement(version: .sgml).write(story, to: &$0) }
try write("History_for_Account_Z10000001.csv") { FidelityHistory.write(story, to: &$0) }
