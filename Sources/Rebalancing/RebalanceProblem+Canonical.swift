import Measures
import PortfolioModel
import Taxes

extension RebalanceProblem {
  /// The same problem with every list sorted by id, so that the order of the input never changes a proposal.
  public var canonical: RebalanceProblem {
    var sorted = self
    sorted.taxReturns.sort { $0.id < $1.id }
    sorted.assetClasses.sort { $0.id < $1.id }
    sorted.securities.sort { $0.id < $1.id }
    sorted.accounts.sort { $0.id < $1.id }
    sorted.lots.sort { $0.id < $1.id }
    sorted.recentTransactions.sort {
      ($0.day, $0.account, $0.security, $0.action.rawValue, $0.shares)
        < ($1.day, $1.account, $1.security, $1.action.rawValue, $1.shares)
    }
    sorted.scheduledBuys.sort { ($0.day, $0.account, $0.security) < ($1.day, $1.account, $1.security) }
    return sorted
  }
}

/// An account and a security in it: what a trade is about.
struct PositionKey: Hashable, Comparable {
  let account: AccountID
  let security: SecurityID

  static func < (left: Self, right: Self) -> Bool {
    (left.account, left.security) < (right.account, right.security)
  }
}

/// The problem's things by their names.
struct ProblemIndex {
  let securities: [SecurityID: RebalanceProblem.Security]
  let accounts: [AccountID: RebalanceProblem.Account]
  /// Lots of a position in the order of (acquired, id), in which FIFO and average accounts sell.
  let lots: [PositionKey: [RebalanceProblem.Lot]]
  /// The one basis per share of all lots of a position, in accounts that average (Reg. 1.1012-1(e)).
  private(set) var meanBasis: [PositionKey: Price] = [:]

  init(_ problem: RebalanceProblem) {
    securities = Dictionary(problem.securities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    accounts = Dictionary(problem.accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    lots = Dictionary(grouping: problem.lots) { PositionKey(account: $0.account, security: $0.security) }
      .mapValues { $0.sorted { ($0.acquired, $0.id) < ($1.acquired, $1.id) } }
    for (key, position) in lots
    where accounts[key.account]?.lotMethod(for: securities[key.security]) == .average {
      let total = position.reduce(Money.zero) { $0 + (Money($1.shares, at: $1.basis) ?? .zero) }
      meanBasis[key] = total.perShare(of: position.reduce(.zero) { $0 + $1.shares })
    }
  }

  /// Per share; the mean of the position in an account that averages.
  func basis(of lot: RebalanceProblem.Lot) -> Price {
    meanBasis[PositionKey(account: lot.account, security: lot.security)] ?? lot.basis
  }
}
