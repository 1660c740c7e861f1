import Measures
import PortfolioModel
import Rebalancing
import Reports
import Workflows

/// A proposal for a person: what it is good for, what to place where, and what to know.
struct ProposalView: Sendable {
  struct ClassRow: Sendable {
    let name: String
    let before: String
    let after: String
    let target: String
    let band: String?
    let offBy: String
    let isOut: Bool
    let barBefore: Bar
    let barAfter: Bar
  }

  /// What is placed with one broker, printed on a sheet of its own.
  struct Sheet: Sendable {
    let broker: String
    var accounts: [AccountPart]
  }

  struct AccountPart: Sendable {
    let name: String
    let path: String
    let trades: [Trade]
    let cash: String
  }

  struct Trade: Sendable {
    let number: String
    let side: String
    let isSale: Bool
    let security: String
    let name: String?
    let shares: String
    let dollars: String
    let gain: String
    let term: String?
    let tax: String
    let lots: [ProposalReport.Lot]
    let hasLots: Bool
    /// Whether gains are taxed here.
    let isTaxed: Bool
    let reason: String
  }

  let household: String
  let day: String
  let headline: String
  let hasTrades: Bool
  let figures: [ProposalReport.Figure]
  let proof: String
  let caveats: [String]
  let classes: [ClassRow]
  let sheets: [Sheet]
  let costs: TableView
  let taxRemarks: [String]
  let remarks: [ProposalReport.Remarks]
  let notes: [String]
  let hasNotes: Bool
  let hasWords: Bool

  init(_ report: ProposalReport, in snapshot: HouseholdSnapshot) {
    household = snapshot.household.name
    day = "\(report.proposal.problem.asOf)"
    let trades = report.accountTrades
    hasTrades = !trades.isEmpty
    headline = Self.headline(report.proposal.tradeCount, trades.count)
    figures = report.figures
    proof = report.proof
    caveats = report.caveats
    classes = report.classWeights.map(ClassRow.init)
    sheets = Self.sheets(trades, in: snapshot)
    costs = TableView("What it costs, in dollars", report.costs)
    taxRemarks = report.taxRemarks
    remarks = report.remarks
    notes = report.notes
    hasNotes = !notes.isEmpty
    hasWords = hasNotes || !remarks.isEmpty
  }

  private static func headline(_ trades: Int, _ accounts: Int) -> String {
    guard trades > 0 else { return ProposalReport.noTrade }
    return (trades == 1 ? "1 trade in " : "\(trades) trades in ")
      + (accounts == 1 ? "1 account" : "\(accounts) accounts")
  }

  /// By broker in the order of the accounts; an account without one stands by itself.
  private static func sheets(_ all: [ProposalReport.AccountTrades], in snapshot: HouseholdSnapshot) -> [Sheet] {
    var sheets: [Sheet] = []
    for one in all {
      let account = snapshot.household.accounts.first { $0.id == one.account }
      let broker = account?.institution ?? one.name
      let part = AccountPart(
        name: one.name, path: AccountPage.path(of: one.account),
        trades: one.trades.enumerated().map { Trade($1, number: $0 + 1, in: snapshot) }, cash: one.cash)
      if let index = sheets.firstIndex(where: { $0.broker == broker }) {
        sheets[index].accounts.append(part)
      } else {
        sheets.append(Sheet(broker: broker, accounts: [part]))
      }
    }
    return sheets
  }
}

extension ProposalView.ClassRow {
  init(_ one: ProposalReport.ClassWeights) {
    name = one.name
    before = Figures.percent(one.before)
    after = Figures.percent(one.after)
    target = one.target.map { Figures.percent($0) } ?? ""
    band = one.band.map { Figures.band($0) }
    offBy = one.offBy.map { Figures.points($0) } ?? ""
    isOut = !one.isInBand
    barBefore = Bar(one.before, target: one.target, band: one.band)
    barAfter = Bar(one.after, target: one.target, band: one.band, isOut: isOut)
  }
}

extension ProposalView.Trade {
  init(_ trade: ProposalReport.Trade, number: Int, in snapshot: HouseholdSnapshot) {
    self.number = "\(number)"
    side = trade.side
    isSale = trade.side == "Sell"
    security = trade.security.rawValue
    let words = snapshot.name(of: trade.security)
    name = words == security ? nil : words
    shares = trade.shares
    dollars = trade.dollars
    gain = trade.gain
    term = trade.term.isEmpty ? nil : trade.term
    tax = trade.tax
    lots = trade.lots
    hasLots = !lots.isEmpty
    isTaxed = term != nil
    reason = trade.reason
  }
}
