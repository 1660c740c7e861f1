/// The check digits of identifiers of securities.
public enum CheckDigit {
  /// Whether the ninth character is the check digit of the first eight (ANSI X9.6: weights 1 and 2 in turn, digits summed).
  public static func isCUSIP(_ text: String) -> Bool {
    let characters = Array(text.uppercased().utf8)
    guard characters.count == 9, (0x30...0x39).contains(characters[8]) else { return false }
    var sum = 0
    for (index, character) in characters.dropLast().enumerated() {
      guard let value = value(character) else { return false }
      let weighted = index.isMultiple(of: 2) ? value : value * 2
      sum += weighted / 10 + weighted % 10
    }
    return value(characters[8]) == (10 - sum % 10) % 10
  }

  /// Whether the last digit is the check digit of an ISIN (ISO 6166: letters as two digits, then Luhn's sum).
  public static func isISIN(_ text: String) -> Bool {
    let characters = Array(text.uppercased().utf8)
    guard characters.count == 12, characters.prefix(2).allSatisfy({ (0x41...0x5a).contains($0) }) else { return false }
    var digits: [Int] = []
    for character in characters {
      guard let value = value(character), value < 36 else { return false }
      digits += value < 10 ? [value] : [value / 10, value % 10]
    }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let weighted = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + weighted / 10 + weighted % 10
    }
    return sum.isMultiple(of: 10)
  }

  private static func value(_ character: UInt8) -> Int? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "*"): 36
    case UInt8(ascii: "@"): 37
    case UInt8(ascii: "#"): 38
    default: nil
    }
  }
}
