public import Foundation

/// The folder of reference material that may lie beside a checkout; tests that use it skip, and say so, where it is absent.
public enum SharedCorpus {
  /// `../shared/<path>` beside the checkout, if it is there.
  public static func folder(_ path: String) -> URL? {
    let folder = Checkout.root.deletingLastPathComponent().appending(path: "shared/\(path)")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
