/// A name that is unique among things of one kind; the phantom `Owner` keeps an account's from being used as a security's.
public struct Identifier<Owner>: Hashable, Sendable {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension Identifier: Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  public var description: String { rawValue }
  public init(stringLiteral value: String) { self.init(value) }
}

public enum TaxReturnOwner {}
public enum LotOwner {}

public typealias MemberID = Identifier<Member>
public typealias AccountID = Identifier<Account>
public typealias SecurityID = Identifier<Security>
public typealias AssetClassID = Identifier<AssetClass>
public typealias LotID = Identifier<LotOwner>
/// Names one tax return: a couple filing jointly shares one.
public typealias TaxReturnID = Identifier<TaxReturnOwner>
