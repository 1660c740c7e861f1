import Foundation

extension PageServer {
  /// Opens the page in the browser that the desktop prefers.
  ///
  /// The address goes there in a file for its owner alone, since everybody on the machine can read a program's arguments.
  public nonisolated func openInBrowser() throws {
    let file = temporaryFolder + "/open.html"
    let page = """
      <!doctype html><meta charset="utf-8"><title>Hearth</title><meta http-equiv="refresh" content="0;url=\(address)">
      <p><a href="\(address)">Open Hearth</a></p>
      """
    let isMade = FileManager.default.createFile(
      atPath: file, contents: Data(page.utf8), attributes: [.posixPermissions: 0o600])
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xdg-open", file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }
}
