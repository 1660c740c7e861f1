import Diagnostics
import ImporterOFX
import Statements

/// Any bytes as the inside of an OFX 1 statement, so that every input reaches the reader of SGML.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSGML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let header = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS>"
  let bytes = Array(header.utf8) + UnsafeBufferPointer(start: start, count: count)
  let reading = OFXReader.reading(bytes, file: "fuzz.qfx")
  guard let file = reading.value else {
    precondition(reading.hasErrors, "nothing was read, and nothing was said")
    return 0
  }
  precondition(file.brokenInvariants.isEmpty, "a row was neither used nor listed")
  return 0
}
