import Diagnostics
import Foundation
import HiGHSSolver
import Measures
import PortfolioModel
import Rebalancing
import Statements
import TestSupport
import Testing

@testable import Workflows

/// Three statements of one household and its file, through import to a proposal: no tax, on target, four trades.
@Suite("Statements in, proposal out")
struct ReferenceImportTests {
  @Test("four trades reach the target without tax, and a second import adds nothing")
  func proposal() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reference-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Checkout.file("Tests/WorkflowsTests/Fixtures/reference"), to: folder)
    let household = HouseholdFolder(path: folder.path)
    let files = ["Portfolio_Positions.csv", "brokerage.qfx", "plan.ofx"].map { folder.path + "/" + $0 }
    let first = try household.importStatements(files, at: "2026-11-23T12:00:00Z")
    #expect(first.diagnostics.isEmpty && first.receipt?.plan.files.map(\.new) == [2, 6, 2])
    let second = try household.importStatements(files, at: "2026-11-23T12:00:01Z")
    #expect(second.receipt?.number == nil && second.receipt?.plan.files.map(\.duplicate) == [2, 6, 2])

    let view = try household.view(asOf: "2026-11-23")
    #expect(view.snapshot.total == Money(311_200))
    let proposal = try Rebalancer(solver: HiGHSSolver()).proposal(for: view.problem().get())
    #expect(proposal.trades.count == 4)
    #expect(proposal.evaluation.parts.tax == .zero && proposal.evaluation.isFeasible)
    #expect(proposal.trades.purchases.map(\.security) == ["KBND", "KINT", "VXUS"])
    for assetClass in proposal.problem.assetClasses {
      let after = proposal.evaluation.weightsAfter[assetClass.id] ?? .zero
      #expect((after - assetClass.target).magnitude < "0.0002", "\(assetClass.id)")
    }
  }
}
