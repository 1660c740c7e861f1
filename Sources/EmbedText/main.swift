// Writes text files as Swift string literals, so that the binary carries them wherever it is copied.
// Usage: EmbedText OUTPUT.swift NAME=FILE…
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard let output = arguments.first else { exit(64) }

var source = """
  /// The text files of this module's folders, by their path below the module, in the order of their names.
  enum EmbeddedText {
    static let files: [(name: String, text: String)] = [

  """
for argument in arguments.dropFirst() {
  let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
  let text = try String(contentsOf: URL(filePath: parts[1]), encoding: .utf8)
  var fence = "###"
  while text.contains("\"\"\"" + fence) { fence += "#" }
  source += "    (\n\(fence)\"\(parts[0])\"\(fence), \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)\n    ),\n"
}
source += "  ]\n}\n"
try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
