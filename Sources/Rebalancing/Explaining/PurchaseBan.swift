public import Measures
public import PortfolioModel

/// Substantially identical securities that nobody in the household may buy for a while, or the loss is lost (IRC 1091).
public struct PurchaseBan: Sendable, Hashable {
  public let group: String
  public let securities: [SecurityID]
  /// The day of the loss sale, and the last day of the ban.
  public let from: Day
  public let until: Day
  public let reason: String
}
