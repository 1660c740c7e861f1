public import Backtesting
public import Measures
import TimeSeries

/// What `hearth backtest` is asked: a mix, the rules to try on it, and what trading costs.
public struct BacktestQuestion: Sendable {
  public struct Asset: Sendable, Hashable {
    /// `stocks`, `bonds`, `bills`, or the name of a series of prices that include what is paid out.
    public var name: String
    /// A fraction of the whole.
    public var weight: Double

    public init(name: String, weight: Double) {
      self.name = name
      self.weight = weight
    }
  }

  /// Part of the money leaves an asset while the signal of its own prices is off.
  public struct Tilt: Sendable, Hashable {
    public enum Signal: String, Sendable, Hashable, CaseIterable {
      case average, momentum
    }

    public var signal: Signal
    /// Assets by their place in the mix: what is sold, and what is bought for it.
    public var risky: Int
    public var refuge: Int
    /// The most that moves, as a fraction of the whole. 0 is the strategic mix itself.
    public var cap: Double
    /// Months between the signal and the trade: 0 is the same close.
    public var lag: Int

    public init(signal: Signal, risky: Int, refuge: Int, cap: Double, lag: Int) {
      self.signal = signal
      self.risky = risky
      self.refuge = refuge
      self.cap = cap
      self.lag = lag
    }
  }

  public var mix: [Asset]
  public var rules: [NamedRule]
  public var costRate = 0.0
  public var fee = 0.0
  public var start = 1.0
  public var contribution = 0.0
  public var tax: LotTax?
  public var tilt: Tilt?
  public var from: Day?
  public var through: Day?
  /// Where the history is cut in two, so that a rule that was found on the first part is judged on the second.
  public var split: Day?

  public init(mix: [Asset], rules: [NamedRule] = NamedRule.usual) {
    self.mix = mix
    self.rules = rules
  }
}

/// A rule in the words of a household.
public struct NamedRule: Sendable, Hashable {
  public let name: String
  public let rule: RebalanceRule

  public init(_ name: String, _ rule: RebalanceRule) {
    self.name = name
    self.rule = rule
  }

  /// The rules that households are told to follow, and never to rebalance at all.
  public static let usual: [NamedRule] = [
    "never", "monthly", "quarterly", "semi-annual", "annual", "monthly 5pp", "quarterly 5pp", "annual 5pp",
    "monthly 20%",
    "monthly 20% half-band",
  ].compactMap(NamedRule.init(parsing:))

  /// `quarterly`, `monthly 5pp`, `annual 20%`, `monthly 5pp 25% half-band`, `never`.
  public init?(parsing text: String) {
    var cycle: Cycle?
    var limits = RebalanceRule.Limits()
    var destination = RebalanceRule.Destination.target
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    if first != "never" {
      guard let known = Cycle(rawValue: first) else { return nil }
      cycle = known
    }
    for word in words.dropFirst() {
      if let known = RebalanceRule.Destination(rawValue: word) {
        destination = known
      } else if word.hasSuffix("pp"), let points = Double(word.dropLast(2)), points > 0, points <= 100 {
        limits.absolute = points / 100
      } else if word.hasSuffix("%"), let percent = Double(word.dropLast()), percent > 0, percent <= 1000 {
        limits.relative = percent / 100
      } else {
        return nil
      }
    }
    self.init(
      text,
      RebalanceRule(cycle, limits: limits == RebalanceRule.Limits() ? nil : limits, destination: destination))
  }
}
