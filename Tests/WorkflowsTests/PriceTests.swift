import Foundation
import Measures
import Statements
import Testing
import Workflows

/// Prices from CSV files of several shapes, through to what is in the ledger.
struct PriceTests {
  /// How many rows of prices are new, in a household of its own.
  private func imported(_ text: String, symbol: String? = nil) throws -> Int? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "prices-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "prices.csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let outcome = try HouseholdFolder(path: folder.path).importPrices(file.path, symbol: symbol, at: "2026-11-24")
    return outcome.receipt?.plan.files.first?.new
  }

  @Test func oneRowAPrice() throws {
    #expect(try imported("Date,Symbol,Price\n2026-11-20,VTI,301.25\n11/21/2026,BND,\"$1,072.10\"\n") == 2)
  }

  @Test func oneColumnASymbol() throws {
    #expect(try imported("date,VTI,BND\n2026-11-20,301.25,72.1\n2026-11-21,302,\n") == 2)
  }

  @Test func aHistoryOfOneSecurity() throws {
    #expect(
      try imported("Date,Open,High,Low,Close,Adj Close,Volume\n2026-11-20,1,2,3,301.25,300,99\n", symbol: "VTI") == 1)
    #expect(throws: (any Error).self) { try imported("Date,Open,Close\n2026-11-20,1,301.25\n") }
  }

  @Test func semicolonsAndDecimalCommas() throws {
    #expect(try imported("Date;Symbol;Close\n2026-11-20;VTI;1.301,25\n") == 1)
  }

  @Test func aRowWithoutAPriceIsSkippedAndTheRestRead() throws {
    #expect(try imported("Prices of today\ndate,symbol,price\n2026-11-20,VTI,n/a\n2026-11-20,BND,72.1\n") == 1)
  }

  @Test func whatHasNoDayIsRefused() {
    #expect(throws: (any Error).self) { try imported("symbol,price\nVTI,301.25\n") }
  }
}
