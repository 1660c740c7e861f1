import Diagnostics
import Importers
import Statements

/// A profile, and behind a zero byte the file that it is to read; without one, a small history.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzProfiles(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let profile = String(decoding: parts.first ?? bytes[...], as: UTF8.self)
  let file = parts.count > 1 ? Array(parts[1]) : history
  let reading = StatementReader(extraProfiles: [(name: "own.yaml", text: profile)]).reading(file, file: "fuzz.csv")
  if let file = reading.value {
    precondition(file.brokenInvariants.isEmpty, "a row was neither used nor listed")
  } else {
    precondition(reading.hasErrors, "nothing was read, and nothing was said")
  }
  return 0
}

private let history = Array(
  """
  Date,Action,Symbol,Description,Quantity,Price,Amount,Account Number
  01/15/2026,Buy,VTI,TOTAL MARKET,10,250.00,-2500.00,Z1
  01/16/2026,Sell,VTI,TOTAL MARKET,-4,"$1,251.00",5004.00,Z1
  """.utf8)
