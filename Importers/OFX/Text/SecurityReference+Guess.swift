import Statements

extension SecurityReference {
  /// An identifier whose scheme the file does not name: a CUSIP or ISIN if its check digit is right, a ticker if it is short.
  init(guessing value: String) {
    let characters = Array(value.uppercased().utf8)
    if characters.count == 9, Self.isCUSIP(characters) {
      self.init(.cusip, value)
    } else if characters.count == 12, Self.isISIN(characters) {
      self.init(.isin, value)
    } else if (1...5).contains(characters.count), characters.allSatisfy(\.isLetter) {
      self.init(.ticker, value)
    } else {
      self.init(.planCode, value)
    }
  }

  /// The check digit of ANSI X9.6: every second value doubled, digits summed.
  private static func isCUSIP(_ characters: [UInt8]) -> Bool {
    var sum = 0
    for (index, character) in characters.dropLast().enumerated() {
      guard let value = value(character) else { return false }
      let weighted = index.isMultiple(of: 2) ? value : value * 2
      sum += weighted / 10 + weighted % 10
    }
    return characters.last.flatMap(value) == (10 - sum % 10) % 10
  }

  /// The check digit of ISO 6166: letters as two digits, then Luhn's sum.
  private static func isISIN(_ characters: [UInt8]) -> Bool {
    guard characters[0].isLetter, characters[1].isLetter else { return false }
    var digits: [Int] = []
    for character in characters {
      guard let value = value(character) else { return false }
      digits += value < 10 ? [value] : [value / 10, value % 10]
    }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let weighted = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + weighted / 10 + weighted % 10
    }
    return sum.isMultiple(of: 10)
  }

  private static func value(_ character: UInt8) -> Int? {
    if character.isDigit { return Int(character - UInt8(ascii: "0")) }
    return character.isLetter ? Int(character.uppercasedASCII - UInt8(ascii: "A")) + 10 : nil
  }
}
