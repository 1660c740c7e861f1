import Diagnostics
import Importers
import Statements

/// Any bytes as a file of separated values, under whichever built-in profile its header asks for.
private let reader = StatementReader()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let reading = reader.reading(Array(UnsafeBufferPointer(start: start, count: count)), file: "fuzz.csv")
  if let file = reading.value {
    precondition(file.brokenInvariants.isEmpty, "a row was neither used nor listed")
  } else {
    precondition(reading.hasErrors, "nothing was read, and nothing was said")
  }
  return 0
}
