/// What brokers say in words where OFX has no element for it.
struct Memo {
  private let text: [UInt8]

  /// Runs of blanks count as one.
  init(_ text: String?) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text?.utf8.count ?? 0)
    for byte in (text ?? "").utf8 where !(byte.isBlank && bytes.last == UInt8(ascii: " ")) {
      bytes.append(byte.isBlank ? UInt8(ascii: " ") : byte)
    }
    self.text = bytes
  }

  func says(_ words: StaticString...) -> Bool { words.contains { text.span.firstIndex(of: $0) != nil } }
  func begins(_ words: StaticString...) -> Bool { words.contains { text.span.matches($0) } }

  /// Words by which a trade is taken back.
  var isCancellation: Bool { says("CANCEL", "REVERS", "CORRECTION") }
  var isTax: Bool { says(" TAX", "TAX ", "W/H", "WITHH") }
  var isLongTermGain: Bool { says("LT CAP GAIN", "LONG TERM CAP", "LONG-TERM CAP", "LT CAPITAL GAIN") }
  var isShortTermGain: Bool { says("ST CAP GAIN", "SHORT TERM CAP", "SHORT-TERM CAP", "ST CAPITAL GAIN") }
  var isSpinOff: Bool { says("SPINOFF", "SPIN-OFF", "SPIN OFF") }
  var isSplit: Bool { says("REVERSE SPLIT", "STOCK SPLIT", "FORWARD SPLIT", "SHARE SPLIT") }
  var isExpiry: Bool { begins("EXPIRED ", "EXPIRATION") }
  /// A plan that takes its costs in units of a fund.
  var isPlanFee: Bool { begins("FEES;", "FEE;", "FEES ", "FEE ") || says("INVESTMENT EXPENSE") }
  var isMoneyFundSweep: Bool { says("MONEY FUND PURCHASE", "MONEY FUND REDEMPTION", "SWEEP") }
}
