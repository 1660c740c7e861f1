/// Transactions by a key, given out in order, each once per file.
struct Occurrences<Key: Hashable> {
  private struct Slot {
    let first: Int
    var others: [Int] = []
    var file = -1
    var cursor = 0

    init(first: Int) { self.first = first }

    mutating func append(_ transaction: Int) {
      if transaction != first || !others.isEmpty { others.append(transaction) }
    }

    mutating func next(in file: Int, of transactions: [Clustering.Transaction]) -> Int? {
      if self.file != file {
        self.file = file
        cursor = 0
      }
      while cursor <= others.count {
        let transaction = cursor == 0 ? first : others[cursor - 1]
        if transactions[transaction].latestFile != file { return transaction }
        cursor += 1
      }
      return nil
    }
  }

  private var slots: [Key: Slot] = [:]

  mutating func add(_ transaction: Int, for key: Key) {
    slots[key, default: Slot(first: transaction)].append(transaction)
  }

  /// The first transaction under `key` that is still free in `file`; one that is not stays so for the file.
  mutating func next(for key: Key, in file: Int, of transactions: [Clustering.Transaction]) -> Int? {
    slots[key]?.next(in: file, of: transactions)
  }

  func all(for key: Key) -> [Int] {
    guard let slot = slots[key] else { return [] }
    return [slot.first] + slot.others
  }
}
