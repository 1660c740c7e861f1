/// Something that solves mixed-integer programs. The executable chooses one; tests may use their own.
public protocol Solver: Sendable {
  /// The best solution that the limits allow, with a bound that no solution can beat.
  ///
  /// - Parameters:
  ///   - start: values of all variables that satisfy the program, from which the search may begin.
  ///   - observer: sees incumbent and bound while the search goes on and may stop it.
  /// - Throws: `SolverFailure` where the solver itself fails; an infeasible program is an answer, not an error.
  func solution(
    of program: MixedIntegerProgram, options: SolverOptions, start: [Double]?,
    observer: ((SolverProgress) -> SolverVerdict)?
  ) throws -> ProgramSolution
}

extension Solver {
  public func solution(
    of program: MixedIntegerProgram, options: SolverOptions = SolverOptions(), start: [Double]? = nil
  ) throws -> ProgramSolution {
    try solution(of: program, options: options, start: start, observer: nil)
  }
}

/// When a solver may stop, and how it searches. Limits count nodes, not seconds, so that an answer does not depend on the
/// machine; a time limit exists for people who wait.
public struct SolverOptions: Sendable, Hashable {
  /// Stop when incumbent and bound are this near, in units of the objective.
  public var absoluteGap = 0.0
  public var relativeGap = 0.0
  public var nodeLimit: Int?
  public var timeLimitSeconds: Double?
  /// Stop at the first solution that is at least this good.
  public var objectiveTarget: Double?
  /// How far a row or a bound may be broken.
  public var feasibilityTolerance = 1e-7
  /// Whether the program is simplified first. Off by default: measured two to four times faster on household programs.
  public var presolves = false
  public init() {}
}

public struct SolverProgress: Sendable {
  /// The objective of the best solution so far; `nil` before the first.
  public let incumbent: Double?
  public let bound: Double
  public init(incumbent: Double?, bound: Double) {
    self.incumbent = incumbent
    self.bound = bound
  }
}

public enum SolverVerdict: Sendable { case goOn, stop }

/// What a solver found.
public struct ProgramSolution: Sendable {
  public enum Status: String, Sendable {
    /// Within the gap that was asked for.
    case optimal
    /// A limit was reached first; `bound` says how far away the optimum may be.
    case feasible
    case infeasible
    case unbounded
    /// A limit was reached before any solution was found.
    case unknown
  }

  public let status: Status
  /// One value for each variable; empty without a solution.
  public let values: [Double]
  public let objective: Double
  /// No solution is better than this.
  public let bound: Double
  public let nodes: Int
  /// For a linear program, what one unit more of each row's bound adds to the objective; else empty.
  public let duals: [Double]
  /// How long the search took.
  public let seconds: Double

  public init(
    status: Status, values: [Double], objective: Double, bound: Double, nodes: Int = 0, duals: [Double] = [],
    seconds: Double = 0
  ) {
    self.status = status
    self.values = values
    self.objective = objective
    self.bound = bound
    self.nodes = nodes
    self.duals = duals
    self.seconds = seconds
  }

  public var hasSolution: Bool { !values.isEmpty }
}

/// The solver itself failed.
public struct SolverFailure: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
