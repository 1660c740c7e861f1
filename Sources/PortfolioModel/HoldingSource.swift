public import Measures

/// The part of a plan's holding that came from one kind of money: pre-tax, Roth, match, rollover.
public struct HoldingSource: Sendable, Hashable {
  /// As the plan prints it; empty for what it prints without one.
  public let name: String
  public let quantity: Quantity
  public let value: Money

  public init(name: String, quantity: Quantity, value: Money) {
    self.name = name
    self.quantity = quantity
    self.value = value
  }

  /// Whether it is designated Roth money (IRC 402A), which is not taxed again.
  public var isRoth: Bool { name.uppercased().contains("ROTH") }
}

extension Holding {
  /// What of it is Roth money in an account that is taxed when withdrawn.
  public var rothValue: Money { sources.filter(\.isRoth).reduce(.zero) { $0 + $1.value } }
}
