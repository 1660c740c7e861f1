import ArgumentParser
import Diagnostics
import Measures
import Reports
import Statements
import Workflows

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Tell the ledger what no statement tells; “hearth undo” takes it back.",
    discussion: "An account is named as in household.yaml, a security by its ticker or its name there.",
    subcommands: [
      RecordCash.self, RecordPosition.self, RecordLot.self, RecordSplit.self, RecordMerger.self,
      RecordAllocation.self,
    ])
}

/// What all that is told by hand has in common.
struct RecordOptions: ParsableArguments {
  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: .long, help: "Show what would happen, and write nothing.")
  var dryRun = false

  func record(_ fact: HandWrittenFact, on console: Console) throws -> Outcome {
    try show(try household.folder.record(fact, at: currentMoment, isDryRun: dryRun), on: console)
  }

  func show(_ receipt: ImportReceipt, on console: Console) throws -> Outcome {
    if output.json {
      try console.print(receipt.json(isDryRun: dryRun))
    } else {
      try console.print(receipt.summary(isDryRun: dryRun, listingAll: true, console.style))
      console.report(receipt.plan.diagnostics.filter { $0.severity != .note })
    }
    return .done
  }
}

/// What was bought or is held, and where.
struct SecurityOptions: ParsableArguments {
  @Argument(help: "The account, as household.yaml names it.")
  var account: String

  @Argument(help: "The security: its ticker or its name in household.yaml, or CUSIP:…, ISIN:…")
  var security: String

  var reference: SecurityReference { Self.reference(security) }

  static func reference(_ security: String) -> SecurityReference {
    let parts = security.split(separator: ":", maxSplits: 1).map(String.init)
    return parts.count == 2
      ? SecurityReference(printed: parts[0], value: parts[1]) : SecurityReference(.ticker, security)
  }
}

/// A number as a person writes it: `1,234.50`, `$12`.
struct WrittenAmount: ExpressibleByArgument {
  let number: PrintedNumber

  init?(argument: String) {
    guard let number = PrintedNumber(argument.filter { $0 != "," && $0 != "$" }) else { return nil }
    self.number = number
  }
}

struct RecordCash: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash", abstract: "The cash of an account at the end of a day.")

  @OptionGroup var options: RecordOptions
  @Argument(help: "The account, as household.yaml names it.") var account: String
  @Argument(help: "The balance.") var amount: WrittenAmount
  @Option(name: .long, help: "The day, YYYY-MM-DD (default: today).") var day: Day?

  func perform(on console: Console) throws -> Outcome {
    let fact = HandWrittenFact(account: account, fact: .cash(amount.number), day: day ?? .today)
    return try options.record(fact, on: console)
  }
}

struct RecordPosition: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "position", abstract: "How much of a security an account holds at the end of a day.",
    discussion:
      "What else the account holds is not touched. A deposit or a bond is a position of units at a price of 1.")

  @OptionGroup var options: RecordOptions
  @OptionGroup var target: SecurityOptions
  @Argument(help: "How many units.") var units: WrittenAmount
  @Option(name: .long, help: "The price of a unit.") var price: WrittenAmount?
  @Option(name: .long, help: "What all the units cost.") var basis: WrittenAmount?
  @Option(name: .long, help: "The day, YYYY-MM-DD (default: today).") var day: Day?

  func perform(on console: Console) throws -> Outcome {
    let fact = HandWrittenFact.Fact.position(
      target.reference, units: units.number, price: price?.number, basis: basis?.number)
    return try options.record(
      HandWrittenFact(account: target.account, fact: fact, day: day ?? .today), on: console)
  }
}

struct RecordLot: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "lot", abstract: "Basis and date of units that a statement shows without them.",
    discussion: """
      Units that were there before the first statement, or that a transfer brought, become this lot; units beyond those \
      are added. For a gift tell the giver's day and basis (IRC 1015, 1223(2)), and where it was worth less than that \
      basis when it was given, --gift-day and --gift-value too: a loss counts from there. For an inheritance tell the day \
      of death, the value on it (IRC 1014) and --inherited: it is long-term at once (IRC 1223(9)).
      """)

  @OptionGroup var options: RecordOptions
  @OptionGroup var target: SecurityOptions
  @Argument(help: "How many units.") var units: WrittenAmount
  @Option(name: .long, help: "The day from which they count as held, YYYY-MM-DD.") var acquired: Day
  @Option(name: .long, help: "What all of these units cost.") var basis: WrittenAmount
  @Option(name: .long, help: "The day on which they were given, YYYY-MM-DD.") var giftDay: Day?
  @Option(name: .long, help: "What all of them were worth on that day.") var giftValue: WrittenAmount?
  @Flag(name: .long, help: "They were inherited.") var inherited = false

  private var origin: HandWrittenFact.Origin {
    if inherited { return .inheritance }
    guard let giftDay, let giftValue else { return .purchase }
    return .gift(on: giftDay, value: giftValue.number)
  }

  func validate() throws {
    guard (giftDay == nil) == (giftValue == nil), !inherited || giftDay == nil else {
      throw ValidationError("A gift has a day and a value, --gift-day and --gift-value; an inheritance has neither.")
    }
    if let giftDay, giftDay < acquired {
      throw ValidationError("Nothing is given before its giver acquired it: --acquired is the giver's day.")
    }
  }

  func perform(on console: Console) throws -> Outcome {
    let fact = HandWrittenFact.Fact.lot(target.reference, units: units.number, basis: basis.number, origin: origin)
    return try options.record(HandWrittenFact(account: target.account, fact: fact, day: acquired), on: console)
  }
}

