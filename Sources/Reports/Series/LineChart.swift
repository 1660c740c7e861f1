import Backtesting
import Measures

/// The values of a dollar over time as a picture (SVG), on a logarithmic scale so that equal growth has equal height.
struct LineChart {
  let days: [Day]
  /// In the order of the legend.
  let lines: [(name: String, values: [Double])]

  private static let colours = ["#1b6ca8", "#c8553d", "#3a7d44", "#7b5ea7", "#b8860b", "#5f6b6d", "#a83279", "#2a9d8f"]
  private static let width = 960.0
  private static let height = 480.0
  private static let margin = 56.0

  /// A whole SVG document. It carries a title and names its lines in text, for those who cannot see it.
  var svg: String {
    let legendHeight = Double(lines.count) * 20
    let names = lines.map(\.name).joined(separator: ", ")
    var output = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height + legendHeight))" \
      role="img" font-family="sans-serif" font-size="13">
      <title>Value of a dollar: \(Self.escaped(names))</title>
      <rect width="100%" height="100%" fill="white"/>

      """
    for level in levels {
      let y = Self.text(y(level))
      output += "<line x1=\"\(Self.margin)\" x2=\"\(Self.width - 12)\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"#ddd\"/>\n"
      output +=
        "<text x=\"\(Self.margin - 8)\" y=\"\(y)\" text-anchor=\"end\" dy=\"4\">\(Rates.number(level, places: 1))</text>\n"
    }
    for (index, line) in lines.enumerated() {
      let colour = Self.colours[index % Self.colours.count]
      let points = line.values.enumerated().map { "\(Self.text(x($0.offset))),\(Self.text(y($0.element)))" }
      output +=
        "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\" points=\"\(points.joined(separator: " "))\"/>\n"
      let row = Self.height + Double(index) * 20 + 8
      output += "<rect x=\"\(Self.margin)\" y=\"\(row - 9)\" width=\"18\" height=\"4\" fill=\"\(colour)\"/>"
      output += "<text x=\"\(Self.margin + 26)\" y=\"\(row - 2)\">\(Self.escaped(line.name))</text>\n"
    }
    for (anchor, day) in [("start", days.first), ("end", days.last)] {
      guard let day else { continue }
      let position = anchor == "start" ? Self.margin : Self.width - 12
      output += "<text x=\"\(position)\" y=\"\(Self.height - 16)\" text-anchor=\"\(anchor)\">\(day)</text>\n"
    }
    return output + "</svg>\n"
  }

  private var least: Double { max(lines.flatMap(\.values).min() ?? 1, 1e-9) }
  private var most: Double { max(lines.flatMap(\.values).max() ?? 1, least * 1.01) }

  /// Powers of two between the least and the most.
  private var levels: [Double] {
    var level = 1.0
    while level > least { level /= 2 }
    var levels: [Double] = []
    while level <= most {
      if level >= least { levels.append(level) }
      level *= 2
    }
    return levels
  }

  private func x(_ index: Int) -> Double {
    Self.margin + (Self.width - 12 - Self.margin) * Double(index) / Double(max(1, days.count - 1))
  }

  private func y(_ value: Double) -> Double {
    let share = (Self.log2(max(value, least)) - Self.log2(least)) / (Self.log2(most) - Self.log2(least))
    return 16 + (Self.height - 56) * (1 - share)
  }

  /// The logarithm from the exponent and a few squarings: a picture needs no more than four digits.
  private static func log2(_ value: Double) -> Double {
    var result = Double(value.exponent)
    var rest = value.significand
    var bit = 0.5
    for _ in 0..<20 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }

  private static func text(_ value: Double) -> String { Rates.number(value, places: 1).filter { $0 != "," } }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { output, character in
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      default: output.append(character)
      }
    }
  }
}

extension BacktestReport {
  /// The paths of all rules as an SVG picture.
  public var chart: String {
    LineChart(
      days: (parts.first.map { [$0.start] } ?? []) + days,
      lines: (parts.first?.lines.flatMap(\.named) ?? []).map {
        ($0.kind == "tactical" ? "\($0.name), tilted" : $0.name, $0.result.path)
      }
    ).svg
  }
}
