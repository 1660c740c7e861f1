public import Measures

/// Numbers in the user's words: dollars and cents, shares, percents and percentage points.
public enum Figures {
  /// `1,234.56`, `−0.07`.
  public static func dollars(_ amount: Money, places: Int = 2) -> String {
    amount.grouped(places: places)
  }

  /// Shares as exactly as they are, with thousands separators.
  public static func shares(_ quantity: Quantity) -> String { quantity.grouped }

  /// Two decimals at least, more where the price has them.
  public static func price(_ price: Price) -> String {
    let text = price.description
    let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    return decimals < 2 ? price.grouped(places: 2) : price.grouped
  }

  /// `59.99 %`.
  public static func percent(_ weight: Weight, places: Int = 2) -> String { hundredfold(weight, places) + " %" }

  /// Percentage points with a sign: `+1.25`, `−0.40`.
  public static func points(_ weight: Weight, places: Int = 2) -> String {
    let text = hundredfold(weight, places)
    return text.hasPrefix("−") || Set(text).isSubset(of: ["0", "."]) ? text : "+" + text
  }

  /// How far a class may stray, in percentage points: `±5.00`.
  public static func band(_ weight: Weight) -> String { "±" + hundredfold(weight, 2) }

  private static func hundredfold(_ weight: Weight, _ places: Int) -> String {
    Weight(steps: Int64(clamping: Int128(weight.steps) * 100)).grouped(places: places)
  }
}
