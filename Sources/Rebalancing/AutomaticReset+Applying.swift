import Measures
public import Policy
public import PortfolioModel

extension HouseholdSnapshot {
  /// The account as it will be after a reset, at today's prices, and closed to every trade; its cash reserve stays.
  ///
  /// - Returns: what the plan will buy by itself on that day, which the wash-sale rule must know of.
  public mutating func apply(_ reset: AutomaticReset) -> [Policy.ScheduledBuy] {
    let prices = latestPrices
    let before = holdings.filter { $0.account == reset.account }
    let money = cash.filter { $0.account == reset.account }.reduce(Money.zero) { $0 + $1.amount }
    guard let index = household.accounts.firstIndex(where: { $0.id == reset.account }) else { return [] }
    household.accounts[index].canTrade = false
    household.accounts[index].menu = []
    let days = Dictionary(
      holdings.compactMap { held in held.priceDay.map { (held.security, $0) } }, uniquingKeysWith: max)
    let reserve = max(.zero, min(money, household.accounts[index].cashReserve))
    let placed = before.reduce(money - reserve) { $0 + $1.value }
    guard placed > .zero else { return [] }
    let weights = reset.rule.mix.map(\.weight)
    let values = placed.apportioned(by: weights)
    let roth = before.reduce(Money.zero) { $0 + $1.rothValue }.apportioned(by: weights)
    holdings.removeAll { $0.account == reset.account }
    cash.removeAll { $0.account == reset.account }
    if !reserve.isZero { cash.append(CashHolding(account: reset.account, amount: reserve, day: asOf)) }
    var buys: [Policy.ScheduledBuy] = []
    for (index, part) in reset.rule.mix.enumerated() where values[index] > .zero {
      let price = prices[part.security]
      // Without a price a unit is a dollar; then nothing is reckoned from how many there are.
      let quantity = price.flatMap { values[index].shares(at: $0) } ?? values[index].shares(at: Price(1)) ?? .zero
      let lot = TaxLot(
        id: LotID("\(reset.account)/\(part.security)/reset"), quantity: quantity, basis: nil, acquired: nil)
      var holding = Holding(
        account: reset.account, security: part.security, lots: [lot], price: price,
        priceDay: days[part.security], value: values[index])
      if !roth[index].isZero { holding.sources = [HoldingSource(name: "ROTH", quantity: .zero, value: roth[index])] }
      holdings.append(holding)
      let held = before.filter { $0.security == part.security }.reduce(Money.zero) { $0 + $1.value }
      if held < values[index] {
        buys.append(
          Policy.ScheduledBuy(
            account: reset.account, security: part.security, day: reset.day, amount: values[index] - held))
      }
    }
    return buys
  }
}
