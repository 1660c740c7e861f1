/// How the law taxes what happens inside an account.
public enum TaxTreatment: String, Sendable, Hashable, CaseIterable {
  /// Gains and income are taxed as they come.
  case taxable
  /// Taxed when withdrawn.
  case traditional
  /// Not taxed again.
  case roth
  /// Health savings: not taxed when spent on care.
  case hsa
  /// 529: not taxed when spent on education.
  case education

  /// Whether selling inside the account is free of tax.
  public var isSheltered: Bool { self != .taxable }
}

/// The registration of an account. The raw values are the words of `household.yaml`.
public enum AccountKind: String, Sendable, Hashable, CaseIterable {
  case taxableIndividual = "taxable"
  case taxableJoint = "joint"
  case trust
  case custodial
  case bank
  case traditional401k = "401k"
  case roth401k = "roth_401k"
  case traditional403b = "403b"
  case roth403b = "roth_403b"
  case traditional457b = "457b"
  case roth457b = "roth_457b"
  case traditionalTSP = "tsp"
  case rothTSP = "roth_tsp"
  case traditionalIRA = "ira"
  case rothIRA = "roth_ira"
  case sepIRA = "sep_ira"
  case simpleIRA = "simple_ira"
  case inheritedIRA = "inherited_ira"
  case inheritedRothIRA = "inherited_roth_ira"
  case hsa
  case education529 = "529"
  /// Anything else; the household file states its tax treatment.
  case other

  /// The treatment that the kind implies; `nil` for `other`, which must state its own.
  public var treatment: TaxTreatment? {
    switch self {
    case .taxableIndividual, .taxableJoint, .trust, .custodial, .bank: .taxable
    case .traditional401k, .traditional403b, .traditional457b, .traditionalTSP: .traditional
    case .traditionalIRA, .sepIRA, .simpleIRA, .inheritedIRA: .traditional
    case .roth401k, .roth403b, .roth457b, .rothTSP, .rothIRA, .inheritedRothIRA: .roth
    case .hsa: .hsa
    case .education529: .education
    case .other: nil
    }
  }

  /// Whether an employer or a state chooses what may be bought, so that a menu says it.
  public var isPlan: Bool {
    switch self {
    case .traditional401k, .roth401k, .traditional403b, .roth403b, .traditional457b, .roth457b, .traditionalTSP,
      .rothTSP, .education529:
      true
    default: false
    }
  }

  /// The words for a person.
  public var title: String {
    switch self {
    case .taxableIndividual: "Taxable"
    case .taxableJoint: "Joint taxable"
    case .trust: "Trust"
    case .custodial: "Custodial"
    case .bank: "Bank cash"
    case .traditional401k: "401(k)"
    case .roth401k: "Roth 401(k)"
    case .traditional403b: "403(b)"
    case .roth403b: "Roth 403(b)"
    case .traditional457b: "457(b)"
    case .roth457b: "Roth 457(b)"
    case .traditionalTSP: "TSP"
    case .rothTSP: "Roth TSP"
    case .traditionalIRA: "Traditional IRA"
    case .rothIRA: "Roth IRA"
    case .sepIRA: "SEP IRA"
    case .simpleIRA: "SIMPLE IRA"
    case .inheritedIRA: "Inherited IRA"
    case .inheritedRothIRA: "Inherited Roth IRA"
    case .hsa: "HSA"
    case .education529: "529"
    case .other: "Other"
    }
  }
}
