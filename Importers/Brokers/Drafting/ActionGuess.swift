import Statements

/// What a broker's words for an event seem to mean, in the languages of the usual brokers.
struct ActionGuess {
  let kind: StatementEntry.Kind
  /// Whether cash comes in or goes out, where the kind leaves that to the sign.
  let cash: String?

  /// Parts of words, the first that is found counts: a tax on a dividend is a tax, and “Verkauf” holds “kauf”.
  private static let words: [(parts: [String], kind: StatementEntry.Kind, cash: String?)] = [
    (["sweep"], .sweep, nil),
    (["buy to cover", "short cover"], .buyToCover, nil),
    (["sell short", "short sale"], .shortSale, nil),
    (["reverse split", "split"], .split, nil),
    (["spin"], .spinOff, nil),
    (["merger", "fusion"], .merger, nil),
    (["expired", "expiration", "verfall"], .expiry, nil),
    (["assign"], .assignment, nil),
    (["exercise", "ausübung"], .exercise, nil),
    (["reinvest", "drip", "thesaurierung", "wiederanlage", "herbeleg"], .reinvest, nil),
    (["return of capital", "kapitalrückzahlung"], .returnOfCapital, nil),
    (
      [
        "fee", "fees", "gebühr", "kosten", "frais", "commission", "comission", "comissõ", "comisi", "custody", "charge",
        "spesen", "entgelt",
      ], .fee, nil
    ),
    (
      ["tax", "taxes", "steuer", "belasting", "impôt", "impot", "withh", "imposto", "impuesto", "ritenuta", "retenue"],
      .tax, nil
    ),
    (["margin interest", "sollzins", "debit interest"], .marginInterest, nil),
    (["interest", "zins", "rente", "intérêt", "interet", "interes", "juros", "coupon"], .interest, nil),
    (["long term cap", "long-term cap", "lt cap", "cap gain long"], .gainLong, nil),
    (["short term cap", "short-term cap", "st cap"], .gainShort, nil),
    (
      ["divid", "ertrag", "ausschüttung", "ausschuettung", "payout", "distribution", "coupon", "uitkering"], .dividend,
      nil
    ),
    (["forex", "valuta", "fx", "currency", "wechsel", "cambio", "divisa"], .cash, nil),
    (["transfer in", "deliver in", "einlieferung", "einbuchung"], .transferIn, nil),
    (["transfer out", "deliver out", "auslieferung", "ausbuchung"], .transferOut, nil),
    (["sell", "sold", "sale", "verkauf", "verkoop", "vente", "venta", "venda", "vendita", "redemption"], .sell, nil),
    (["buy", "bought", "purchase", "kauf", "koop", "achat", "compra", "acquisto", "subscription"], .buy, nil),
    (
      [
        "deposit", "einzahlung", "storting", "versement", "ingreso", "contribution", "gutschrift", "received",
        "versamento", "depósito", "paid in",
      ], .cash, "in"
    ),
    (
      [
        "withdraw", "auszahlung", "opname", "retrait", "prelevement", "prélèvement", "retirada", "lastschrift",
        "prelievo", "levantamento", "paid out", "terugstorting", "debit",
      ], .cash, "out"
    ),
    (["transfer", "überweisung", "overboeking", "virement", "wire", "ach", "journal", "credit"], .cash, nil),
  ]

  /// - Returns: `nil` where the words say nothing that is known.
  init?(_ text: String) {
    let text = text.lowercased()
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    // A short part must be a word: “ach” is no part of “Nachzahlung”.
    let isThere = { (part: String) in part.count < 5 && words.contains(part) || part.count > 3 && text.contains(part) }
    guard let found = Self.words.first(where: { $0.parts.contains(where: isThere) }) else { return nil }
    (kind, cash) = (found.kind, found.cash)
  }
}

/// The words of an action column as patterns: those that differ only in what varies become one with a star.
enum ActionWords {
  /// - Returns: each pattern with how many rows it stands for and one text that it matches, in the file's order.
  static func patterns(_ texts: [(text: String, count: Int)]) -> [(pattern: String, count: Int, example: String)] {
    var found: [(pattern: String, count: Int, example: String)] = []
    for (text, count) in texts {
      let pattern = pattern(text)
      if let place = found.firstIndex(where: { $0.pattern == pattern }) {
        found[place].count += count
      } else {
        found.append((pattern, count, text))
      }
    }
    return found
  }

  /// The words before the first one that holds a digit; all of them where none does.
  private static func pattern(_ text: String) -> String {
    let words = text.split(separator: " ")
    let escaped = { (words: ArraySlice<Substring>) in
      words.joined(separator: " ").split(separator: "*", omittingEmptySubsequences: false).joined(separator: "\\*")
    }
    guard let varying = words.firstIndex(where: { $0.contains(where: \.isNumber) }) else { return escaped(words[...]) }
    return varying == 0 ? escaped(words[...]) : escaped(words[..<varying]) + " *"
  }
}
