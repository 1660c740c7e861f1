/// The known name that `name` was probably meant to be, for "did you mean"; `nil` where none is near.
///
/// Nearness is the optimal-string-alignment distance (insert, drop, replace or swap a letter), at most a third of the length.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let target = Array(name.lowercased())
  let limit = max(1, target.count / 3)
  return known.map { (name: $0, distance: editDistance(target, Array($0.lowercased()))) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(substitution, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[right.count]
}
