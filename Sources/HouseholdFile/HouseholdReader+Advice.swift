import Allocation
import Measures
import Policy
import PortfolioModel

/// What is shown beside the targets: the household's own glide path and a tilt.
extension HouseholdReader {
  /// `glide_path: {25: 90%, 0: 50%, -7: 30%}`: the part of stocks by years to retirement or to the goal.
  mutating func glidePath(_ element: Element?) -> GlidePath? {
    guard let element else { return nil }
    let points = reader.entries(of: element).compactMap { entry -> GlidePath.Point? in
      guard let years = Int(entry.name), (-100...100).contains(years) else {
        reader.report(
          "household-bad-number", "“\(entry.name)” is not a number of years", entry.key,
          remedy: "Write years to the goal, from -100 to 100, such as 25: 90%.")
        return nil
      }
      return reader.weight(entry.value).map { GlidePath.Point(yearsToGoal: years, stocks: $0) }
    }
    return points.isEmpty ? nil : .points(points.sorted { $0.yearsToGoal > $1.yearsToGoal })
  }

  /// `tilt: {signal: average, from: us_stock, to: bond, cap: 10 points}`, between two classes that have targets.
  mutating func tilt(_ element: Element?, of policy: InvestmentPolicy) -> TacticalTilt? {
    guard let element else { return nil }
    let fields = reader.fields(of: element, known: ["signal", "series", "from", "to", "cap"])
    for key in ["signal", "from", "to", "cap"] where fields[key] == nil {
      reader.missing(key, in: fields, remedy: "A tilt has a signal, the classes it moves from and to, and a cap.")
    }
    let targeted = policy.targets.map(\.assetClass.rawValue)
    let from = reference(fields["from"], to: "target", among: targeted)
    let to = reference(fields["to"], to: "target", among: targeted)
    let cap = reader.weight(fields["cap"])
    let series = reader.text(fields["series"])
    guard let signal = reader.word(fields["signal"], TacticalTilt.Signal.self), let from, let to, let cap else {
      return nil
    }
    if from == to {
      reader.report(
        "household-contradiction", "the tilt moves from “\(from)” to itself", element, remedy: "Name two classes.")
    }
    return TacticalTilt(
      signal: signal, series: series, from: AssetClassID(from), to: AssetClassID(to), cap: cap)
  }
}
