import PortfolioModel

/// The built-in fund that a printed name most resembles, for funds of plans that have no ticker.
enum FundNameGuess {
  /// `nil` where no fund shares most of its words, or where two funds on different indexes share equally many.
  static func fund(named name: String) -> Security? {
    let wanted = tokens(name)
    guard wanted.count > 1 else { return nil }
    var best: [(fund: Security, common: Int, all: Int)] = []
    for (fund, words) in index where numbers(words) == numbers(wanted) {
      let common = words.intersection(wanted).count
      let all = words.union(wanted).count
      guard common * 5 >= all * 3 else { continue }
      if let first = best.first {
        if common * first.all < first.common * all { continue }
        if common * first.all > first.common * all { best = [] }
      }
      best.append((fund, common, all))
    }
    guard let first = best.first, best.allSatisfy({ $0.fund.group == first.fund.group }) else { return nil }
    return first.fund
  }

  private static let index: [(Security, Set<String>)] = KnownFunds.byTicker.values
    .sorted { $0.id < $1.id }.map { ($0, tokens($0.name)) }

  private static func numbers(_ words: Set<String>) -> Set<String> { words.filter { $0.allSatisfy(\.isNumber) } }

  /// The words that tell funds apart: abbreviations written out, share classes and filling words dropped.
  private static func tokens(_ name: String) -> Set<String> {
    let words = name.uppercased().split { !$0.isLetter && !$0.isNumber && $0 != "&" }.map(String.init)
    return Set(words.map { longForm[$0] ?? $0 }).subtracting(fillers)
  }

  private static let longForm = [
    "FID": "FIDELITY", "VANG": "VANGUARD", "VG": "VANGUARD", "TOT": "TOTAL", "STK": "STOCK", "MKT": "MARKET",
    "INTL": "INTERNATIONAL", "BD": "BOND", "RET": "RETIREMENT", "RETIRE": "RETIREMENT", "TGT": "TARGET",
    "DEV": "DEVELOPED", "EMERG": "EMERGING", "MKTS": "MARKETS", "EXT": "EXTENDED", "SM": "SMALL", "SP": "S&P",
    "FDM": "FREEDOM", "BAL": "BALANCED", "GOVT": "GOVERNMENT", "RE": "REAL", "CM": "CAP", "IDX": "INDEX",
  ]
  private static let fillers: Set<String> = [
    "FUND", "INDEX", "CLASS", "SHARES", "SHARE", "TRUST", "ADMIRAL", "ADM", "INSTITUTIONAL", "INST", "INSTL", "PLUS",
    "INVESTOR", "INV", "ETF", "THE", "OF", "AND", "CL", "A", "PREMIUM", "PR", "K", "R6", "POOL", "II", "III",
  ]
}
