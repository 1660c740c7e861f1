import CaseFile
import Diagnostics
import Foundation
import Measures
import Policy
import PortfolioModel
import Rebalancing
import TestSupport
import Testing

/// The answers of an independent program to households of the same format, where they lie beside the checkout.
enum SolvedCases {
  static let folder = SharedCorpus.folder("optimiser/cases")

  static var names: [String] {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return files.filter { $0.hasSuffix(".json") && !$0.contains("expected") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func problem(_ name: String) throws -> RebalanceProblem {
    let folder = try #require(folder)
    let data = try Data(contentsOf: folder.appending(path: name + ".json"))
    return try CaseFile.reading(data, file: name).get()
  }

  static func expected(_ name: String, isPriced: Bool) throws -> Expected {
    let folder = try #require(folder)
    let file = name + (isPriced ? ".price" : "") + ".expected.json"
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: folder.appending(path: file)))
  }
}

struct Expected: Decodable {
  struct Trades: Decodable {
    struct Sell: Decodable {
      let account: String
      let security: String
      let lot: String?
      let shares: Double
    }
    struct Buy: Decodable {
      let account: String
      let security: String
      let shares: Double
    }
    let sells: [Sell]
    let buys: [Buy]
  }
  struct Evaluation: Decodable {
    struct Detail: Decodable {
      let st: Double
      let lt: Double
      let fed: Double
      let niit: Double
      let state: Double
      let cliffs: Double
      let carry_st: Double
      let carry_lt: Double
    }
    let objective: Double
    let tax: Double
    let carry_value: Double
    let embedded: Double
    let cost: Double
    let disallowed_loss: Double?
    let drift: Double
    let location: Double
    let nuisance: Double
    let total_value: Double
    let no_trade_objective: Double
    let tax_detail: [String: Detail]
    let weights_after: [String: Double]
    let cash_after: [String: Double]
  }
  let objective: Double
  let bound: Double
  let trades: Trades
  let evaluation: Evaluation

  var proposed: ProposedTrades {
    ProposedTrades(
      sales: trades.sells.map {
        .init(
          account: AccountID($0.account), security: SecurityID($0.security), lot: $0.lot.map { LotID($0) },
          shares: Quantity(nearest: $0.shares) ?? .zero)
      },
      purchases: trades.buys.map {
        .init(
          account: AccountID($0.account), security: SecurityID($0.security),
          shares: Quantity(nearest: $0.shares) ?? .zero)
      })
  }
}

@Suite("An independent program's answers, priced again")
struct ExpectedEvaluationTests {
  @Test(
    "every part of the objective agrees to the cent",
    .enabled(if: SolvedCases.folder != nil, "../shared/optimiser/cases is not there"),
    arguments: SolvedCases.names, [false, true])
  func evaluation(name: String, isPriced: Bool) throws {
    var problem = try SolvedCases.problem(name)
    if isPriced { problem.settings.washSalePolicy = .price }
    let expected = try SolvedCases.expected(name, isPriced: isPriced)
    let found = ProposalChecker(problem).evaluation(of: expected.proposed)
    let wanted = expected.evaluation

    #expect(found.violations == [])
    let parts = found.parts
    let table: [(String, Money, Double)] = [
      ("tax", parts.tax, wanted.tax), ("carry", parts.carryValue, wanted.carry_value),
      ("embedded", parts.embedded, wanted.embedded), ("cost", parts.cost, wanted.cost),
      ("drift", parts.drift, wanted.drift), ("location", parts.location, wanted.location),
      ("nuisance", parts.nuisance, wanted.nuisance), ("objective", parts.objective, wanted.objective),
      ("total", found.totalValue, wanted.total_value), ("nothing", found.driftBefore, wanted.no_trade_objective),
      ("disallowed", found.disallowedLoss, wanted.disallowed_loss ?? 0),
    ]
    for (part, ours, theirs) in table { #expect(abs(ours.approximate - theirs) < 0.005, "\(part)") }
    for (id, theirs) in wanted.tax_detail {
      let ours = try #require(found.returns[TaxReturnID(id)])
      let details: [(String, Money, Double)] = [
        ("short", ours.short, theirs.st), ("long", ours.long, theirs.lt), ("federal", ours.federal, theirs.fed),
        ("niit", ours.netInvestmentIncomeTax, theirs.niit), ("state", ours.state, theirs.state),
        ("cliffs", ours.cliffs, theirs.cliffs), ("carry short", ours.carryShort, theirs.carry_st),
        ("carry long", ours.carryLong, theirs.carry_lt),
      ]
      for (part, ours, theirs) in details { #expect(abs(ours.approximate - theirs) < 0.005, "\(id) \(part)") }
    }
    for (id, weight) in wanted.weights_after {
      #expect(abs((found.weightsAfter[AssetClassID(id)] ?? .zero).approximate - weight) < 1e-7, "\(id)")
    }
    for (id, cash) in wanted.cash_after {
      #expect(abs((found.cashAfter[AccountID(id)] ?? .zero).approximate - cash) < 0.005, "\(id)")
    }
  }
}
