import Measures

/// What a line of text beside a table, or a file's name, tells: `Positions for account {account name} {account} as of {day}*`.
///
/// `{account name}` is any text, `{account}`, `{symbol}`, `{cusip}`, `{isin}` and `{currency}` one word
/// each, `{units}`, `{price}` and `{cash}` numbers, `{day}`, `{from}` and `{to}` days, `*` anything.
/// An account's word has a digit or a mask in it (`...XXX`); before a comma, where a cell ends, it may be several words. Letters match in either case, a run of blanks any other.
public struct TextPattern: Sendable, Hashable {
  public enum Slot: String, Sendable, Hashable, CaseIterable {
    case account
    case accountName = "account name"
    case symbol, cusip, isin, currency, day, from, to, units, price, cash

    fileprivate var isNumber: Bool { self == .units || self == .price || self == .cash }
  }

  /// The text or day found for each slot.
  struct Findings: Sendable {
    var texts: [Slot: String] = [:]
    var days: [Slot: Day] = [:]
    /// What stands in the place of the first star.
    var lead: String?
    fileprivate var tries = 0
  }

  private enum Piece: Hashable {
    case literal([UInt8])
    case anything
    case slot(Slot)
  }

  public let text: String
  private let pieces: [Piece]

  /// - Returns: `nil` where braces name no slot.
  public init?(_ text: String) {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var rest = Substring(text)
    func literalPiece() -> [Piece] { literal.isEmpty ? [] : [.literal(Wildcard.folded(literal))] }
    while let character = rest.first {
      if character == "*" {
        pieces += literalPiece() + [.anything]
        literal = []
      } else if character == "{" {
        guard let close = rest.firstIndex(of: "}"),
          let slot = Slot(rawValue: String(rest[rest.index(after: rest.startIndex)..<close]))
        else { return nil }
        pieces += literalPiece() + [.slot(slot)]
        literal = []
        rest = rest[close...]
      } else {
        literal += Array(String(character).utf8)
      }
      rest = rest.dropFirst()
    }
    self.text = text
    self.pieces = pieces + literalPiece()
  }

  /// What `line` says, if the pattern describes all of it.
  func findings(in line: String, days: DayFormat) -> Findings? {
    var collapsed: [UInt8] = []
    for byte in line.utf8.prefix(400) {
      if !byte.isBlank { collapsed.append(byte) } else if collapsed.last != 0x20 { collapsed.append(0x20) }
    }
    var findings = Findings()
    return match(pieces[...], collapsed[...].blanksTrimmed, days, &findings) ? findings : nil
  }

  /// More tries than any honest line needs.
  private static let mostTries = 20_000

  private func match(
    _ pieces: ArraySlice<Piece>, _ text: ArraySlice<UInt8>, _ days: DayFormat, _ findings: inout Findings
  ) -> Bool {
    findings.tries += 1
    guard findings.tries < Self.mostTries else { return false }
    guard let piece = pieces.first else { return text.isEmpty }
    let rest = pieces.dropFirst()
    switch piece {
    case .literal(let literal):
      guard text.count >= literal.count, zip(text, literal).allSatisfy({ $0.lowercased == $1 }) else { return false }
      return match(rest, text.dropFirst(literal.count), days, &findings)
    case .anything:
      if rest.isEmpty {
        findings.lead = String(decoding: text.blanksTrimmed, as: UTF8.self)
        return true
      }
      return (text.startIndex...text.endIndex).contains { end in
        guard match(rest, text[end...], days, &findings) else { return false }
        findings.lead = String(decoding: text[..<end].blanksTrimmed, as: UTF8.self)
        return true
      }
    case .slot(let slot) where slot == .day || slot == .from || slot == .to:
      guard let (day, end) = days.leadingDay(text), match(rest, text[end...], days, &findings) else { return false }
      findings.days[slot] = day
      return true
    case .slot(let slot):
      // The longest word that fits, but the shortest name, so that a number behind a name is not taken for a part of it.
      let longest = longestLength(of: slot, in: text, before: rest.first)
      guard longest > 0 else { return false }
      let lengths = slot == .accountName ? Array(1...longest) : Array((1...longest).reversed())
      for length in lengths {
        let found = text.prefix(length)
        guard slot != .account || (Self.isNumberLike(found) && days.day(found) == nil),
          !slot.isNumber || found.contains(where: \.isDigit),
          match(rest, text.dropFirst(length), days, &findings)
        else { continue }
        findings.texts[slot] = String(decoding: found.blanksTrimmed.quotesTrimmed, as: UTF8.self)
        return true
      }
      return false
    }
  }

  private func longestLength(of slot: Slot, in text: ArraySlice<UInt8>, before next: Piece?) -> Int {
    switch slot {
    case .accountName: return min(60, text.count)
    case .units, .price, .cash: return text.prefix { !$0.isLetter && $0 != UInt8(ascii: "@") }.count
    case .account:
      if case .literal(let literal)? = next, literal.first == UInt8(ascii: ",") {
        return text.prefix { Self.isWord($0) || $0 == 0x20 }.count
      }
      return text.prefix { Self.isWord($0) }.count
    default: return text.prefix { Self.isWord($0) }.count
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    !byte.isBlank && byte != UInt8(ascii: "_") && byte != UInt8(ascii: ",") && byte != .quote
  }

  private static func isNumberLike(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(where: \.isDigit) || word.starts(with: Array("...".utf8)) || word.starts(with: Array("XX".utf8))
      || word.starts(with: Array("…".utf8)) || word.starts(with: Array("**".utf8))
      || word.suffix(2).elementsEqual(Array("##".utf8))
  }
}

extension ArraySlice<UInt8> {
  fileprivate var quotesTrimmed: ArraySlice<UInt8> {
    count > 1 && first == .quote && last == .quote ? dropFirst().dropLast().blanksTrimmed : self
  }
}
