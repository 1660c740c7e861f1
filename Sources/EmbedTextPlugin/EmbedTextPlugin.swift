import Foundation
import PackagePlugin

/// Makes the Swift file `EmbeddedText` of a target from the text files in certain folders of it.
///
/// SwiftPM's own `.embedInCode` writes byte arrays, which compile slowly and without a list of names.
@main
struct EmbedTextPlugin: BuildToolPlugin {
  /// The folders that are embedded.
  static let folders = ["Migrations", "Profiles", "DemoHousehold", "Stories", "Templates", "Assets"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = target.directoryURL
    let files = try Self.folders.flatMap { folder in try self.files(in: root.appending(path: folder)) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
    let named = files.map { file in file.path.dropFirst(root.path.count).drop { $0 == "/" } + "=" + file.path }
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) text files in \(target.name)",
        executable: try context.tool(named: "EmbedText").url, arguments: [output.path] + named, inputFiles: files,
        outputFiles: [output])
    ]
  }

  private func files(in folder: URL) throws -> [URL] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else { return [] }
    return names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { folder.appending(path: $0) }.filter { !$0.hasDirectoryPath && !isDirectory($0) }
  }

  private func isDirectory(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }
}
