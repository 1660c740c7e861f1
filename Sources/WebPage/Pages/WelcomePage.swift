import Diagnostics
import Workflows

/// The way from nothing to a first overview, for a household without a statement.
struct WelcomePage: Page {
  static let template = "welcome"
  let title = "Welcome"
  let section: Section? = .overview
  let folder: String
  let hasHouseholdFile: Bool

  init(_ household: HouseholdFolder) {
    folder = household.path
    hasHouseholdFile = household.hasHouseholdFile
  }
}
