public import Foundation

/// The files of this checkout, by their path from its top.
public enum Checkout {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  public static func file(_ path: String) -> URL { root.appending(path: path) }

  public static func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }
}
