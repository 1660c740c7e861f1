import Measures
import Performance
import PortfolioModel

extension PerformanceReport {
  /// The document `hearth.performance/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.performance/1"),
      "asOf": .string(asOf.description),
      "total": json(of: performance.total, performance.income),
      "accounts": .array(
        performance.accounts.map { account in
          .object([
            "account": .string(account.id.rawValue), "returns": json(of: account.record, account.income),
          ])
        }),
      "matchedTransfers": .array(
        performance.matched.map { one in
          .object([
            "from": .string(one.from.rawValue), "to": .string(one.to.rawValue), "left": .string(one.left.description),
            "arrived": .string(one.arrived.description), "amount": .number(one.amount, places: 2),
          ])
        }),
      "gains": .object([
        "realisedShort": .number(gains.realisedShort, places: 2),
        "realisedLong": .number(gains.realisedLong, places: 2),
        "unrealisedShort": .number(gains.unrealisedShort, places: 2),
        "unrealisedLong": .number(gains.unrealisedLong, places: 2),
        "unknown": .number(gains.unknown, places: 2),
        "incomplete": .bool(gains.isIncomplete),
      ]),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  private func json(of record: ReturnRecord, _ income: [Int: IncomeOfYear]) -> JSONValue {
    .object([
      "unknown": .text(Self.doubt(about: record)),
      "periods": .array(Self.returns(of: record).map(json(of:))),
      "income": .array(
        income.sorted { $0.key > $1.key }.map { year, income in
          .object(
            [JSONValue.Member(key: "year", value: .integer(year))]
              + income.parts.map { JSONValue.Member(key: $0.name, value: .number($0.amount, places: 2)) })
        }),
    ])
  }

  private func json(of returns: PeriodReturn) -> JSONValue {
    .object([
      "period": .string(returns.period.name),
      "from": .string(returns.period.from.description),
      "through": .string(returns.period.through.description),
      "start": returns.startValue.map { .number($0, places: 2) },
      "netFlow": returns.netFlow.map { .number($0, places: 2) },
      "gain": returns.gain.map { .number($0, places: 2) },
      "end": returns.endValue.map { .number($0, places: 2) },
      "byYear": .bool(returns.isByYear),
      "timeWeighted": json(of: returns.timeWeighted),
      "moneyWeighted": json(of: returns.moneyWeighted),
    ])
  }

  private func json(of figure: PeriodReturn.Figure) -> JSONValue {
    switch figure {
    case .known(let rate): .object(["rate": Rates.json(rate)])
    case .unknown(let reason): .object(["unknown": .string(reason)])
    }
  }
}
