import CHiGHS
import MixedInteger

/// One HiGHS instance that holds one program. This file is the boundary to C: all pointers live and die here.
final class HiGHSModel {
  private let highs: UnsafeMutableRawPointer
  private let program: MixedIntegerProgram

  init(_ program: MixedIntegerProgram) throws {
    guard let highs = Highs_create() else { throw SolverFailure("HiGHS could not be started.") }
    self.highs = highs
    self.program = program
    try set("output_flag", false)
    try pass()
    try set("threads", 1)
    try set("parallel", "off")
    try set("random_seed", 0)
  }

  deinit { Highs_destroy(highs) }

  func apply(_ options: SolverOptions) throws {
    try set("mip_abs_gap", options.absoluteGap)
    try set("mip_rel_gap", options.relativeGap)
    try set("mip_feasibility_tolerance", max(options.feasibilityTolerance, 1e-10))
    try set("primal_feasibility_tolerance", max(options.feasibilityTolerance, 1e-10))
    if let limit = options.nodeLimit { try set("mip_max_nodes", limit) }
    if let limit = options.timeLimitSeconds { try set("time_limit", limit) }
    if let target = options.objectiveTarget { try set("objective_target", target) }
    guard program.hasIntegers else { return }
    // A tenth of the time of a small program, and it finds nothing that the others do not.
    try set("mip_heuristic_run_feasibility_jump", false)
    if !options.presolves {
      try set("presolve", "off")
      try set("mip_allow_restart", false)
      try set("mip_heuristic_run_rins", false)
      try set("mip_heuristic_run_rens", false)
    }
  }

  func begin(at values: [Double]) throws {
    guard values.count == program.variableCount else {
      throw SolverFailure("A start needs a value for every variable.")
    }
    try check(values.withUnsafeBufferPointer { Highs_setSolution(highs, $0.baseAddress, nil, nil, nil) }, "the start")
  }

  func solve(observer: ((SolverProgress) -> SolverVerdict)?) throws -> ProgramSolution {
    let watch = observer.map(Watch.init)
    if let watch {
      let pointer = Unmanaged.passUnretained(watch).toOpaque()
      try check(Highs_setCallback(highs, watchCallback, pointer), "the observer")
      try check(Highs_startCallback(highs, kHighsCallbackMipInterrupt), "the observer")
      try check(Highs_startCallback(highs, kHighsCallbackMipImprovingSolution), "the observer")
    }
    let run = withExtendedLifetime(watch) { Highs_run(highs) }
    guard run != kHighsStatusError else { throw SolverFailure("HiGHS failed to solve the program.") }
    return try outcome()
  }

  private func outcome() throws -> ProgramSolution {
    let status = Highs_getModelStatus(highs)
    if status == kHighsModelStatusInfeasible { return empty(.infeasible) }
    if status == kHighsModelStatusUnbounded || status == kHighsModelStatusUnboundedOrInfeasible {
      return empty(status == kHighsModelStatusUnbounded ? .unbounded : .infeasible)
    }
    guard try integerInfo("primal_solution_status") == Int(kHighsSolutionStatusFeasible) else { return empty(.unknown) }

    var values = [Double](repeating: 0, count: program.variableCount)
    var reduced = values
    var activities = [Double](repeating: 0, count: program.constraintCount)
    var duals = activities
    try check(Highs_getSolution(highs, &values, &reduced, &activities, &duals), "the solution")
    let objective = try doubleInfo("objective_function_value")
    guard program.hasIntegers else {
      return ProgramSolution(
        status: status == kHighsModelStatusOptimal ? .optimal : .feasible, values: values, objective: objective,
        bound: objective, duals: duals, seconds: Highs_getRunTime(highs))
    }
    return ProgramSolution(
      status: status == kHighsModelStatusOptimal ? .optimal : .feasible, values: values, objective: objective,
      bound: min(objective, try doubleInfo("mip_dual_bound")), nodes: try longInfo("mip_node_count"),
      seconds: Highs_getRunTime(highs))
  }

  private func empty(_ status: ProgramSolution.Status) -> ProgramSolution {
    let bound =
      status == .unknown && program.hasIntegers ? (try? doubleInfo("mip_dual_bound")) ?? -.infinity : -.infinity
    return ProgramSolution(
      status: status, values: [], objective: .infinity, bound: bound, seconds: Highs_getRunTime(highs))
  }

  private func pass() throws {
    let starts = program.rowStarts.dropLast().map(HighsInt.init)
    let columns = program.columns.map(HighsInt.init)
    let integrality = program.isInteger.map { $0 ? kHighsVarTypeInteger : kHighsVarTypeContinuous }
    try check(
      Highs_passMip(
        highs, HighsInt(program.variableCount), HighsInt(program.constraintCount), HighsInt(columns.count),
        kHighsMatrixFormatRowwise, kHighsObjSenseMinimize, program.constant, program.cost, program.lower, program.upper,
        program.rowLower, program.rowUpper, starts, columns, program.coefficients, integrality),
      "the program")
  }
}

extension HiGHSModel {
  private func set(_ option: String, _ value: Bool) throws {
    try check(Highs_setBoolOptionValue(highs, option, value ? 1 : 0), option)
  }
  private func set(_ option: String, _ value: Int) throws {
    try check(Highs_setIntOptionValue(highs, option, HighsInt(clamping: value)), option)
  }
  private func set(_ option: String, _ value: Double) throws {
    try check(Highs_setDoubleOptionValue(highs, option, value), option)
  }
  private func set(_ option: String, _ value: String) throws {
    try check(Highs_setStringOptionValue(highs, option, value), option)
  }

  private func doubleInfo(_ name: String) throws -> Double {
    var value = 0.0
    try check(Highs_getDoubleInfoValue(highs, name, &value), name)
    return value
  }
  private func integerInfo(_ name: String) throws -> Int {
    var value: HighsInt = 0
    try check(Highs_getIntInfoValue(highs, name, &value), name)
    return Int(value)
  }
  private func longInfo(_ name: String) throws -> Int {
    var value: Int64 = 0
    try check(Highs_getInt64InfoValue(highs, name, &value), name)
    return Int(value)
  }

  private func check(_ status: HighsInt, _ subject: String) throws {
    if status == kHighsStatusError { throw SolverFailure("HiGHS refused \(subject).") }
  }
}

/// Carries the observer through C's `void *`.
private final class Watch {
  let observer: (SolverProgress) -> SolverVerdict
  init(_ observer: @escaping (SolverProgress) -> SolverVerdict) { self.observer = observer }
}

private func watchCallback(
  type: Int32, message: UnsafePointer<CChar>?, output: UnsafePointer<HighsCallbackDataOut>?,
  input: UnsafeMutablePointer<HighsCallbackDataIn>?, context: UnsafeMutableRawPointer?
) {
  guard let output, let context else { return }
  let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
  let incumbent = output.pointee.mip_primal_bound
  let progress = SolverProgress(
    incumbent: incumbent.isFinite && incumbent < 1e29 ? incumbent : nil, bound: output.pointee.mip_dual_bound)
  if watch.observer(progress) == .stop { input?.pointee.user_interrupt = 1 }
}
