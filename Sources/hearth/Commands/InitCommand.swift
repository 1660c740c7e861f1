public import ArgumentParser
import Diagnostics
import HouseholdFile
public import Measures
import PortfolioModel
import Reports
import Statements
public import Taxes
import Workflows

struct InitCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Propose household.yaml from statements, or add to it the accounts and securities that it lacks.",
    discussion: """
      Every other word of a file that is there stays as it is. What neither the statements nor the options say is asked \
      where somebody can answer, and stands in the file as a comment otherwise.
      """)

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: ArgumentHelp("The household's name.", valueName: "text"))
  var name: String?

  @Option(
    name: .long, help: ArgumentHelp("A member, with the day of birth if you like.", valueName: "name[=YYYY-MM-DD]"))
  var member: [MemberOption] = []

  @Option(name: .long, help: ArgumentHelp("Who owns an account.", valueName: "number=member[,member]"))
  var owner: [PairOption] = []

  @Option(name: .long, help: ArgumentHelp("What kind an account is.", valueName: "number=kind"))
  var kind: [PairOption] = []

  @Option(name: .long, help: "Filing status of the tax return: single, mfj, mfs, hoh, qss.")
  var status: FilingStatus?

  @Option(name: .long, help: ArgumentHelp("Ordinary income of the tax return, in dollars.", valueName: "dollars"))
  var income: Money?

  @Argument(help: "Statements: OFX, QFX or CSV.", completion: .file())
  var files: [String] = []

  func perform(on console: Console) throws -> Outcome {
    let folder = household.folder
    let reading = try folder.statementsToDescribe(files)
    console.report(reading.diagnostics.filter { $0.severity != .note })
    let statements = try reading.get()
    var answers = try givenAnswers()
    if !folder.hasHouseholdFile, console.isInteractive { HouseholdQuestions(console).ask(&answers, statements) }
    try check(answers, against: statements)
    let result = try folder.initialise(from: statements, answers: answers)
    let shown = result.diagnostics.filter { $0.severity != .note }
    let report = HouseholdFileReport(
      file: result.file, wasThere: result.wasThere, isChanged: result.isChanged, openQuestions: result.openQuestions,
      diagnostics: shown)
    try console.show(report, output, diagnostics: shown)
    return .done
  }

  /// Numbers and names that nothing knows are mistakes, not wishes.
  private func check(_ answers: HouseholdDraft.Answers, against statements: [ParsedFile]) throws {
    let numbers = statements.flatMap(\.statements).map(\.account.number)
    for number in (owner + kind).map(\.key) where !numbers.contains(number) {
      let meant = nearestName(to: number, among: numbers).map { "did you mean \($0)?" }
      throw ValidationError(
        "No statement names an account \(number); \(meant ?? "they name: \(numbers.joined(separator: ", "))").")
    }
    let known = Set(answers.members.map(\.id))
    for member in answers.owners.values.joined() where !known.isEmpty && !known.contains(member) {
      throw ValidationError(
        "\(member) owns an account and is no member; members: \(known.map(\.rawValue).sorted().joined(separator: ", "))."
      )
    }
  }

  private func givenAnswers() throws -> HouseholdDraft.Answers {
    var answers = HouseholdDraft.Answers(members: member.map(\.member), year: Day.today.year)
    if let name { answers.householdName = name }
    answers.filingStatus = status
    answers.income = income
    for pair in owner {
      answers.owners[pair.key] = pair.value.split(separator: ",").map { HouseholdDraft.memberID(of: String($0)) }
    }
    for pair in kind {
      guard let kind = AccountKind(rawValue: pair.value) else {
        let known = AccountKind.allCases.map(\.rawValue)
        let meant = nearestName(to: pair.value, among: known).map { "did you mean “\($0)”?" }
        throw ValidationError(
          "“\(pair.value)” is no kind of account; \(meant ?? "kinds: \(known.joined(separator: ", "))").")
      }
      answers.kinds[pair.key] = kind
    }
    return answers
  }
}

/// `Maya` or `Maya=1981-05-17`.
struct MemberOption: ExpressibleByArgument {
  let member: Member

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard let name = parts.first, !name.isEmpty else { return nil }
    let day = parts.count > 1 ? Day(parts[1]) : nil
    if parts.count > 1, day == nil { return nil }
    if name.allSatisfy({ $0.isNumber || $0 == "-" }) { return nil }
    member = Member(id: HouseholdDraft.memberID(of: name), name: name, birthDay: day)
  }
}

/// `X1234=maya`.
struct PairOption: ExpressibleByArgument {
  let key: String
  let value: String

  init?(argument: String) {
    guard let separator = argument.lastIndex(of: "=") else { return nil }
    key = argument[..<separator].trimmed
    value = argument[argument.index(after: separator)...].trimmed
    if key.isEmpty || value.isEmpty { return nil }
  }
}

extension FilingStatus: ExpressibleByArgument {}

extension Money: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument.filter { $0 != "," && $0 != "$" && $0 != " " })
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
