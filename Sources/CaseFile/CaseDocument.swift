/// The JSON of `household-case/1`, key for key. Numbers arrive as `Double`, whose shortest decimal text is the one that was
/// written, and become exact in `CaseTranslation`.
struct CaseDocument: Decodable {
  var schema: String
  var name: String?
  var as_of: String
  var settings: Settings
  var members: [Member]?
  var tax_units: [TaxUnit]
  var asset_classes: [AssetClass]
  var securities: [Security]
  var accounts: [Account]
  var lots: [Lot]
  var recent_transactions: [RecentTransaction]?
  var scheduled_buys: [ScheduledBuy]?

  struct Settings: Decodable {
    var min_trade: Double
    var nuisance: Double
    var annuity: Double
    var drift_in: Double
    var drift_out: Double
    var wash_days: Int?
    var no_round_trip: Bool?
    var cash_class: String
    var cash_yield: Double?
    var max_trades: Int?
    var wash_policy: String?
    var max_misallocation: Double?
    var lot_integrality: Bool?
    var short_term_gains: Bool?
    var yearly_tax_budget: Double?
    var yearly_gain_budget: Double?
  }

  struct Member: Decodable {
    var id: String
  }

  struct TaxUnit: Decodable {
    var id: String
    var year: Int
    var filing_status: String
    var ordinary_income: Double
    var qualified_dividends: Double?
    var other_nii: Double?
    var deduction: Deduction?
    var realised_st: Double?
    var realised_lt: Double?
    var realised_collectibles: Double?
    var carry_st: Double?
    var carry_lt: Double?
    var state_rate: Double?
    var value_carry_st: Double?
    var value_carry_lt: Double?
    var future_gain_rate: Double?
    var location_rates: LocationRates?
    var magi_cliffs: [Cliff]?
    var tax_budget: Double?

    struct LocationRates: Decodable {
      var ordinary: Double
      var qualified: Double
    }

    struct Cliff: Decodable {
      var threshold: Double
      var cost: Double
    }

    enum Deduction: Decodable {
      case standard
      case itemised(Double)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let dollars = try? container.decode(Double.self) {
          self = .itemised(dollars)
          return
        }
        guard try container.decode(String.self) == "standard" else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "neither “standard” nor dollars")
        }
        self = .standard
      }
    }
  }

  struct AssetClass: Decodable {
    var id: String
    var target: Double
    var band: Double
  }

  struct Security: Decodable {
    var id: String
    var kind: String
    var price: Double
    var classes: [String: Double]
    var expense_ratio: Double?
    var yield: Double?
    var qualified: Double?
    var exempt: Double?
    var foreign_tax: Double?
    var spread: Double?
    var group: String?
    var buyable: Bool?
    var collectible: Bool?
    var max_weight: Double?
    var issuer: String?
  }

  struct Account: Decodable {
    var id: String
    var owner: String?
    var type: String
    var tax_unit: String
    var cash: Double
    var cash_reserve: Double?
    var commission: Double?
    var fractional_shares: Bool?
    var lot_method: String?
    var menu: [String]?
    var no_buy: [String]?
    var no_sell: [String]?
    var can_trade: Bool?
    var days_between_moves: Int?
    var moves_a_month: Int?
    var then_only: [String]?
    var value_factor: Double?
  }

  struct Lot: Decodable {
    var id: String
    var account: String
    var security: String
    var shares: Double
    var basis: Double
    var acquired: String
    var hold: Bool?
    var redemption_fee: Double?
  }

  struct RecentTransaction: Decodable {
    var account: String
    var security: String
    var date: String
    var action: String
    var shares: Double?
    var gain: Double?
    var lot: String?
  }

  struct ScheduledBuy: Decodable {
    var account: String
    var security: String
    var date: String
    var shares: Double?
  }
}
