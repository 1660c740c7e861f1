import Measures

/// Which rows of which files are one transaction.
///
/// Files are added in the order of their import. The rows of one file are never one transaction, however alike: the k-th
/// occurrence of an effect in a file meets the k-th occurrence of it elsewhere. So four equal partial fills stay four, a
/// broker's id that repeats or changes loses nothing, and a file that is imported twice adds nothing.
struct Clustering {
  /// A leg of a file, by the order in which both were added.
  struct Place: Hashable {
    let file: Int
    let leg: Int
  }

  enum Verdict: Hashable {
    case new
    /// States the transaction that the leg at the place was the first to state.
    case duplicate(Place)
    /// States it with other figures; the first stand.
    case conflicting(Place)
  }

  struct File {
    let dialect: String
    let coverage: ClosedRange<Day>?
    let legs: [Leg]

    func covers(_ day: Day) -> Bool { coverage?.contains(day) ?? false }
  }

  struct Transaction {
    let first: Place
    /// The other files that state it, the latest last.
    var others: [Int] = []

    var files: [Int] { [first.file] + others }
    var latestFile: Int { others.last ?? first.file }
  }

  struct IDKey: Hashable {
    let brokerID: String
    let content: ContentKey
  }

  private(set) var files: [File] = []
  private(set) var transactions: [Transaction] = []
  var byContent = Occurrences<ContentKey>()
  var byIDAndContent = Occurrences<IDKey>()
  var byID = Occurrences<String>()
  /// The transactions of the last file's legs: nothing looks them up before another file comes.
  private var latest: [Int] = []

  func isFree(_ transaction: Int, in file: Int) -> Bool { transactions[transaction].latestFile != file }
  func leg(of transaction: Int) -> Leg {
    let place = transactions[transaction].first
    return files[place.file].legs[place.leg]
  }

  /// Adds a file and says of each of its legs what it is.
  mutating func add(_ file: File) -> [Verdict] {
    remember()
    files.append(file)
    var round = Round(file: files.count - 1, verdicts: Array(repeating: nil, count: file.legs.count))
    if !transactions.isEmpty {
      matchByIDAndContent(&round)
      matchByContent(&round)
      matchByID(&round)
      matchAcrossDialects(&round)
    }
    return settle(&round)
  }

  /// The state of one file while its legs look for their transactions.
  struct Round {
    let file: Int
    var verdicts: [(verdict: Verdict, transaction: Int)?]
    var open: [Int] { verdicts.indices.filter { verdicts[$0] == nil } }
  }

  mutating func match(_ leg: Int, with transaction: Int, isConflict: Bool = false, in round: inout Round) {
    let place = transactions[transaction].first
    round.verdicts[leg] = (isConflict ? .conflicting(place) : .duplicate(place), transaction)
    transactions[transaction].others.append(round.file)
  }

  /// Makes transactions of the legs that found none.
  private mutating func settle(_ round: inout Round) -> [Verdict] {
    let legs = files[round.file].legs
    var result: [Verdict] = []
    result.reserveCapacity(legs.count)
    latest.reserveCapacity(legs.count)
    for index in legs.indices {
      if let found = round.verdicts[index] {
        latest.append(found.transaction)
        result.append(found.verdict)
      } else {
        latest.append(transactions.count)
        transactions.append(Transaction(first: Place(file: round.file, leg: index)))
        result.append(.new)
      }
    }
    return result
  }

  /// Remembers how the last file names its transactions.
  private mutating func remember() {
    guard let file = files.last else { return }
    for (leg, transaction) in zip(file.legs, latest) {
      let isFirst = transactions[transaction].first.file == files.count - 1
      if isFirst || leg.key != self.leg(of: transaction).key { byContent.add(transaction, for: leg.key) }
      guard let id = leg.brokerID else { continue }
      byIDAndContent.add(transaction, for: IDKey(brokerID: id, content: leg.key))
      byID.add(transaction, for: id)
    }
    latest = []
  }
}
