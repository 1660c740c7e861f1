public import PortfolioModel
public import Statements
public import Diagnostics
public import Measures
public struct ReadStatement: Sendable {
  public var file: ParsedFile
  public var sha256: String
  public init(file: ParsedFile, sha256: String) { self.file = file; self.sha256 = sha256 }
}
public struct Ledger: Sendable {
  public enum Access: Sendable { case reading, writing }
  public init(path: String, access: Access) throws {}
  public static func inMemory() throws -> Ledger { try Ledger(path: "", access: .writing) }
  public func plan(_ files: [ReadStatement], household: Household) throws -> ImportPlan { ImportPlan() }
  public func record(_ files: [ReadStatement], household: Household, at moment: String) throws -> ImportReceipt { ImportReceipt(number: nil, plan: ImportPlan()) }
  public func imports() throws -> [ImportRecord] { [] }
  public func undo(_ number: Int, household: Household) throws -> UndoReceipt { UndoReceipt(number: number, transactionsRemoved: 0, transactionsKept: 0) }
  public func snapshot(asOf: Day, household: Household) throws -> Reading<HouseholdSnapshot> { Reading(HouseholdSnapshot(asOf: asOf, household: household)) }
}
