import Statements

extension SecurityReference {
  /// An identifier whose scheme the file does not name: a CUSIP or ISIN if its check digit is right, a ticker if it is short.
  init(guessing value: String) {
    if CheckDigit.isCUSIP(value) {
      self.init(.cusip, value)
    } else if CheckDigit.isISIN(value) {
      self.init(.isin, value)
    } else if (1...5).contains(value.utf8.count), value.utf8.allSatisfy(\.isLetter) {
      self.init(.ticker, value)
    } else {
      self.init(.planCode, value)
    }
  }
}
