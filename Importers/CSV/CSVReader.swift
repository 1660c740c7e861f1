public import Diagnostics
public import Measures
public import Statements

/// Reads a document of separated values under a layout.
///
/// What is cash: a sweep vehicle ("core" at Fidelity, "Cash & Cash Investments" at Schwab) and pending activity are the
/// statement's cash, never positions; a money-market fund that is not the sweep vehicle is a position. So nothing counts twice,
/// and what moves between cash and the sweep vehicle is an entry of kind `sweep` without effect.
///
/// A `reinvest` entry whose effect has cash is only the purchase, its income standing in a row of its own; one without cash is
/// income and purchase in one, as in OFX.
public enum CSVReader {
  /// Everything that the document says, and what is wrong with it; each row is used, or listed with the reason why not.
  ///
  /// - Parameters:
  ///   - asOf: the day on which its positions were held, where the file says none; an error where it says another of all.
  ///   - remembered: the day that an import before has found for them.
  ///   - today: the last day that the file's name may mean.
  public static func reading(
    _ document: CSVDocument, file: String, layout: CSVLayout, asOf: Day? = nil, remembered: Day? = nil,
    today: Day? = nil
  ) -> Reading<ParsedFile> {
    var reader = TableReader(document: document, file: file, layout: layout)
    (reader.givenDay, reader.rememberedDay, reader.today) = (asOf, remembered, today)
    reader.read()
    return reader.reading
  }
}
