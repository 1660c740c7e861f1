public import Measures
internal import RealModule

/// The yearly rate at which the money that came in would have grown to what went out and what is left.
///
/// The rates `r > -1` with `Σ CF (1 + r)^(-t / 365) = 0`, where `t` counts days from the first flow: the internal rate of return of
/// dated flows, as spreadsheets reckon it (XIRR). Such an equation may have several roots, or none, and then no rate says it all.
public enum MoneyWeightedReturn: Sendable, Hashable {
  case rate(Double)
  /// Ascending.
  case several([Double])
  case none

  /// - Parameter flows: what was put in below zero, what was taken out or is left above it, in any order.
  public init(of flows: [(day: Day, amount: Double)]) {
    let equation = PresentValue(flows)
    let roots = equation.roots
    switch roots.count {
    case 0: self = .none
    case 1: self = .rate(roots[0])
    default: self = .several(roots)
    }
  }
}

/// The present value of flows over the logarithm of growth, `x = ln (1 + r)`, in which the equation is a sum of exponentials.
private struct PresentValue {
  private let flows: [(years: Double, amount: Double)]

  init(_ given: [(day: Day, amount: Double)]) {
    var ofDay: [Day: Double] = [:]
    for flow in given { ofDay[flow.day, default: 0] += flow.amount }
    let days = ofDay.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    flows = days.map { day, amount in (Double(day - days[0].key) / 365, amount) }
  }

  func callAsFunction(_ growth: Double) -> Double {
    flows.reduce(0) { $0 + $1.amount * Double.exp(-growth * $1.years) }
  }

  /// There are at most as many roots as changes of sign among the flows (Descartes' rule, after Laguerre for exponentials).
  private var signChanges: Int { zip(flows, flows.dropFirst()).count { ($0.amount < 0) != ($1.amount < 0) } }

  /// From all but one part in 22,000 lost in a year to growth of 22,000 times.
  private static let bounds = -10.0...10.0
  private static let steps = 4_000

  /// The rates, ascending. One change of sign makes one root at most, which the ends of the bounds enclose; where there are more
  /// the whole of the bounds is searched in small steps.
  var roots: [Double] {
    guard signChanges > 0 else { return [] }
    let steps = signChanges == 1 ? 1 : Self.steps
    let width = (Self.bounds.upperBound - Self.bounds.lowerBound) / Double(steps)
    var found: [Double] = []
    var left = (at: Self.bounds.lowerBound, value: self(Self.bounds.lowerBound))
    for step in 1...steps {
      let at = Self.bounds.lowerBound + Double(step) * width
      let right = (at: at, value: self(at))
      if left.value == 0 {
        found.append(left.at)
      } else if right.value != 0, (left.value < 0) != (right.value < 0) {
        found.append(Brent.root(of: self.callAsFunction, between: left, and: right))
      }
      left = right
    }
    if left.value == 0 { found.append(left.at) }
    return found.map(Double.expMinusOne)
  }
}
