import Diagnostics
import ImporterOFX
import Statements

/// Any bytes, as a file that is read as OFX: prologue, encoding, XML, the fall back to SGML, statements.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOFX(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = OFXReader.recognises(bytes)
  let reading = OFXReader.reading(bytes, file: "fuzz.ofx")
  if let file = reading.value {
    precondition(file.brokenInvariants.isEmpty, "a row was neither used nor listed")
  } else {
    precondition(reading.hasErrors, "nothing was read, and nothing was said")
  }
  return 0
}
