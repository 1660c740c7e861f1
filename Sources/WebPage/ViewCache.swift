import Measures
import Synchronization
import Workflows

/// The view that was asked for last: a ledger of a hundred thousand transactions is read once, and again when a file has changed.
final class ViewCache: Sendable {
  private struct Entry: Sendable {
    let stamp: HouseholdStamp
    let day: Day
    let view: HouseholdView
  }

  private let kept = Mutex<Entry?>(nil)

  func view(of household: HouseholdFolder, asOf day: Day) throws -> HouseholdView {
    // Before the files are read: what changes while they are read changes the next stamp.
    let stamp = household.stamp
    if let entry = kept.withLock({ $0 }), entry.stamp == stamp, entry.day == day { return entry.view }
    let view = try household.view(asOf: day)
    if stamp.isSettled { kept.withLock { $0 = Entry(stamp: stamp, day: day, view: view) } }
    return view
  }
}
