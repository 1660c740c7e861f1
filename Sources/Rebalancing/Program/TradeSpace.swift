import Measures
import PortfolioModel

/// Everything that may be traded, in the numbers of the program: thousand dollars and plain fractions.
///
/// What no rule ever lets happen is not in it: locked accounts, lots that are held, losses that a wash-sale ban blocks,
/// purchases off the menu.
struct TradeSpace {
  struct Account {
    let id: AccountID
    let cash: Double
    let reserve: Double
    let largestCash: Double?
    let commission: Double
    let valueFactor: Double
    /// Index of the tax return that its sales enter; `nil` where gains are not taxed.
    let taxReturn: Int?
    /// What a year costs a dollar of cash in it.
    let cashDrag: Double
  }

  struct Security {
    let id: SecurityID
    /// Thousand dollars per share.
    let price: Double
    let halfSpread: Double
    let group: String
    /// Weights by index of asset class.
    let exposures: [(assetClass: Int, weight: Double)]
  }

  /// When a sale's gain or loss enters the return.
  enum Counting { case always, never, unlessGroupIsBought, unlessReplaced }

  struct Lot {
    /// `nil` where a sheltered position is sold as a whole.
    let id: LotID?
    var shares: Quantity
    var value: Double
    /// Gain per dollar sold; a loss is negative.
    let gain: Double
    let isLongTerm: Bool
    let redemptionFee: Double
    let counting: Counting
    let isCollectible: Bool
    /// The lots that it stands for, in their order; more than one where no optimum can tell them apart.
    var members: [(lot: LotID?, shares: Quantity)]

    init(
      id: LotID?, shares: Quantity, value: Double, gain: Double, isLongTerm: Bool, redemptionFee: Double,
      counting: Counting, isCollectible: Bool = false
    ) {
      self.id = id
      self.shares = shares
      self.value = value
      self.gain = gain
      self.isLongTerm = isLongTerm
      self.redemptionFee = redemptionFee
      self.counting = counting
      self.isCollectible = isCollectible
      members = [(id, shares)]
    }
  }

  /// One position that may be sold, with the lots that may go.
  struct Holding {
    let key: PositionKey
    let account: Int
    let security: Int
    let lots: [Lot]
    /// All shares that are not held: what "everything" means.
    let sellable: Quantity
    let sellsInOrder: Bool
    let isWhole: Bool
    let yearlyCost: Double

    var most: Double { lots.reduce(0) { $0 + $1.value } }
    /// Whether `lots` are all that is sellable, so that the position can be closed.
    var canClose: Bool { lots.reduce(Quantity.zero) { $0 + $1.shares } == sellable }
  }

  /// One security that one account may buy.
  struct Purchase {
    let key: PositionKey
    let account: Int
    let security: Int
    /// The account's cash and everything it could sell.
    let most: Double
    let isWhole: Bool
    let yearlyCost: Double
  }

  let problem: RebalanceProblem
  let accounts: [Account]
  let securities: [Security]
  let holdings: [Holding]
  let purchases: [Purchase]
  let totalValue: Double
  /// Weighted value of each asset class before trading.
  let exposures: [Double]
  let cashClass: Int?
  let minimumTrade: Double
  /// Positions that may be sold, and groups of which a lot may be sold at a loss that counts.
  let heldKeys: Set<PositionKey>
  let groupsWithOpenLosses: Set<String>
  /// Groups that may be sold at a loss with what replaces them, where the policy is `match`.
  let washGroups: [WashGroup]
}

extension FixedPoint where Unit == MoneyUnit {
  /// In thousand dollars.
  var thousands: Double { approximate / 1000 }
}
