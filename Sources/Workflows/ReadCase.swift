import CaseFile
public import Diagnostics
public import Foundation
public import Rebalancing

/// A household on one day from a case file: `hearth optimize`.
public enum CaseProblem {
  public static func reading(_ file: String) throws -> Reading<RebalanceProblem> {
    CaseFile.reading(Data(try FileBytes.reading(file)), file: file)
  }

  /// One line of a file that holds many.
  public static func reading(_ line: Data, file: String, number: Int) -> Reading<RebalanceProblem> {
    CaseFile.reading(line, file: file, line: number)
  }
}
