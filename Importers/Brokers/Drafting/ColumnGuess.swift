import ImporterCSV

/// Which column of an unknown table plays which role, from its name in the languages of the usual brokers and from its cells.
struct ColumnGuess {
  let role: ColumnRole
  let column: SurveyedColumn
  /// Whether a person should look twice.
  let isDoubtful: Bool

  /// What each role's columns are called: whole names first, then parts of names. The first role that fits a column takes it.
  private static let names: [(role: ColumnRole, whole: Set<String>, parts: [String])] = [
    (.settleDay, ["settled"], ["settle", "valuta", "value date", "date de valeur", "data valuta", "fecha valor"]),
    (.acquired, ["acquired"], ["acquired", "opened date", "open date", "purchase date", "date opened"]),
    (.closed, ["closed", "date sold"], ["closed date", "sold date", "date sold"]),
    (
      .day, ["date", "datum", "data", "fecha", "time", "booked", "day", "buchung"],
      ["trade date", "transaction date", "run date", "activity date", "booking", "buchungs", "handelsdatum", "date"]
    ),
    (.isin, ["isin", "code isin"], ["isin"]),
    (.cusip, ["cusip"], ["cusip"]),
    (.symbol, ["symbol", "ticker", "instrument", "symbole", "simbolo", "kürzel"], ["ticker", "symbol"]),
    (.currency, ["currency", "devise", "währung", "waehrung", "valuta", "munt", "divisa", "ccy"], []),
    (.accountName, ["account name", "kontoname"], []),
    (
      .account, ["account", "account number", "account #", "konto", "depot", "compte", "rekening", "conto", "cuenta"],
      ["account n", "acct", "kontonummer", "depotnummer", "rekeningnummer"]
    ),
    (
      .action,
      [
        "action", "type", "transaction", "activity", "event", "side", "operation", "vorgang", "art", "typ", "opération",
        "umsatzart", "buchungsart", "transactie", "soort", "tipo", "operazione", "operación", "operacion",
      ],
      ["transaction type", "activity type", "action", "trans code", "transaktion", "type d", "mouvement type"]
    ),
    (.accruedInterest, [], ["accrued", "stückzins", "courus"]),
    (.withholding, ["withholding"], ["withholding", "quellensteuer"]),
    (.taxes, ["tax", "taxes", "steuer", "steuern", "impôts", "impots"], ["kapitalertrag"]),
    (.commission, ["commission", "commissions", "courtage", "provision"], ["commission"]),
    (
      .fees,
      ["fee", "fees", "costs", "cost", "gebühr", "gebühren", "frais", "kosten", "spesen", "comisión", "comissão"],
      ["fees", "charges", "gebühr"]
    ),
    (
      .costBasis, ["cost basis", "basis", "einstand", "einstandswert"],
      ["cost basis total", "total cost", "cost basis"]
    ),
    (
      .units,
      [
        "quantity", "shares", "units", "qty", "pieces", "stück", "stücke", "anzahl", "menge", "quantité", "quantite",
        "nombre", "aantal", "stuks", "quantità", "cantidad", "quantidade", "nominal", "no. of shares",
      ], ["quantity", "no. of", "shares/unit", "# of"]
    ),
    (
      .price, ["price", "kurs", "cours", "koers", "prezzo", "precio", "preço", "nav"],
      ["unit price", "price", "kurs", "preis", "prix"]
    ),
    (
      .amount,
      [
        "amount", "total", "net", "betrag", "montant", "bedrag", "importo", "importe", "mutatie", "net amount", "valor",
      ], ["net amount", "amount", "betrag", "montant", "bedrag", "total"]
    ),
    (.balance, ["balance", "saldo", "solde"], ["balance"]),
    (.value, ["value", "wert", "valeur", "waarde"], ["market value", "current value", "marktwert", "kurswert"]),
    (.id, ["id", "reference", "referenz", "référence", "order id", "order #", "order-id"], ["transaction id"]),
    (
      .name,
      [
        "name", "security", "product", "produkt", "produit", "titel", "wertpapier", "libellé", "libelle", "valor name",
        "bezeichnung", "fund", "investment", "naam", "título", "titolo",
      ], ["security", "fund name", "investment name", "wertpapier"]
    ),
    (.memo, ["notes", "note", "memo", "comment", "bemerkung"], []),
    (
      .description, ["description", "beschreibung", "omschrijving", "descripción", "descrizione", "descrição", "text"],
      ["description"]
    ),
  ]

  static func guesses(for table: SurveyedTable) -> [ColumnGuess] {
    var left = table.columns.filter { $0.filled > 0 && !$0.name.isEmpty }
    var guesses: [ColumnGuess] = []
    func take(_ role: ColumnRole, isDoubtful: Bool, where test: (SurveyedColumn) -> Bool) {
      guard !guesses.contains(where: { $0.role == role }), let place = left.firstIndex(where: test) else { return }
      guesses.append(ColumnGuess(role: role, column: left.remove(at: place), isDoubtful: isDoubtful))
    }
    for isWhole in [true, false] {
      for (role, whole, parts) in names {
        take(role, isDoubtful: !isWhole) { column in
          guard column.suits(role) else { return false }
          return isWhole ? whole.contains(column.name) : parts.contains { column.name.contains($0) }
        }
      }
    }
    // What no name tells, the cells may.
    take(.isin, isDoubtful: true) { $0.holdsISINs }
    take(.day, isDoubtful: true) { $0.holdsDays }
    let amountName = guesses.first { $0.role == .amount }?.column.name ?? ""
    take(.currency, isDoubtful: false) { $0.holdsCurrencies && $0.name.contains(amountName) && amountName != "" }
    take(.currency, isDoubtful: true) { $0.holdsCurrencies }
    if !guesses.contains(where: { $0.role == .value }) {
      take(.amount, isDoubtful: true) { $0.holdsNumbers && $0.hasNegatives }
      take(.amount, isDoubtful: true) { $0.holdsNumbers && $0.name.hasPrefix("after ") }
    }
    // Words for events, or else words that repeat; a description may be all that tells.
    take(.action, isDoubtful: true) { $0.isText && $0.texts.contains { ActionGuess($0.text) != nil } }
    take(.action, isDoubtful: true) { $0.isText && $0.texts.count > 1 && $0.texts.count * 2 < $0.filled }
    if !guesses.contains(where: { $0.role == .action }), guesses.contains(where: { $0.role == .amount }),
      let place = guesses.firstIndex(where: { $0.role == .description })
    {
      guesses[place] = ColumnGuess(role: .action, column: guesses[place].column, isDoubtful: true)
    }
    let order = table.columns.map(\.name)
    return guesses.sorted { order.firstIndex(of: $0.column.name) ?? 0 < order.firstIndex(of: $1.column.name) ?? 0 }
  }
}

extension SurveyedColumn {
  /// Whether the cells can be what the name says.
  fileprivate func suits(_ role: ColumnRole) -> Bool {
    switch role {
    case .day, .settleDay, .acquired, .closed: holdsDays
    case .units, .price, .amount, .commission, .fees, .taxes, .accruedInterest, .withholding, .balance, .value,
      .costBasis:
      holdsNumbers
    case .isin: holdsISINs
    case .currency: holdsCurrencies
    // What repeats is an order, which may have several trades.
    case .id: texts.count == filled
    case .action, .name, .description: isText
    default: true
    }
  }
}
