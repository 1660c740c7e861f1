import PortfolioModel
import Reports

/// What to know before trusting the figures: old prices, lots without a basis, accounts of no known kind.
struct Attention: Sendable {
  struct Basis: Sendable {
    let account: String
    let path: String
    let security: String
  }

  let notices: [String]
  let unknownBasis: [Basis]
  let hasUnknownBasis: Bool
  let isEmpty: Bool

  init(_ notices: [String], _ snapshot: HouseholdSnapshot) {
    self.notices = notices
    unknownBasis = snapshot.taxableWithoutBasis.map {
      Basis(
        account: snapshot.name(of: $0.account), path: AccountPage.path(of: $0.account), security: $0.security.rawValue)
    }
    hasUnknownBasis = !unknownBasis.isEmpty
    isEmpty = notices.isEmpty && unknownBasis.isEmpty
  }
}
