/// Household files that several tests read.
enum Samples {
  /// What a person writes who knows the built-in funds.
  static let short = """
    members:
      anna: Anna
    accounts:
      brokerage: {kind: taxable, numbers: ["X12345678"], menu: [VTI, VXUS, BND]}
      roth: {kind: roth_ira, numbers: [00123]}
    targets:
      us_stock: 60%
      intl_stock: 20%
      us_bond: 20%
    tax_returns:
      - {year: 2026, status: single, income: "95,000"}
    """

  /// Three accounts of one person with a plan's own funds, everything said.
  static let full = """
    household: {name: reference}
    members:
      a: {name: A., born: 1970-05-01, retires: 2035}
    classes:
      us: US stocks
      intl: {name: International, covers: [intl_stock]}
      bond: Bonds
      cash: Cash
    securities:
      VTI: {kind: etf, classes: {us: 100%}, yield: 1.25%, qualified: 95%, group: VTI}
      BND: {kind: etf, classes: {bond: 1}, expense_ratio: 0.03%, yield: 3.9%, group: totalbond}
      VXUS: {kind: etf, expense_ratio: 0.0005, yield: 0.029, qualified: 0.65, foreign_tax: 0.22%, group: VXUS}
    accounts:
      T:
        owner: a
        kind: taxable
        institution: Broker
        numbers: ["111"]
        menu: [VTI, BND, VXUS]
      K:
        owner: a
        kind: 401k
        numbers: ["222"]
        fractional_shares: yes
        menu:
          K500: {name: Plan 500, classes: {us: 100%}, expense_ratio: 0.01%, yield: 1.2%, qualified: 95%}
          KBND: {name: Plan bonds, classes: {bond: 100%}, expense_ratio: 0.03%, yield: 3.8%, group: totalbond}
          KINT:
            name: Plan abroad
            classes: {intl: 100%}
            expense_ratio: 0.06%
            yield: 2.9%
            qualified: 60%
            foreign_tax: 0.22%
      R: {owners: {a: 100%}, kind: roth_ira, numbers: ["333", "…334"], menu: [VTI, BND, VXUS]}
    targets:
      effective: 2026-01-01
      reviewed: 2026-10-01
      us: {weight: 60%, band: 5 points}
      intl: {weight: 20%, band: 0.05}
      bond: {weight: 20%, band: 5%}
      cash: {weight: 0%, band: 1%}
    tax_returns:
      - id: u
        members: [a]
        year: 2026
        status: mfj
        income: $150,000
        state_rate: 5%
        value_of_carry_short: 14%
        value_of_carry_long: 10%
        future_gain_rate: 15%
        location_rates: {ordinary: 27%, qualified: 20%}
    rebalance:
      minimum_trade: 250
      trade_nuisance: 5
      annuity_years: 0
      drift_inside: 0.2%
      drift_outside: 6%
      wash_sales: forbid
      cash_yield: 3.6%
    """
}
