import Foundation

/// What tells that a household's files are as they were: sizes, places and times of what its views are read from.
public struct HouseholdStamp: Sendable, Hashable {
  private struct File: Sendable, Hashable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  private let files: [File?]

  init(of paths: [String]) {
    files = paths.map { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      return File(
        inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
        nanoseconds: status.st_mtim.tv_nsec)
    }
  }

  /// Whether the last change is so long ago that a further one would have another time: file systems count in ticks.
  public var isSettled: Bool {
    let newest = files.compactMap { $0?.seconds }.max() ?? 0
    return time(nil) > newest + 1
  }
}

extension HouseholdFolder {
  /// The stamp of `household.yaml` and of the ledger with its log.
  public var stamp: HouseholdStamp { HouseholdStamp(of: [householdFile, ledgerFile, ledgerFile + "-wal"]) }
}
