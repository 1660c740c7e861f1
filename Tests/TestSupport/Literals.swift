public import Measures

/// A value from its text in a test; a text that is no such value stops the test at once.
extension FixedPoint: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
  ExpressibleByExtendedGraphemeClusterLiteral
{
  public init(stringLiteral text: String) {
    guard let value = Self(text) else { preconditionFailure("\(text) is not an exact \(Unit.self)") }
    self = value
  }
}

extension PrintedNumber: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
  ExpressibleByExtendedGraphemeClusterLiteral
{
  public init(stringLiteral text: String) {
    guard let value = Self(text) else { preconditionFailure("\(text) is not a decimal number") }
    self = value
  }
}

extension Day: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
  ExpressibleByExtendedGraphemeClusterLiteral
{
  public init(stringLiteral text: String) {
    guard let value = Self(text) else { preconditionFailure("\(text) is not a day") }
    self = value
  }
}
