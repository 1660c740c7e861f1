internal import GRDB
import Measures
public import TimeSeries

extension Ledger {
  /// All series, by name. Of a day that two files speak of, the number of the later import stands.
  ///
  /// A series keeps its publisher's name; capitals make no difference.
  public func series() throws -> [DatedSeries] {
    try database.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT r.name, r.unit, o.day, o.value FROM series r JOIN standing_files f ON f.id = r.file_id JOIN observations o ON o.series_id = r.id
          ORDER BY upper(r.name), r.file_id, o.day
          """)
      var series: [DatedSeries] = []
      var open: (name: String, unit: String, observations: [(day: Day, value: Double)])?
      while let row = try rows.next() {
        let name: String = row[0]
        if open?.name.uppercased() != name.uppercased() {
          if let open { series.append(DatedSeries(name: open.name, unit: open.unit, observations: open.observations)) }
          open = (name, row[1], [])
        }
        guard let day = row.day(2), let value = DatedSeries.number(row[3]) else { continue }
        open?.observations.append((day, value))
      }
      if let open { series.append(DatedSeries(name: open.name, unit: open.unit, observations: open.observations)) }
      return series
    }
  }
}
