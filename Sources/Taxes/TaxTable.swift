public import Measures

/// The numbers of one tax year that a proposal's tax depends on.
public struct TaxTable: Sendable {
  public struct Bracket: Sendable, Hashable {
    /// Where the bracket ends; `nil` for the highest.
    public let upTo: Money?
    public let rate: Rate
  }

  /// The numbers that depend on the filing status.
  public struct Status: Sendable {
    /// IRC 1(a)–(d), (j).
    public let ordinaryBrackets: [Bracket]
    /// Taxable income up to which net capital gain bears 0 % and 15 %; above it bears 20 % (IRC 1(h)(1), 1(j)(5)).
    public let zeroGainsTop: Money
    public let fifteenGainsTop: Money
    /// IRC 63(c).
    public let standardDeduction: Money
    /// What each filer of 65 or over adds to it (IRC 63(c)(3), (f)).
    public let agedDeduction: Money
    /// Modified adjusted gross income above which investment income bears 3.8 % (IRC 1411(b); not indexed).
    public let netInvestmentIncomeThreshold: Money
    /// Most of a net capital loss that reduces other income (IRC 1211(b)).
    public let lossLimit: Money
  }

  public let year: Int
  /// The Internal Revenue Service's publication of the indexed amounts.
  public let source: String
  let statuses: [FilingStatus: Status]

  /// On long-term gain from collectibles (IRC 1(h)(1)(F), (4), (5)).
  public static let collectiblesRate = Rate(steps: 280_000_000_000)
  public static let middleGainsRate = Rate(steps: 150_000_000_000)
  public static let highGainsRate = Rate(steps: 200_000_000_000)
  /// IRC 1411(a).
  public static let netInvestmentIncomeRate = Rate(steps: 38_000_000_000)

  /// The table of a year; `nil` where there is none yet, and then no return of that year can be priced.
  public static func forYear(_ year: Int) -> TaxTable? { all.first { $0.year == year } }

  /// The table that a proposal for `year` reckons with: of a year to come the newest one, which it must say; `nil` for years
  /// before the first.
  public static func forProposal(_ year: Int) -> TaxTable? {
    forYear(year) ?? (year > latest.year ? latest : nil)
  }

  /// The newest table.
  public static var latest: TaxTable { all.max { $0.year < $1.year } ?? year2026 }

  public static let all = [year2025, year2026]

  public func status(_ status: FilingStatus) -> Status {
    // Every table names all five statuses; a test says so.
    statuses[status] ?? Status.none
  }
}

extension TaxTable.Status {
  static let none = TaxTable.Status(
    ordinaryBrackets: [], zeroGainsTop: .zero, fifteenGainsTop: .zero, standardDeduction: .zero, agedDeduction: .zero,
    netInvestmentIncomeThreshold: .zero, lossLimit: .zero)

  /// - Parameters:
  ///   - tops: where the brackets of 10, 12, 22, 24, 32 and 35 % end, in dollars.
  ///   - gains: where the 0 % and the 15 % zone of net capital gain end.
  init(tops: [Int], gains: (Int, Int), deduction: Int, aged: Int, threshold: Int, lossLimit: Int = 3_000) {
    let percents = [10, 12, 22, 24, 32, 35, 37]
    ordinaryBrackets = percents.enumerated().map { index, percent in
      TaxTable.Bracket(
        upTo: index < tops.count ? Money(tops[index]) : nil, rate: Rate(steps: Int64(percent) * 10_000_000_000))
    }
    zeroGainsTop = Money(gains.0)
    fifteenGainsTop = Money(gains.1)
    standardDeduction = Money(deduction)
    agedDeduction = Money(aged)
    netInvestmentIncomeThreshold = Money(threshold)
    self.lossLimit = Money(lossLimit)
  }
}
