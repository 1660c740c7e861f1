public import Measures

/// A JSON document whose members keep their order and whose numbers keep every digit.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(PrintedNumber)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Sendable {
    public let key: String
    public let value: JSONValue
  }

  /// An object without the members whose value is absent.
  public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// An exact number as a JSON number.
  public static func number<Unit>(_ value: FixedPoint<Unit>) -> JSONValue { .number(PrintedNumber(value)) }
  /// An exact number as a JSON number, rounded half away from zero to `places` decimals.
  public static func number<Unit>(_ value: FixedPoint<Unit>, places: Int) -> JSONValue {
    .number(value.rounded(toPlaces: places, .halfAwayFromZero))
  }
  /// Seconds with three decimals.
  public static func seconds(_ duration: Duration) -> JSONValue {
    let millisecond: Int128 = 1_000_000_000_000_000  // in attoseconds, as `Duration` counts
    return .number(PrintedNumber(significand: duration.attoseconds / millisecond, scale: 3))
  }
  /// Anything that has a text, as a string; an absent value stays absent.
  public static func text<Value: CustomStringConvertible>(_ value: Value?) -> JSONValue? {
    value.map { .string($0.description) }
  }
}

extension JSONValue {
  /// The document with two-space indentation and a final newline.
  public var document: String {
    var output = ""
    write(to: &output, indentation: 0)
    return output + "\n"
  }

  /// The document on one line, without a final newline.
  public var line: String {
    var output = ""
    write(to: &output, indentation: nil)
    return output
  }

  private func write(to output: inout String, indentation: Int?) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .number(let value): output += value.description
    case .string(let value): Self.write(value, to: &output)
    case .array(let values):
      Self.write(values, between: ("[", "]"), to: &output, indentation) { value, output, inner in
        value.write(to: &output, indentation: inner)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &output, indentation) { member, output, inner in
        Self.write(member.key, to: &output)
        output += inner == nil ? ":" : ": "
        member.value.write(to: &output, indentation: inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), to output: inout String, _ indentation: Int?,
    element: (Element, inout String, Int?) -> Void
  ) {
    output += brackets.0
    let inner = indentation.map { $0 + 2 }
    for (index, one) in elements.enumerated() {
      if index > 0 { output += "," }
      if let inner { output += "\n" + String(repeating: " ", count: inner) }
      element(one, &output, inner)
    }
    if let indentation, !elements.isEmpty { output += "\n" + String(repeating: " ", count: indentation) }
    output += brackets.1
  }

  /// Escapes after RFC 8259 section 7.
  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
