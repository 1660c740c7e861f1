import Measures
import Taxes
import TestSupport

/// What the Internal Revenue Service prints for one filing status of one year, typed off for the tests: Rev. Proc. 2024-40 and
/// 2025-32, sections “Tax Rate Tables”, “Maximum Capital Gains Rate”, “Standard Deduction”; P.L. 119-21 section 70102 for the
/// standard deduction of 2025; IRC 1411(b) and 1211(b).
struct PrintedTable: Sendable, CustomStringConvertible {
  let year: Int
  let status: FilingStatus
  /// Each line of the rate table: “over” this income, “the tax is” this “plus” a percentage of the excess.
  let lines: [(over: Money, tax: Money)]
  /// The ends of the 0 and 15 % zones, and the tax on a lone gain that fills both.
  let zeroTop: Money
  let fifteenTop: Money
  let fifteenTax: Money
  let deduction: Money
  /// For each filer of 65 or over (IRC 63(f)).
  let aged: Money
  let threshold: Money
  let lossLimit: Money

  var description: String { "\(year) \(status.rawValue)" }

  /// The rates in force from 2018 on (IRC 1(j)(2)), in cents a dollar.
  static let cents = [10, 12, 22, 24, 32, 35, 37].map { Money(steps: Int64($0) * 10_000) }

  static let all: [PrintedTable] = [
    PrintedTable(
      year: 2025, status: .single,
      lines: [
        ("11925", "1192.50"), ("48475", "5578.50"), ("103350", "17651"), ("197300", "40199"), ("250525", "57231"),
        ("626350", "188769.75"),
      ],
      zeroTop: "48350", fifteenTop: "533400", fifteenTax: "72757.50", deduction: "15750", aged: "2000",
      threshold: "200000", lossLimit: "3000"),
    joint2025(.marriedFilingJointly), joint2025(.qualifyingSurvivingSpouse),
    PrintedTable(
      year: 2025, status: .marriedFilingSeparately,
      lines: [
        ("11925", "1192.50"), ("48475", "5578.50"), ("103350", "17651"), ("197300", "40199"), ("250525", "57231"),
        ("375800", "101077.25"),
      ],
      zeroTop: "48350", fifteenTop: "300000", fifteenTax: "37747.50", deduction: "15750", aged: "1600",
      threshold: "125000", lossLimit: "1500"),
    PrintedTable(
      year: 2025, status: .headOfHousehold,
      lines: [
        ("17000", "1700"), ("64850", "7442"), ("103350", "15912"), ("197300", "38460"), ("250500", "55484"),
        ("626350", "187031.50"),
      ],
      zeroTop: "64750", fifteenTop: "566700", fifteenTax: "75292.50", deduction: "23625", aged: "2000",
      threshold: "200000", lossLimit: "3000"),
    PrintedTable(
      year: 2026, status: .single,
      lines: [
        ("12400", "1240"), ("50400", "5800"), ("105700", "17966"), ("201775", "41024"), ("256225", "58448"),
        ("640600", "192979.25"),
      ],
      zeroTop: "49450", fifteenTop: "545500", fifteenTax: "74407.50", deduction: "16100", aged: "2050",
      threshold: "200000", lossLimit: "3000"),
    joint2026(.marriedFilingJointly), joint2026(.qualifyingSurvivingSpouse),
    PrintedTable(
      year: 2026, status: .marriedFilingSeparately,
      lines: [
        ("12400", "1240"), ("50400", "5800"), ("105700", "17966"), ("201775", "41024"), ("256225", "58448"),
        ("384350", "103291.75"),
      ],
      zeroTop: "49450", fifteenTop: "306850", fifteenTax: "38610", deduction: "16100", aged: "1650",
      threshold: "125000", lossLimit: "1500"),
    PrintedTable(
      year: 2026, status: .headOfHousehold,
      lines: [
        ("17700", "1770"), ("67450", "7740"), ("105700", "16155"), ("201750", "39207"), ("256200", "56631"),
        ("640600", "191171"),
      ],
      zeroTop: "66200", fifteenTop: "579600", fifteenTax: "77010", deduction: "24150", aged: "2050",
      threshold: "200000", lossLimit: "3000"),
  ]

  private static func joint2025(_ status: FilingStatus) -> PrintedTable {
    PrintedTable(
      year: 2025, status: status,
      lines: [
        ("23850", "2385"), ("96950", "11157"), ("206700", "35302"), ("394600", "80398"), ("501050", "114462"),
        ("751600", "202154.50"),
      ],
      zeroTop: "96700", fifteenTop: "600050", fifteenTax: "75502.50", deduction: "31500", aged: "1600",
      threshold: "250000", lossLimit: "3000")
  }

  private static func joint2026(_ status: FilingStatus) -> PrintedTable {
    PrintedTable(
      year: 2026, status: status,
      lines: [
        ("24800", "2480"), ("100800", "11600"), ("211400", "35932"), ("403550", "82048"), ("512450", "116896"),
        ("768700", "206583.50"),
      ],
      zeroTop: "98900", fifteenTop: "613700", fifteenTax: "77220", deduction: "32200", aged: "1650",
      threshold: "250000", lossLimit: "3000")
  }
}