struct RecordSplit: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "A split that no statement shows: 2:1 makes two of one, 1:10 one of ten.")

  @OptionGroup var options: RecordOptions
  @OptionGroup var target: SecurityOptions
  @Argument(help: "NEW:OLD, such as 2:1.") var ratio: String
  @Option(name: .long, help: "The day, YYYY-MM-DD.") var day: Day

  private var parts: [PrintedNumber] { ratio.split(separator: ":").compactMap { PrintedNumber($0) } }

  func validate() throws {
    guard parts.count == 2, parts.allSatisfy({ !$0.isNegative && !$0.isZero }) else {
      throw ValidationError("A ratio is two numbers, NEW:OLD, such as 2:1.")
    }
  }

  func perform(on console: Console) throws -> Outcome {
    let fact = HandWrittenFact.Fact.split(target.reference, old: parts[1], new: parts[0])
    return try options.record(HandWrittenFact(account: target.account, fact: fact, day: day), on: console)
  }
}

struct RecordMerger: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "merger",
    abstract: "Units of one security that became units of another, perhaps with cash beside them.",
    discussion: """
      Basis and days go along (IRC 354, 358, 1223(1)). With cash, gain counts up to the cash (IRC 356), which needs what \
      one of the new units was worth: --price.
      """)

  @OptionGroup var options: RecordOptions
  @OptionGroup var target: SecurityOptions
  @Argument(help: "How many units went.") var units: WrittenAmount
  @Argument(help: "What came: a ticker, a name in household.yaml, or CUSIP:…, ISIN:…") var new: String
  @Argument(help: "How many units came.") var newUnits: WrittenAmount
  @Option(name: .long, help: "The cash that came beside them.") var cash: WrittenAmount?
  @Option(name: .long, help: "What one of the new units was worth on the day.") var price: WrittenAmount?
  @Option(name: .long, help: "The day, YYYY-MM-DD.") var day: Day

  func perform(on console: Console) throws -> Outcome {
    let came = HandWrittenFact.Spun(SecurityOptions.reference(new), units: newUnits.number)
    let fact = HandWrittenFact.Fact.merger(
      target.reference, units: units.number, into: came, price: price?.number, cash: cash?.number)
    return try options.record(HandWrittenFact(account: target.account, fact: fact, day: day), on: console)
  }
}

struct RecordAllocation: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocation", abstract: "The part of a security's basis that goes to what was spun off from it.",
    discussion: """
      The company's Form 8937 tells it. The units that were spun off come from a statement of about the same day; where none \
      shows them, name them: --to SECURITY --units N.
      """)

  @OptionGroup var options: RecordOptions
  @OptionGroup var target: SecurityOptions
  @Argument(help: "In percent, such as 12.5.") var percent: WrittenAmount
  @Option(name: .long, help: "The day of the spin-off, YYYY-MM-DD.") var day: Day
  @Option(name: .long, help: "What was spun off, where no statement shows it.") var to: String?
  @Option(name: .long, help: "How many units of it came.") var units: WrittenAmount?

  private var fraction: PrintedNumber {
    PrintedNumber(significand: percent.number.significand, scale: percent.number.scale + 2)
  }

  func validate() throws {
    guard (to == nil) == (units == nil) else {
      throw ValidationError("What was spun off has a name and units: --to SECURITY --units N.")
    }
    guard !percent.number.isNegative, fraction.scale < 12, let part = Weight.reading(fraction)?.value, part <= Weight(1)
    else { throw ValidationError("A part is between 0 and 100 percent.") }
  }

  func perform(on console: Console) throws -> Outcome {
    let child = to.flatMap { name in
      units.map { HandWrittenFact.Spun(SecurityOptions.reference(name), units: $0.number) }
    }
    let fact = HandWrittenFact.Fact.allocation(target.reference, fraction: fraction, to: child)
    return try options.record(HandWrittenFact(account: target.account, fact: fact, day: day), on: console)
  }
}
