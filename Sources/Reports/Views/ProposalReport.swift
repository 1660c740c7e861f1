import Diagnostics
import Measures
import PortfolioModel
public import Rebalancing
import Taxes

/// The trades of a proposal with their reasons, cost and proof: `hearth optimize`, `hearth rebalance`.
public struct ProposalReport: Report {
  public let proposal: Proposal
  /// How long the search took, where the caller measured it.
  public let duration: Duration?

  public init(_ proposal: Proposal, duration: Duration? = nil) {
    self.proposal = proposal
    self.duration = duration
  }

  /// The document `hearth.proposal/1`.
  public var json: JSONValue {
    let evaluation = proposal.evaluation
    return .object([
      "schema": .string("hearth.proposal/1"),
      "name": .string(proposal.problem.name),
      "status": .string(proposal.status.rawValue),
      "objective": .number(proposal.objective),
      "bound": proposal.bound.map { .number($0) },
      "gap": proposal.gap.map { .number($0) },
      "seconds": duration.map { .seconds($0) },
      "asOf": .string(proposal.problem.asOf.description),
      "trades": tradesJSON,
      "parts": Self.json(of: evaluation.parts),
      "disallowedLoss": .number(evaluation.disallowedLoss, places: 2),
      "washes": evaluation.washes.isEmpty ? nil : .array(evaluation.washes.map(Self.json(of:))),
      "avoidingWashSales": proposal.avoidingWashSales.map { .number($0, places: 2) },
      "returns": .array(evaluation.returns.sorted { $0.key < $1.key }.map(Self.json(of:_:))),
      "before": weightsJSON(evaluation.weightsBefore),
      "after": weightsJSON(evaluation.weightsAfter),
      "reasons": .array(proposal.reasons.map(Self.json(of:))),
      "worths": proposal.worths.isEmpty ? nil : .array(proposal.worths.map(Self.json(of:))),
      "prices": proposal.worths.isEmpty ? nil : .array(proposal.prices.map(Self.json(of:))),
      "doNotBuy": .array(proposal.doNotBuy.map(Self.json(of:))),
      "waiting": .array(proposal.waiting.map(Self.json(of:))),
      "stillOffTarget": .array(proposal.stillOffTarget.map { .string($0) }),
      "diagnostics": .array(proposal.diagnostics.map(\.json)),
    ])
  }

  private var tradesJSON: JSONValue {
    .object([
      "sells": .array(
        proposal.trades.sales.map { sale in
          .object([
            "account": .string(sale.account.rawValue), "security": .string(sale.security.rawValue),
            "lot": .text(sale.lot) ?? .null, "shares": .number(sale.shares),
          ])
        }),
      "buys": .array(
        proposal.trades.purchases.map { purchase in
          .object([
            "account": .string(purchase.account.rawValue), "security": .string(purchase.security.rawValue),
            "shares": .number(purchase.shares),
          ])
        }),
    ])
  }

  static func json(of parts: Evaluation.Parts) -> JSONValue {
    .object([
      "tax": .number(parts.tax), "carryValue": .number(parts.carryValue), "embedded": .number(parts.embedded),
      "spread": .number(parts.spread), "commission": .number(parts.commission),
      "redemption": .number(parts.redemption), "drift": .number(parts.drift), "location": .number(parts.location),
      "nuisance": .number(parts.nuisance),
    ])
  }

  private static func json(of id: TaxReturnID, _ detail: Evaluation.ReturnDetail) -> JSONValue {
    .object([
      "id": .string(id.rawValue), "short": .number(detail.short, places: 2), "long": .number(detail.long, places: 2),
      "collectible": detail.collectible.isZero ? nil : .number(detail.collectible, places: 2),
      "federal": .number(detail.federal, places: 2), "niit": .number(detail.netInvestmentIncomeTax, places: 2),
      "state": .number(detail.state, places: 2), "cliffs": .number(detail.cliffs, places: 2),
      "carryShort": .number(detail.carryShort, places: 2), "carryLong": .number(detail.carryLong, places: 2),
    ])
  }

  private static func json(of wash: Evaluation.WashSale) -> JSONValue {
    .object([
      "group": .string(wash.group), "account": .string(wash.account.rawValue), "sale": .string(wash.sale.rawValue),
      "replacement": .string(wash.replacement), "replacementAccount": .string(wash.replacementAccount.rawValue),
      "replacementSecurity": .string(wash.replacementSecurity.rawValue), "bought": .string(wash.bought.description),
      "shares": .number(wash.shares), "disallowed": .number(wash.disallowed, places: 2),
      "deferredTo": wash.isLost ? .null : .string(wash.replacement),
      "heldSince": wash.heldSince.map { .string($0.description) },
    ])
  }

  private func weightsJSON(_ weights: [AssetClassID: Weight]) -> JSONValue {
    .array(
      proposal.problem.assetClasses.map { assetClass in
        .object([
          "id": .string(assetClass.id.rawValue), "weight": .number(weights[assetClass.id] ?? .zero, places: 6),
        ])
      })
  }

  private static func json(of reason: TradeReason) -> JSONValue {
    .object([
      "account": .string(reason.account.rawValue), "security": .string(reason.security.rawValue),
      "side": .string(reason.side.rawValue), "shares": .number(reason.shares),
      "dollars": .number(reason.dollars, places: 2), "gain": reason.gain.map { .number($0, places: 2) },
      "tax": reason.tax.map { .number($0, places: 2) },
      "lots": reason.lots.isEmpty ? nil : .array(reason.lots.map(Self.json(of:))), "reason": .string(reason.reason),
    ])
  }

  private static func json(of part: TradeReason.LotPart) -> JSONValue {
    .object([
      "lot": .text(part.lot) ?? .null, "shares": .number(part.shares), "gain": part.gain.map { .number($0, places: 2) },
      "term": part.gain.map { _ in .string(part.isLongTerm ? "long" : "short") },
    ])
  }

  private static func json(of ban: PurchaseBan) -> JSONValue {
    .object([
      "group": .string(ban.group), "securities": .array(ban.securities.map { .string($0.rawValue) }),
      "from": .string(ban.from.description), "until": .string(ban.until.description), "reason": .string(ban.reason),
    ])
  }

  private static func json(of date: WaitingDate) -> JSONValue {
    .object([
      "day": .string(date.day.description), "account": .string(date.account.rawValue),
      "security": .string(date.security.rawValue), "worth": .number(date.worth, places: 2),
      "reason": .string(date.reason),
    ])
  }

  private static func json(of worth: TradeWorth) -> JSONValue {
    .object([
      "account": .string(worth.account.rawValue), "security": .string(worth.security.rawValue),
      "side": .string(worth.side.rawValue), "worth": .number(worth.difference.objective),
      "parts": json(of: worth.difference),
    ])
  }

  private static func json(of price: RulePrice) -> JSONValue {
    .object([
      "rule": .string(price.rule.rawValue), "subject": price.subject.map { .string($0) },
      "price": .number(price.price, places: 2), "sentence": .string(price.sentence),
    ])
  }
}
