public import Diagnostics
public import Statements

/// Stands in for the reader of OFX files.
public enum OFXReader {
  public static func recognises(_ bytes: [UInt8]) -> Bool { false }
  public static func reading(_ bytes: [UInt8], file: String) -> Reading<ParsedFile> { Reading(nil) }
}
