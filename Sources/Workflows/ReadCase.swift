import CaseFile
public import Diagnostics
import Foundation
public import Rebalancing

/// A household on one day from a case file: `hearth optimize`.
public enum CaseProblem {
  public static func reading(_ file: String) throws -> Reading<RebalanceProblem> {
    CaseFile.reading(Data(try FileBytes.reading(file)), file: file)
  }
}
