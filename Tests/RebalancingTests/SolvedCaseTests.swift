import CaseFile
import Diagnostics
import Foundation
import HiGHSSolver
import Measures
import Policy
import Rebalancing
import TestSupport
import Testing

@Suite("Households that an independent program has solved")
struct SolvedCaseTests {
  static let folder = SharedCorpus.folder("optimiser/cases")

  /// The small ones: the large ones are for a benchmark.
  static var names: [String] {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return files.filter { $0.hasSuffix(".json") && !$0.contains("expected") }.map { String($0.dropLast(5)) }
      .filter { $0.hasPrefix("tiny") || $0 == "reference" || $0.hasPrefix("case0") }.sorted()
  }

  struct Expected: Decodable {
    let objective: Double
    let bound: Double
  }

  @Test(
    "the plan is within a dollar of theirs and not below their bound",
    .enabled(if: folder != nil, "../shared/optimiser/cases is not there"), arguments: names, [false, true])
  func objective(name: String, isPriced: Bool) throws {
    let folder = try #require(Self.folder)
    var problem = try CaseFile.reading(Data(contentsOf: folder.appending(path: name + ".json")), file: name).get()
    if isPriced { problem.settings.washSalePolicy = .price }
    let answer = folder.appending(path: name + (isPriced ? ".price" : "") + ".expected.json")
    let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: answer))
    var options = Rebalancer.Options()
    options.gap = Money(1)
    let proposal = try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: problem)

    #expect(proposal.status == .optimal)
    #expect(proposal.evaluation.violations == [])
    #expect(proposal.objective.approximate <= expected.objective + 1)
    #expect(proposal.objective.approximate >= expected.bound - 0.01)
    #expect(try #require(proposal.bound).approximate <= expected.objective + 0.01)
  }
}
