import Diagnostics
import Foundation
import Statements
import TestSupport
import Testing
import Workflows

/// Receipts add up: each row of a file is in one count, whatever the file, and a second import adds nothing.
@Suite struct ReceiptTests {
  static let samples = files(in: Checkout.file("Importers/Samples"))
  static let corpus = SharedCorpus.folder("imports/corpus").map { files(in: $0) } ?? []

  private static func files(in folder: URL) -> [URL] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let endings: Set = ["csv", "json", "ofx", "qfx", "xml", "sgml"]
    return paths.sorted().map { folder.appending(path: $0) }.filter { endings.contains($0.pathExtension.lowercased()) }
  }

  @Test func theRowsOfEverySampleAddUpTwice() throws {
    #expect(Self.samples.count > 30)
    for file in Self.samples { try importTwice(file) }
  }

  @Test(.enabled(if: !corpus.isEmpty, "no corpus beside this checkout"))
  func theRowsOfEveryFileOfTheCorpusAddUpTwice() throws {
    for file in Self.corpus { try importTwice(file) }
  }

  @Test func theDayOfAFileIsGivenOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "receipts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let household = HouseholdFolder(path: folder.path)
    let file = Checkout.file("Importers/Samples/troweprice/portfolio.csv").path
    let first = try household.importStatements([file], asOf: "2026-11-20", at: "2026-11-24")
    #expect(first.receipt?.plan.files.first?.new == 2)
    let second = try household.importStatements([file], at: "2026-11-25")
    #expect(second.receipt?.number == nil, "nothing is read otherwise without the day")
    let third = try household.importStatements([file], asOf: "2026-11-21", at: "2026-11-26")
    #expect(third.receipt?.plan.files.first?.changed == 2)
  }

  private func importTwice(_ file: URL) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "receipts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let household = HouseholdFolder(path: folder.path)
    let first = try household.importStatements([file.path], at: "2026-11-24")
    guard let receipt = first.receipt?.plan.files.first else {
      #expect(first.diagnostics.contains { $0.severity == .error }, "\(file.lastPathComponent)")
      return
    }
    #expect(receipt.isWhole && receipt.changed == 0, "\(file.lastPathComponent): \(receipt)")
    let second = try household.importStatements([file.path], at: "2026-11-25")
    #expect(second.receipt?.number == nil, "\(file.lastPathComponent) is imported twice")
    for again in second.receipt?.plan.files ?? [] {
      #expect(
        again.isWhole && again.new + again.changed + again.conflicting == 0, "\(file.lastPathComponent): \(again)")
      #expect(again.duplicate == receipt.new + receipt.duplicate + receipt.conflicting, "\(file.lastPathComponent)")
    }
  }
}
