import ImporterCSV

/// Which column of an unknown table plays which role, from its name in the languages of the usual brokers and from its cells.
struct ColumnGuess {
  let role: ColumnRole
  let column: SurveyedColumn
  /// Whether a person should look twice.
  let isDoubtful: Bool

  /// What each role's columns are called: whole names first, then parts of names. The first role that fits a column takes it.
  static let names: [(role: ColumnRole, whole: Set<String>, parts: [String])] = [
    (.settleDay, ["settled"], ["settle", "valuta", "value date", "date de valeur", "data valuta", "fecha valor"]),
    (.acquired, ["acquired"], ["acquired", "opened date", "open date", "purchase date", "date opened"]),
    (.closed, ["closed", "date sold"], ["closed date", "sold date", "date sold"]),
    (
      .day, ["date", "datum", "data", "fecha", "time", "booked", "day", "buchung"],
      [
        "trade date", "transaction date", "run date", "activity date", "booking", "buchungs", "handelsdatum",
        "handelstag", "date",
      ]
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
      .value, ["value", "wert", "valeur", "waarde"],
      [
        "market value", "mkt. value", "mkt val", "current value", "total value", "ending value", "marktwert",
        "kurswert",
      ]
    ),
    (
      .amount,
      [
        "amount", "total", "net", "betrag", "montant", "bedrag", "importo", "importe", "mutatie", "net amount",
      ], ["net amount", "amount", "betrag", "montant", "bedrag", "total"]
    ),
    (.balance, ["balance", "saldo", "solde"], ["balance"]),
    (
      .debit, ["debit", "débit", "soll", "belastung", "lastschrift", "withdrawal", "withdrawals", "paid out"],
      ["debit", "belastung", "withdrawal"]
    ),
    (
      .credit, ["credit", "crédit", "haben", "gutschrift", "deposit", "deposits", "paid in"],
      ["credit", "gutschrift"]
    ),
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
}

extension SurveyedColumn {
  /// Whether the cells can be what the name says.
  func suits(_ role: ColumnRole) -> Bool {
    switch role {
    case .day, .settleDay, .acquired, .closed: holdsDays
    case .units, .price, .amount, .debit, .credit, .commission, .fees, .taxes, .accruedInterest, .withholding, .balance,
      .value,
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
