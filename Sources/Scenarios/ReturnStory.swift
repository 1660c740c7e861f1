import Measures
import PortfolioModel
import Taxes

/// One story of a tax return: what its year has seen, what is realised, and what is owed then.
///
///     # A long gain is stacked on ordinary income
///     IRC 1(h)(1)
///     return 2026 mfj
///     income 100,000
///     long 50,000
///     owed
///     because of gains 2,835.00
///
/// `short`, `long` and `collectible` (a part of `long`) are the year's results before carryovers. Only what stands under `owed` is compared.
struct ReturnStory {
  let title: String
  /// The rule and where it stands.
  let source: String
  let owed: [String]
  private var profile: TaxReturnProfile
  private var short = Money.zero
  private var long = Money.zero
  private var collectible = Money.zero

  init(lines: [String]) throws {
    guard let first = lines.firstIndex(where: { $0.hasPrefix("return ") }), first > 1,
      let end = lines.firstIndex(of: "owed")
    else { throw Story.Unreadable(line: lines.first ?? "") }
    title = String(lines[0].dropFirst(2))
    source = lines[1..<first].joined(separator: " ")
    owed = Array(lines[(end + 1)...])
    var words = StoryWords(lines[first])
    _ = words.skip("return")
    guard let year = Int(try words.word()), let status = FilingStatus(rawValue: try words.word()) else {
      throw Story.Unreadable(line: lines[first])
    }
    profile = TaxReturnProfile(id: "return", year: year, filingStatus: status, ordinaryIncome: .zero)
    for line in lines[(first + 1)..<end] { try read(line) }
  }

  private mutating func read(_ line: String) throws {
    var words = StoryWords(line)
    switch try words.word() {
    case "income": profile.ordinaryIncome = try words.number()
    case "dividends": profile.qualifiedDividends = try words.number()
    case "interest": profile.otherNetInvestmentIncome = try words.number()
    case "deduction": profile.deduction = .itemised(try words.number())
    case "aged": profile.deduction = .standard(aged: Int(try words.word()) ?? 0)
    case "short": short = try words.number()
    case "long": long = try words.number()
    case "collectible": collectible = try words.number()
    case "carried":
      if words.skip("short") {
        profile.carryShort = try words.number()
      } else if words.skip("long") {
        profile.carryLong = try words.number()
      }
    case "state": profile.stateRate = try words.number()
    case "cliff":
      let threshold: Money = try words.number()
      profile.cliffs.append(.init(threshold: threshold, cost: try words.number(after: "costs") ?? .zero))
    default: throw Story.Unreadable(line: line)
    }
    guard words.isEmpty else { throw Story.Unreadable(line: line) }
  }

  /// The lines under `owed` with the amounts that the program reckons.
  var told: [String] {
    get throws {
      guard let tax = IncomeTax(of: profile, short: short, long: long, collectible: collectible),
        let without = IncomeTax(of: profile)
      else { throw Story.Unreadable(line: title) }
      return try owed.map { line in
        let what = line.split(separator: " ").dropLast().joined(separator: " ")
        return "\(what) \(Optional(try amount(what, tax, without)).told)"
      }
    }
  }

  private func amount(_ what: String, _ tax: IncomeTax, _ without: IncomeTax) throws -> Money {
    switch what {
    case "federal": tax.federal
    case "on investment income": tax.netInvestmentIncomeTax
    case "state": tax.state
    case "cliffs": tax.cliffs
    case "because of gains": tax.total - without.total
    case "ordinary gain": tax.netting.ordinaryGain
    case "preferential gain": tax.netting.preferentialGain
    case "deducted": tax.netting.deductedLoss
    case "carried short": tax.carryShort
    case "carried long": tax.carryLong
    default: throw Story.Unreadable(line: what)
    }
  }
}
