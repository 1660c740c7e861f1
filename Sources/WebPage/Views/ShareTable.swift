import Allocation
import PortfolioModel
import Reports

/// How the household's value divides: by account, by owner, by how it is taxed.
struct ShareTable: Sendable {
  struct Row: Sendable {
    let name: String
    let href: String?
    let note: String?
    let value: String
    let weight: String
    let bar: Bar
  }

  let caption: String
  /// What it is divided by: `Account`.
  let heading: String
  let rows: [Row]

  static func all(of allocation: AssetAllocation) -> [ShareTable] {
    [
      ShareTable(
        caption: "By account", heading: "Account",
        rows: allocation.accounts.map {
          Row(
            name: $0.name, href: AccountPage.path(of: $0.id), note: $0.kind?.title ?? "unassigned",
            value: Figures.dollars($0.value), weight: Figures.percent($0.weight), bar: Bar($0.weight))
        }),
      ShareTable(
        caption: "By owner", heading: "Owner",
        rows: allocation.owners.map {
          Row(
            name: $0.name, href: nil, note: nil, value: Figures.dollars($0.value), weight: Figures.percent($0.weight),
            bar: Bar($0.weight))
        }),
      ShareTable(
        caption: "By tax treatment", heading: "Tax treatment",
        rows: allocation.treatments.map {
          Row(
            name: $0.treatment?.title ?? "not said", href: nil, note: nil, value: Figures.dollars($0.value),
            weight: Figures.percent($0.weight), bar: Bar($0.weight))
        }),
    ]
  }
}
