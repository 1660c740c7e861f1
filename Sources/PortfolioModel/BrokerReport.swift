public import Measures

/// What a broker tells the tax office of a sale, which decides the box of Form 8949.
public enum BrokerReport: String, Sendable, Hashable, CaseIterable {
  /// Proceeds and basis (Form 1099-B, box 12): a covered security.
  case basis
  /// Proceeds alone.
  case proceeds
  /// No Form 1099-B at all.
  case nothing
}

extension BrokerReport {
  /// What the law has a broker report of a lot: basis of stock bought since 2011, of shares of funds since 2012, of bonds and options
  /// since 2014 (IRC 6045(g)(3); Reg. 1.6045-1(a)(15)).
  ///
  /// Not of what was inherited or of what has no known day of purchase, since nobody can tell who knew its basis; nor of bonds with
  /// uncertain payments bought before 2016, which are not told apart here.
  public static func required(of kind: Security.Kind, acquired: Day?, isInherited: Bool) -> BrokerReport {
    let first: Int? =
      switch kind {
      case .stock: 2011
      case .etf, .fund, .cash: 2012
      case .bond, .option: 2014
      case .other: nil
      }
    guard !isInherited, let first, let acquired else { return .proceeds }
    return acquired.year >= first ? .basis : .proceeds
  }
}
