import Measures
public import PortfolioModel

/// The funds that US households hold most, so that a household file need not describe them.
///
/// Facts as known on 2025-01, rounded: a fund's prospectus prevails, and whatever the household file says about a security
/// replaces the fact here, field by field. The table is `KnownFunds.table`.
///
/// `group` gathers what this program treats as substantially identical (IRC 1091): the share classes of one fund, and funds that
/// track the same index, such as three funds on the S&P 500. The law does not settle whether two such funds of different
/// sponsors are substantially identical; this is the careful reading. Funds on different indexes are different, however
/// alike they move. A household that reads the law otherwise states its own `group`.
public enum KnownFunds {
  /// The day for which the facts are stated, to the month.
  public static let asKnownOn = "2025-01"

  /// The fund of a ticker, or of a name such as `TSP-C`, with its exposure in the built-in classes.
  public static func fund(_ ticker: String) -> Security? { byTicker[ticker] }

  /// All tickers, in alphabetical order.
  public static var tickers: [String] { byTicker.keys.sorted() }

  static let byTicker: [String: Security] = Dictionary(
    table.split(separator: "\n").compactMap(security).map { ($0.id.rawValue, $0) },
    uniquingKeysWith: { first, _ in first })

  /// One line of the table: ticker, kind, name, classes in percent, expense ratio in percent, then `word=value` facts and the word `collectible`.
  static func security(_ line: Substring) -> Security? {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    guard cells.count == 6, let kind = Security.Kind(rawValue: cells[1]), let expense = percent(cells[4]) else {
      return nil
    }
    var security = Security(id: SecurityID(cells[0]), name: cells[2], kind: kind)
    security.expenseRatio = expense
    if kind == .etf { security.spread = Rate(steps: 200_000_000) }
    for part in cells[3].split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count == 2, let weight = percent(String(words[1])) else { return nil }
      security.exposure[AssetClassID(String(words[0]))] = weight
    }
    for fact in cells[5].split(separator: " ") {
      if fact == "collectible" {
        security.isCollectible = true
        continue
      }
      let words = fact.split(separator: "=", maxSplits: 1).map(String.init)
      guard words.count == 2 else { return nil }
      if words[0] == "group" {
        security.group = words[1]
        continue
      }
      guard let value = percent(words[1]) else { return nil }
      switch words[0] {
      case "yield": security.yield = value
      case "qualified": security.qualified = value
      case "exempt": security.exempt = value
      case "foreign": security.foreignTax = value
      default: return nil
      }
    }
    return security
  }

  private static func percent(_ text: String) -> Weight? {
    WrittenNumber.fraction(text + "%").flatMap { Weight.reading($0)?.value }
  }
}
