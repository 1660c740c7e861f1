public import Measures
public import PortfolioModel

/// A reason to ask whether targets still fit; until somebody confirms them nothing is done by itself.
public enum TargetDoubt: Sendable, Hashable {
  /// Nobody has said when they were chosen or confirmed.
  case neverReviewed
  /// Twelve months have passed.
  case old(reviewed: Day)
  case birthday(name: String, age: Int, day: Day)
  case retirement(name: String, year: Int)
  /// A published signal says something else than at the last review, in a sentence.
  case regime(String)
}

extension InvestmentPolicy {
  /// When the targets were chosen or last confirmed; `nil` where nobody has said.
  public func lastReview(asOf day: Day, confirmed: Day? = nil) -> Day? {
    [effective, reviewed, confirmed].compactMap { $0 }.filter { $0 <= day }.max()
  }

  /// What has happened since the targets were chosen or last confirmed.
  ///
  /// - Parameter confirmed: the last confirmation that the household's file does not know of.
  public func doubts(asOf day: Day, members: [Member], confirmed: Day? = nil) -> [TargetDoubt] {
    guard let since = lastReview(asOf: day, confirmed: confirmed) else {
      return targets.isEmpty ? [] : [.neverReviewed]
    }
    var doubts: [TargetDoubt] = since.adding(months: 12) < day ? [.old(reviewed: since)] : []
    for member in members {
      if let birthday = member.lastBirthday(onOrBefore: day), birthday.day > since {
        doubts.append(.birthday(name: member.name, age: birthday.age, day: birthday.day))
      }
      if let year = member.retirementYear, since.year < year, year <= day.year {
        doubts.append(.retirement(name: member.name, year: year))
      }
    }
    return doubts
  }
}

extension Member {
  /// The age in whole years, with the day on which it was reached; one who was born on 29 February has the 28th in other years.
  public func lastBirthday(onOrBefore day: Day) -> (age: Int, day: Day)? {
    guard let birthDay, birthDay <= day else { return nil }
    let years = day.year - birthDay.year
    let thisYear = birthDay.adding(months: 12 * years)
    return thisYear <= day ? (years, thisYear) : (years - 1, birthDay.adding(months: 12 * (years - 1)))
  }
}

extension TargetDoubt: CustomStringConvertible {
  public var description: String {
    switch self {
    case .neverReviewed: "nobody has said when the targets were chosen or reviewed"
    case .old(let reviewed): "the targets were last reviewed on \(reviewed), more than twelve months ago"
    case .birthday(let name, let age, let day): "\(name) has turned \(age) on \(day), after the last review"
    case .retirement(let name, let year): "\(name) retires in \(year), and the last review was before that year"
    case .regime(let sentence): sentence
    }
  }
}
