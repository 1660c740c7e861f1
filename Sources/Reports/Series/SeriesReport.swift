import Measures
public import TimeSeries

/// The series that were imported: `hearth series`.
public struct SeriesReport: Report {
  public let series: [DatedSeries]
  public init(_ series: [DatedSeries]) { self.series = series }

  /// The document `hearth.series/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.series/1"),
      "series": .array(
        series.map {
          .object([
            "name": .string($0.name), "unit": .string($0.unit), "first": .text($0.days.first),
            "last": .text($0.days.last), "count": .integer($0.days.count), "latest": $0.values.last.map(Rates.json),
          ])
        }),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    guard !series.isEmpty else {
      return "No series yet. Bring some in: hearth series import FILE… (FRED, Shiller, Stooq, Yahoo, TSP).\n"
    }
    var table = Table([
      .text("Series"), .text("First"), .text("Last"), .number("Numbers"), .number("Latest"),
      .text("Unit", flexible: true),
    ])
    for one in series {
      table.add([
        one.name, one.days.first?.description ?? "", one.days.last?.description ?? "", String(one.days.count),
        one.values.last.map { Rates.number($0, places: 4) } ?? "", one.unit,
      ])
    }
    return table.rendered(style)
  }
}
