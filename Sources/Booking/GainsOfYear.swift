public import Measures
public import PortfolioModel

/// What a household realised in its taxable accounts in one year, line by line as Form 8949 asks for it.
public struct GainsOfYear: Sendable {
  /// One lot, or a part of one, that a sale closed.
  public struct Line: Sendable, Hashable {
    public let account: AccountID
    public let security: SecurityID
    public let realised: BookedPosition.RealisedGain
    public let report: BrokerReport

    public init(
      account: AccountID, security: SecurityID, realised: BookedPosition.RealisedGain, report: BrokerReport = .basis
    ) {
      self.account = account
      self.security = security
      self.realised = realised
      self.report = report
    }

    /// The columns of the form are cents, and the gain is what they give, so that each line and each sum adds up as printed.
    public var proceeds: Money? { realised.proceeds?.cents }
    public var basis: Money? { realised.basis?.cents }
    public var adjustment: Money { realised.disallowed.cents }
    public var gain: Money? { proceeds.flatMap { proceeds in basis.map { proceeds - $0 + adjustment } } }

    /// The code of column (f): a loss that a wash sale disallows.
    public var code: String { realised.disallowed.isZero ? "" : "W" }
  }

  /// Long-term gains that funds distributed (Schedule D, line 13).
  public struct Distribution: Sendable, Hashable {
    public let account: AccountID
    public let amount: Money

    public init(account: AccountID, amount: Money) {
      self.account = account
      self.amount = amount
    }
  }

  /// The sums of one part of the form.
  public struct Total: Sendable, Hashable {
    public var proceeds = Money.zero
    public var basis = Money.zero
    public var adjustment = Money.zero
    public var gain: Money { proceeds - basis + adjustment }
  }

  public let year: Int
  /// In the order of the days of sale.
  public var lines: [Line] = []
  public var distributions: [Distribution] = []
  /// The losses of this year's sales that wash sales disallow, with what replaced the shares.
  public var disallowances: [WashSaleAdjustment.Disallowance] = []

  public init(year: Int) { self.year = year }

  /// The lines of a term; `nil` for those whose term nobody knows.
  public func lines(isLongTerm: Bool?) -> [Line] { lines.filter { $0.realised.isLongTerm == isLongTerm } }

  /// The sum of the lines of a term whose gain is known.
  public func total(isLongTerm: Bool?) -> Total { Self.total(of: lines(isLongTerm: isLongTerm)) }

  static func total(of lines: [Line]) -> Total {
    var total = Total()
    for line in lines {
      guard let proceeds = line.proceeds, let basis = line.basis else { continue }
      total.proceeds += proceeds
      total.basis += basis
      total.adjustment += line.adjustment
    }
    return total
  }

  /// Lines whose gain or term rests on what nobody told.
  public var incomplete: [Line] { lines.filter { $0.realised.gain == nil || $0.realised.isLongTerm == nil } }
}

extension Money {
  fileprivate var cents: Money { rounded(toPlaces: 2, .halfEven) }
}
