public import Measures

/// The lot methods of an account, each with the days on which it was in force.
public struct LotMethodHistory: Sendable, Hashable {
  public struct Former: Sendable, Hashable {
    public let method: Account.LotMethod
    /// The first day of the next one.
    public let until: Day

    public init(_ method: Account.LotMethod, until: Day) {
      self.method = method
      self.until = until
    }
  }

  public var latest: Account.LotMethod
  /// Oldest first.
  public var former: [Former]

  public init(_ latest: Account.LotMethod, former: [Former] = []) {
    self.latest = latest
    self.former = former
  }

  public func method(on day: Day) -> Account.LotMethod { former.first { day < $0.until }?.method ?? latest }

  func mapped(_ transform: (Account.LotMethod) -> Account.LotMethod) -> Self {
    Self(transform(latest), former: former.map { Former(transform($0.method), until: $0.until) })
  }
}
