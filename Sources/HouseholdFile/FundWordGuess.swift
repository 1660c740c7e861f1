import Measures
import PortfolioModel

/// The classes that the words of a fund's name speak of, for plan funds that resemble no built-in one.
///
/// Only a first proposal, which the file marks as a guess: what a plan costs, and which index a fund follows, its name
/// does not tell.
enum FundWordGuess {
  /// Exposure in built-in classes; `nil` where the words do not say.
  static func exposure(named name: String) -> [AssetClassID: Weight]? {
    let words = Set(name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    if let mix = targetDate(words) { return mix }
    return rules.first { !$0.words.isDisjoint(with: words) }.map { [$0.assetClass: Weight(1)] }
  }

  /// A fund named for a year of retirement holds about what Vanguard's of that year holds; the last one stands for later years.
  private static func targetDate(_ words: Set<String>) -> [AssetClassID: Weight]? {
    let names = ["VTWNX", "VTTVX", "VTHRX", "VTTHX", "VFORX", "VTIVX", "VFIFX", "VFFVX", "VTTSX", "VLXVX"]
    guard let year = words.compactMap({ Int($0) }).first(where: { (2020...2080).contains($0) && $0 % 5 == 0 }) else {
      return nil
    }
    return KnownFunds.fund(names[min((year - 2020) / 5, names.count - 1)])?.exposure
  }

  /// The first rule whose words the name contains holds: “international bond” is a bond before it is international.
  private static let rules: [(words: Set<String>, assetClass: AssetClassID)] = [
    (["TIPS", "INFLATION"], "tips"),
    (["MONEY", "CASH", "SWEEP"], "cash"),
    (["BOND", "BONDS", "BD", "FIXED", "STABLE", "TREASURY", "GOVT", "AGGREGATE", "INCOME"], "us_bond"),
    (["EMERGING", "EMERG"], "emerging"),
    (["INTERNATIONAL", "INTL", "FOREIGN", "EAFE", "EX", "OVERSEAS", "EUROPE", "PACIFIC"], "intl_developed"),
    (["REIT", "REITS", "ESTATE", "REALTY"], "real_estate"),
    (["GOLD"], "gold"),
    (["COMMODITY", "COMMODITIES"], "commodities"),
    (["BITCOIN", "ETHEREUM", "CRYPTO"], "crypto"),
    (
      ["STOCK", "STK", "EQUITY", "CAP", "COMPANY", "500", "GROWTH", "VALUE", "RUSSELL", "NASDAQ", "DIVIDEND"],
      "us_stock"
    ),
  ]
}
