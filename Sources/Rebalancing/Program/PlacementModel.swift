import MixedInteger
import PortfolioModel

/// The mixed-integer program of a placement while its terms are added, with the variables that they share.
///
/// Amounts are in thousand dollars, the objective in dollars.
struct PlacementModel {
  typealias Variable = MixedIntegerProgram.Variable

  /// A position's sale: dollars by lot and in all, and whether there is one.
  struct Sale {
    let holding: Int
    let lots: [Variable]
    let total: Variable
    let isMade: Variable
    /// Whole shares, where only those are sold, and whether the fractional rest goes with the last of them.
    var shares: Variable?
    var closes: Variable?
  }

  struct Buy {
    let purchase: Int
    let amount: Variable
    let isMade: Variable
    var shares: Variable?
  }

  let space: TradeSpace
  let shape: ProgramShape
  var program = MixedIntegerProgram()
  var sales: [Sale] = []
  var buys: [Buy] = []
  /// Gains and losses that enter each tax return, short and long, as the wash-sale rule leaves them.
  var shortResults: [Int: LinearExpression] = [:]
  var longResults: [Int: LinearExpression] = [:]
  /// The part of the long results that comes from collectibles.
  var collectibleResults: [Int: LinearExpression] = [:]
  /// The tax block of each return that the trades can change.
  var returns: [Int: ReturnBlock] = [:]
  /// What the trades add to the tax of each of these returns, in thousand dollars.
  var taxes: [Int: LinearExpression] = [:]
  /// Demands that doing nothing does not meet: by how much the plan misses them.
  var shortfalls: [Shortfall] = []

  struct Shortfall {
    let variable: Variable
    let demand: Demand
  }

  /// The whole program of a placement.
  init(_ space: TradeSpace, shape: ProgramShape = ProgramShape()) {
    self.space = space
    self.shape = shape
    addTrades()
    let terms: [any PlacementTerm] = [
      TradeSizes(), WholeShares(), LotOrder(), CashRule(), TradeLimit(), WashSales(), WashMatches(), TradingCosts(),
      EmbeddedGains(), HoldingCosts(), DriftCost(), IssuerCaps(), ReturnTaxes(), YearlyBudgets(),
    ]
    for term in terms { term.add(to: &self) }
  }

  private mutating func addTrades() {
    for (index, holding) in space.holdings.enumerated() where shape.holdings?.contains(index) ?? true {
      let name = "\(holding.key.account).\(holding.key.security)"
      let lots = holding.lots.map { lot in
        program.variable("sell.\(name).\(lot.id?.rawValue ?? "")", to: lot.value)
      }
      let total: Variable
      if lots.count == 1 {
        total = lots[0]
      } else {
        total = program.variable("sold.\(name)", to: holding.most)
        program.constrain(
          lots.reduce(into: -1 * total) { $0.add(1, $1) }, from: 0, to: 0, "sum.\(name)")
      }
      sales.append(Sale(holding: index, lots: lots, total: total, isMade: program.binary("sells.\(name)")))
    }
    for (index, purchase) in space.purchases.enumerated() where shape.purchases?.contains(index) ?? true {
      let name = "\(purchase.key.account).\(purchase.key.security)"
      buys.append(
        Buy(
          purchase: index, amount: program.variable("buy.\(name)", to: purchase.most),
          isMade: program.binary("buys.\(name)")))
    }
  }
}

extension PlacementModel {
  func holding(_ sale: Sale) -> TradeSpace.Holding { space.holdings[sale.holding] }
  func purchase(_ buy: Buy) -> TradeSpace.Purchase { space.purchases[buy.purchase] }
  func security(_ sale: Sale) -> TradeSpace.Security { space.securities[holding(sale).security] }
  func security(_ buy: Buy) -> TradeSpace.Security { space.securities[purchase(buy).security] }

  /// Adds `factor × (change of cash)` of every account to the account's element of `expressions`.
  func cashChanges() -> [LinearExpression] {
    var changes = [LinearExpression](repeating: LinearExpression(), count: space.accounts.count)
    for sale in sales {
      let holding = holding(sale)
      let account = holding.account
      changes[account].add(1 - security(sale).halfSpread, sale.total)
      for (lot, variable) in zip(holding.lots, sale.lots) where lot.redemptionFee != 0 {
        changes[account].add(-lot.redemptionFee, variable)
      }
      if space.accounts[account].commission != 0 {
        changes[account].add(-space.accounts[account].commission, sale.isMade)
      }
    }
    for buy in buys {
      let account = purchase(buy).account
      changes[account].add(-1 - security(buy).halfSpread, buy.amount)
      if space.accounts[account].commission != 0 {
        changes[account].add(-space.accounts[account].commission, buy.isMade)
      }
    }
    return changes
  }

  /// A demand that doing nothing breaks by `most` may be missed, which is then minimised before anything else.
  mutating func shortfall(_ most: Double, of demand: Demand) -> LinearExpression {
    guard most > 0 else { return LinearExpression() }
    let variable = program.variable("missing.\(shortfalls.count)", to: most)
    shortfalls.append(Shortfall(variable: variable, demand: demand))
    return LinearExpression(variable)
  }

  /// Lets what a lot's sale brings enter a return, by its term and its kind.
  mutating func realise(_ gain: LinearExpression, of lot: TradeSpace.Lot, in taxReturn: Int) {
    guard lot.isLongTerm else {
      shortResults[taxReturn, default: LinearExpression()] += gain
      return
    }
    longResults[taxReturn, default: LinearExpression()] += gain
    if lot.isCollectible { collectibleResults[taxReturn, default: LinearExpression()] += gain }
  }

  /// Lets no demand be missed by more than `limits` says, in thousand dollars; one that it does not name must be met.
  mutating func limitShortfalls(to limits: [Demand: Double]) {
    for shortfall in shortfalls { program.restrict(shortfall.variable, to: limits[shortfall.demand] ?? 0) }
  }
}
