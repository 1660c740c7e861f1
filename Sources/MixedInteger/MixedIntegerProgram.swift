/// A linear objective to minimise over linear constraints, some variables of which must be whole numbers.
///
/// Rows are stored one after the other (compressed sparse rows), so that building is linear in the number of terms.
public struct MixedIntegerProgram: Sendable {
  /// A column of the program.
  public struct Variable: Sendable, Hashable {
    public let index: Int
  }

  /// A row of the program.
  public struct Constraint: Sendable, Hashable {
    public let index: Int
  }

  public private(set) var names: [String] = []
  public private(set) var lower: [Double] = []
  public private(set) var upper: [Double] = []
  public private(set) var isInteger: [Bool] = []
  public private(set) var cost: [Double] = []
  /// Added to the objective of every solution.
  public private(set) var constant = 0.0

  public private(set) var rowNames: [String] = []
  public private(set) var rowLower: [Double] = []
  public private(set) var rowUpper: [Double] = []
  /// Where each row begins in `columns` and `coefficients`; one element more than there are rows.
  public private(set) var rowStarts: [Int] = [0]
  public private(set) var columns: [Int] = []
  public private(set) var coefficients: [Double] = []

  public init() {}

  public var variableCount: Int { names.count }
  public var constraintCount: Int { rowNames.count }
  public var hasIntegers: Bool { isInteger.contains(true) }
}

extension MixedIntegerProgram {
  /// Adds a variable with `lower ≤ x ≤ upper`.
  public mutating func variable(
    _ name: @autoclosure () -> String, from lower: Double = 0, to upper: Double = .infinity, cost: Double = 0,
    isInteger: Bool = false
  ) -> Variable {
    names.append(name())
    self.lower.append(lower)
    self.upper.append(upper)
    self.isInteger.append(isInteger)
    self.cost.append(cost)
    return Variable(index: names.count - 1)
  }

  /// Adds a variable that is 0 or 1.
  public mutating func binary(_ name: @autoclosure () -> String, cost: Double = 0) -> Variable {
    variable(name(), from: 0, to: 1, cost: cost, isInteger: true)
  }

  /// Adds the row `lower ≤ expression ≤ upper`; the expression's constant moves into the bounds.
  @discardableResult
  public mutating func constrain(
    _ expression: LinearExpression, from lower: Double = -.infinity, to upper: Double = .infinity,
    _ name: @autoclosure () -> String
  ) -> Constraint {
    rowNames.append(name())
    rowLower.append(lower - expression.constant)
    rowUpper.append(upper - expression.constant)
    for (column, coefficient) in expression.collected where coefficient != 0 {
      columns.append(column)
      coefficients.append(coefficient)
    }
    rowStarts.append(columns.count)
    return Constraint(index: rowNames.count - 1)
  }

  /// Adds `expression` to what is minimised.
  public mutating func minimise(_ expression: LinearExpression) {
    constant += expression.constant
    for term in expression.terms { cost[term.variable.index] += term.coefficient }
  }

  /// Narrows the bounds of a variable.
  public mutating func restrict(_ variable: Variable, from lower: Double? = nil, to upper: Double? = nil) {
    if let lower { self.lower[variable.index] = lower }
    if let upper { self.upper[variable.index] = upper }
  }

  /// The same program with every whole-number variable fixed at its rounded value in `values`: a linear program.
  public func fixingIntegers(at values: [Double]) -> MixedIntegerProgram {
    var fixed = self
    for index in names.indices where isInteger[index] {
      let value = values[index].rounded()
      fixed.lower[index] = value
      fixed.upper[index] = value
      fixed.isInteger[index] = false
    }
    return fixed
  }

  /// What is minimised, as an expression.
  public var objective: LinearExpression {
    cost.enumerated().reduce(into: LinearExpression(constant)) { sum, element in
      if element.element != 0 { sum.add(element.element, Variable(index: element.offset)) }
    }
  }

  /// The same program with another objective.
  public func minimising(_ cost: [Double], constant: Double = 0) -> MixedIntegerProgram {
    var other = self
    other.cost = cost
    other.constant = constant
    return other
  }

  /// What `values` are worth.
  public func objective(of values: [Double]) -> Double {
    zip(cost, values).reduce(constant) { $0 + $1.0 * $1.1 }
  }

  /// What one unit more of each variable adds to the objective beyond the worth of the rows it uses, at the rows' `duals`.
  public func reducedCosts(_ duals: [Double]) -> [Double] {
    var reduced = cost
    for row in rowNames.indices {
      for term in rowStarts[row]..<rowStarts[row + 1] { reduced[columns[term]] -= duals[row] * coefficients[term] }
    }
    return reduced
  }
}
