/// A sum of variables, each times a number, plus a constant: `2x − y + 3`.
public struct LinearExpression: Sendable {
  public struct Term: Sendable {
    public let variable: MixedIntegerProgram.Variable
    public let coefficient: Double
  }

  public private(set) var terms: [Term] = []
  public private(set) var constant = 0.0

  public init(_ constant: Double = 0) { self.constant = constant }

  public init(_ variable: MixedIntegerProgram.Variable) { terms = [Term(variable: variable, coefficient: 1)] }

  /// Adds `coefficient × variable`.
  public mutating func add(_ coefficient: Double, _ variable: MixedIntegerProgram.Variable) {
    terms.append(Term(variable: variable, coefficient: coefficient))
  }

  /// Each variable once, in the order of its first appearance.
  var collected: [(Int, Double)] {
    guard terms.count > 1 else { return terms.map { ($0.variable.index, $0.coefficient) } }
    var positions: [Int: Int] = [:]
    var result: [(Int, Double)] = []
    for term in terms {
      if let position = positions[term.variable.index] {
        result[position].1 += term.coefficient
      } else {
        positions[term.variable.index] = result.count
        result.append((term.variable.index, term.coefficient))
      }
    }
    return result
  }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum += right
    return sum
  }
  public static func - (left: Self, right: Self) -> Self { left + -1 * right }
  public static prefix func - (expression: Self) -> Self { -1 * expression }
  public static func += (left: inout Self, right: Self) {
    left.terms += right.terms
    left.constant += right.constant
  }
  public static func -= (left: inout Self, right: Self) { left += -1 * right }
  public static func * (factor: Double, expression: Self) -> Self {
    var product = LinearExpression(factor * expression.constant)
    product.terms = expression.terms.map { Term(variable: $0.variable, coefficient: factor * $0.coefficient) }
    return product
  }
}

/// `coefficient × variable` as an expression.
public func * (coefficient: Double, variable: MixedIntegerProgram.Variable) -> LinearExpression {
  var expression = LinearExpression()
  expression.add(coefficient, variable)
  return expression
}
