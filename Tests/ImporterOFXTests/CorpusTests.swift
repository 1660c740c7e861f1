import Diagnostics
import Foundation
import ImporterOFX
import Measures
import Statements
import TestSupport
import Testing

/// What an independent reader found in statements of many institutions, where they lie beside the checkout.
enum Corpus {
  static let folder = SharedCorpus.folder("imports")

  static var expectations: [String] {
    guard let folder else { return [] }
    return names(in: folder.appending(path: "expected")).filter { $0.hasSuffix(".json") }
  }

  /// The files below some folders of the corpus.
  static func files(_ kinds: [String]) -> [String] {
    guard let corpus = folder?.appending(path: "corpus") else { return [] }
    return kinds.flatMap { kind in
      names(in: corpus.appending(path: kind)).flatMap { source in
        names(in: corpus.appending(path: "\(kind)/\(source)")).map { "\(kind)/\(source)/\($0)" }
      }
    }
  }

  static func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: try #require(folder).appending(path: "corpus/\(file)")))
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}

struct ExpectedFile: Decodable {
  struct Identifier: Decodable { let uniqueid: String }
  struct Transaction: Decodable {
    let type: String
    let fitid, units, unitprice, total, trnamt, memo, commission, fees, withholding, accrdint: String?
    let incometype, inv401ksource, relfitid, reversalfitid: String?
    let dttrade_raw, dttrade, dtposted_raw, dtposted: String?
    let secid: Identifier?
  }
  struct Position: Decodable {
    let secid: Identifier
    let units, unitprice, mktval, inv401ksource: String?
  }
  struct Statement: Decodable {
    let brokerid, acctid, curdef: String
    let dtasof_raw, availcash: String?
    let transactions: [Transaction]
    let positions: [Position]
    let inv401kbal: [String: String]?
  }
  let file: String
  let statements: [Statement]
}

@Suite("OFX of many institutions", .enabled(if: Corpus.folder != nil, "needs the shared corpus"))
struct CorpusTests {
  /// A number as the expectations print it; those that their reader could not read are not compared.
  private func agrees(_ number: PrintedNumber?, _ expected: String?) -> Bool {
    guard let expected, !expected.hasPrefix("UNPARSEABLE") else { return expected != nil || number == nil }
    return number == PrintedNumber(expected)
  }

  private func digits(_ day: Day?) -> String? { day?.description.replacing("-", with: "") }

  @Test("are read as an independent reader read them", arguments: Corpus.expectations)
  func expectations(_ name: String) throws {
    let data = try Data(contentsOf: try #require(Corpus.folder).appending(path: "expected/\(name)"))
    let expected = try JSONDecoder().decode(ExpectedFile.self, from: data)
    let reading = OFXReader.reading(try Corpus.bytes(expected.file), file: expected.file)
    let file = try #require(reading.value)
    try #require(file.statements.count == expected.statements.count)
    #expect(file.rows.skipped.isEmpty)
    for (statement, wanted) in zip(file.statements, expected.statements) {
      #expect(statement.account.number == wanted.acctid)
      #expect(statement.account.broker == wanted.brokerid)
      #expect(statement.currency == wanted.curdef)
      #expect(digits(statement.asOf) == wanted.dtasof_raw.map { String($0.prefix(8)) })
      #expect(agrees(statement.cash, wanted.availcash) || reading.codes.contains("ofx-sweep-in-cash"))
      try #require(statement.entries.count == wanted.transactions.count)
      for (entry, row) in zip(statement.entries, wanted.transactions) { compare(entry, row) }
      try #require(statement.positions.count == wanted.positions.count)
      for (position, row) in zip(statement.positions, wanted.positions) {
        #expect(position.security.value == row.secid.uniqueid)
        #expect(agrees(position.units, row.units))
        #expect(agrees(position.price, row.unitprice))
        #expect(agrees(position.value, row.mktval))
        #expect(position.source401k == row.inv401ksource)
      }
      for (field, value) in wanted.inv401kbal ?? [:] {
        let printed = statement.plan?.fields.first { $0.path == "INV401KBAL/\(field.uppercased())" }?.value
        #expect(agrees(printed.flatMap { PrintedNumber($0) }, value))
      }
    }
  }

  private func compare(_ entry: StatementEntry, _ row: ExpectedFile.Transaction) {
    #expect(entry.source == row.type)
    #expect(entry.id == row.fitid)
    #expect(
      digits(entry.day) == (row.dttrade_raw ?? row.dttrade ?? row.dtposted_raw ?? row.dtposted)?.prefix(8).description)
    #expect(entry.security?.value == row.secid?.uniqueid)
    #expect(agrees(entry.units, row.units))
    #expect(agrees(entry.price, row.unitprice))
    #expect(agrees(entry.amount, row.total ?? row.trnamt))
    #expect(agrees(entry.commission, row.commission))
    #expect(agrees(entry.fees, row.fees))
    #expect(agrees(entry.withholding, row.withholding))
    #expect(agrees(entry.accruedInterest, row.accrdint))
    #expect(entry.incomeType == row.incometype)
    #expect(entry.source401k == row.inv401ksource)
    #expect(entry.related == row.relfitid)
    #expect(entry.reverses == row.reversalfitid)
    if row.type != "INVBANKTRAN" { #expect(entry.memo == row.memo) }
    let isSignedByKind = ["BUYSTOCK", "BUYMF", "BUYDEBT", "BUYOPT", "BUYOTHER", "REINVEST"].contains(row.type)
    if isSignedByKind { #expect(entry.effect.units?.isNegative == false) }
  }

  @Test(
    "banks and broken files are read whole, or declined with a reason",
    arguments: Corpus.files(["ofx-bank", "malformed"]))
  func readOrDeclined(_ file: String) throws {
    let reading = OFXReader.reading(try Corpus.bytes(file), file: file)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.allSatisfy { $0.remedy != nil })
    #expect(reading.value?.brokenInvariants ?? [] == [])
    guard let statements = reading.value?.statements, !statements.isEmpty else { return #expect(!errors.isEmpty) }
    for statement in statements {
      #expect(!statement.account.number.isEmpty)
      #expect(statement.entries.allSatisfy { $0.amount == $0.effect.cash })
    }
  }
}
