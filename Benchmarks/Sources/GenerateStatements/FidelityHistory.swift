/// Writes a story as separated values in the layout of Fidelity's account history, the latest row first.
enum FidelityHistory {
  static let header =
    "Run Date,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),Accrued Interest ($),Amount ($),"
    + "Cash Balance ($),Settlement Date\n"

  static func write(_ story: Story, to output: inout OutputFile) {
    var story = story
    var cash = 0
    var rows: [String] = []
    while rows.count < story.length {
      let event = story.next()
      if event.kind == .reinvest {
        // The income has a row of its own.
        cash -= event.amount
        rows.append(row(event, words(.dividend), units: nil, amount: -event.amount, cash))
        guard rows.count < story.length else { break }
      }
      cash += event.amount
      rows.append(row(event, words(event.kind), units: event.units, amount: event.amount, cash))
    }
    output.write("\n\n" + header)
    for row in rows.reversed() { output.write(row) }
    output.write("\n\n\"Date downloaded \(CalendarDay(Story.days + 2).american) 9:30 am\"\n")
  }

  private static func words(_ kind: Event.Kind) -> String {
    switch kind {
    case .buy: "YOU BOUGHT"
    case .sell: "YOU SOLD"
    case .reinvest: "REINVESTMENT"
    case .dividend: "DIVIDEND RECEIVED"
    case .tax: "FOREIGN TAX PAID"
    case .returnOfCapital: "RETURN OF CAPITAL"
    case .transferIn: "TRANSFERRED FROM"
    case .split: "STOCK SPLIT"
    case .deposit: "Electronic Funds Transfer Received (Cash)"
    }
  }

  private static func row(_ event: Event, _ words: String, units: Int?, amount: Int, _ cash: Int) -> String {
    let balance = Decimal.cents(cash)
    if event.kind == .deposit {
      return "\(event.day.american),\(words), ,No Description,Cash,,0.000,,,,\(Decimal.cents(amount)),\(balance),\n"
    }
    let security = event.security
    let moves = (units ?? 0) != 0
    let price = moves && amount != 0 ? "\(Decimal.price(security.price))" : ""
    let settle = event.kind == .buy || event.kind == .sell ? event.settleDay.american : ""
    return "\(event.day.american),\"\(words) \(security.name) (\(security.ticker)) (Cash)\",\(security.ticker),"
      + "\(security.name),\(amount == 0 ? "Shares" : "Cash"),\(price),\(moves ? "\(Decimal.units(units ?? 0))" : "0.000"),"
      + "\(event.fee > 0 ? "\(Decimal.cents(event.fee))" : ""),,,\(amount == 0 ? "" : "\(Decimal.cents(amount))"),"
      + "\(balance),\(settle)\n"
  }
}
