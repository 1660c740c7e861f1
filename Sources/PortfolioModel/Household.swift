public import Measures

/// Who owns what, as the household file says it: intentions and names, no holdings.
public struct Household: Sendable {
  public var name: String
  public var members: [Member]
  public var accounts: [Account]
  public var securities: [Security]
  public var assetClasses: [AssetClass]
  /// The class that all account cash belongs to.
  public var cashClass: AssetClassID
  /// ISO 4217; totals are stated in it.
  public var baseCurrency: String

  public init(
    name: String, members: [Member] = [], accounts: [Account] = [], securities: [Security] = [],
    assetClasses: [AssetClass] = [], cashClass: AssetClassID = "cash", baseCurrency: String = "USD"
  ) {
    self.name = name
    self.members = members
    self.accounts = accounts
    self.securities = securities
    self.assetClasses = assetClasses
    self.cashClass = cashClass
    self.baseCurrency = baseCurrency
  }
}

public struct Member: Sendable, Hashable {
  public let id: MemberID
  public var name: String
  public var birthDay: Day?
  public var retirementYear: Int?
  /// The issuer whose shares and wages would fall together.
  public var employer: String?

  public init(
    id: MemberID, name: String, birthDay: Day? = nil, retirementYear: Int? = nil, employer: String? = nil
  ) {
    self.id = id
    self.name = name
    self.birthDay = birthDay
    self.retirementYear = retirementYear
    self.employer = employer
  }
}

/// A node of the class tree; only leaves carry exposure.
public struct AssetClass: Sendable, Hashable {
  public let id: AssetClassID
  public var name: String
  public var parent: AssetClassID?

  public init(id: AssetClassID, name: String, parent: AssetClassID? = nil) {
    self.id = id
    self.name = name
    self.parent = parent
  }
}
