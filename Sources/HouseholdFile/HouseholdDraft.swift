public import Measures
public import PortfolioModel
public import Statements
public import Taxes

/// A first household file, proposed from statements: accounts with their guessed kinds, owners, menus and securities.
///
/// What the statements do not say stands in it as a comment that asks. `HouseholdFile` reads the text without complaint.
public struct HouseholdDraft {
  /// What a person was asked, or said on the command line.
  public struct Answers: Sendable {
    public var householdName: String
    public var members: [Member]
    /// Owners by account number as printed; an account that is not named here belongs to the first member.
    public var owners: [String: [MemberID]]
    /// Kinds by account number as printed, where the statement's words do not say or mislead.
    public var kinds: [String: AccountKind] = [:]
    /// Year of the tax return.
    public var year: Int
    public var filingStatus: FilingStatus?
    public var income: Money?

    public init(householdName: String = "Our household", members: [Member], year: Int) {
      self.householdName = householdName
      self.members = members
      self.year = year
      owners = [:]
    }
  }

  let facts: DraftFacts
  let answers: Answers
  private(set) var accountIDs: [String] = []
  let indent: String
  /// The leaf of the household's tree for each built-in one.
  let ownClasses: [AssetClassID: AssetClassID]

  /// The commented text of `household.yaml` for what `files` show.
  public static func text(for files: [ParsedFile], answers: Answers) -> String {
    var answers = answers
    if answers.members.isEmpty { answers.members = [Member(id: "me", name: "Me")] }
    let same = Dictionary(BuiltInClasses.all.map { ($0.id, $0.id) }, uniquingKeysWith: { first, _ in first })
    let facts = DraftFacts(files, kinds: answers.kinds)
    let draft = HouseholdDraft(facts: facts, answers: answers, taken: [], ownClasses: same)
    return draft.text
  }

  /// The accounts of `files` whose kind neither a statement nor an answer tells.
  public static func accountsOfUnknownKind(in files: [ParsedFile], answers: Answers) -> [PrintedAccount] {
    DraftFacts(files, kinds: answers.kinds).accounts.filter { $0.kind == nil }.map(\.printed)
  }

  init(facts: DraftFacts, answers: Answers, taken: Set<String>, ownClasses: [AssetClassID: AssetClassID]) {
    self.facts = facts
    self.ownClasses = ownClasses
    self.answers = answers
    indent = "  "
    var taken = taken
    for account in facts.accounts {
      let base = Self.id(of: account)
      var id = base
      var count = 2
      while !taken.insert(id).inserted {
        id = "\(base)_\(count)"
        count += 1
      }
      accountIDs.append(id)
    }
  }

  /// `roth_ira_4321`: the kind and the end of the number.
  private static func id(of account: DraftFacts.FoundAccount) -> String {
    let word = account.kind?.rawValue ?? "account"
    let digits = account.printed.number.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.suffix(4).lowercased()
    return digits.isEmpty ? word : "\(word)_\(digits)"
  }

  private var text: String {
    [header, membersSection, accountsSection, securitiesSection, targetsSection, taxSection, settingsSection]
      .joined(separator: "\n")
  }

  private var header: String {
    """
    # What this household owns and wants. Hearth reads this file and never writes over your words.
    # Percent may be written 60% or 0.6, amounts 1234.50 or $1,234.50. In {…} and […] put amounts with commas in quotes.
    household:
      name: \(YAMLText.scalar(answers.householdName.isEmpty ? "Our household" : answers.householdName))

    """
  }

  private var membersSection: String {
    var lines = [
      "# Whose they are. born: 1980-05-17 is worth adding: from 65 on the standard deduction is higher.", "members:",
    ]
    for member in answers.members {
      var fields = ["name: \(YAMLText.scalar(member.name.isEmpty ? member.id.rawValue : member.name))"]
      if let day = member.birthDay { fields.append("born: \(day)") }
      if let year = member.retirementYear { fields.append("retires: \(year)") }
      lines.append("  \(YAMLText.scalar(member.id.rawValue)): {\(fields.joined(separator: ", "))}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var accountsSection: String {
    let kinds = AccountKind.allCases.map(\.rawValue)
    let half = kinds.count / 2
    let lines = [
      "# Kinds: \(kinds[..<half].joined(separator: ", ")),",
      "# \(kinds[half...].joined(separator: ", ")).",
      "# More to say where it applies: cash_reserve, never_buy, never_sell, can_trade, fractional_shares, commission,",
      "# lot_method (specific, fifo, average), tax_return, treatment (for kind other).",
      "accounts:",
    ]
    return (lines + accountBlocks.joined()).joined(separator: "\n") + "\n"
  }

  private var securitiesSection: String {
    let lines = [
      "# Facts here replace the built-in ones (as known on \(KnownFunds.asKnownOn)). classes: weights over the classes below.",
      "# us_stock, intl_developed, emerging, us_bond, tips, intl_bond, real_estate, gold, commodities, crypto, cash, other",
      "securities:",
    ]
    return (lines + facts.securities.map(securityLine)).joined(separator: "\n") + "\n"
  }

  private var targetsSection: String {
    """
    # A starting point, not advice: put your own weights here; they sum to 100 %. A class of the tree may stand for its
    # parts: stock (us_stock, intl_stock), intl_stock (intl_developed, emerging), bond (us_bond, tips, intl_bond).
    targets:
      us_stock: 42%
      intl_stock: 18%
      bond: 40%
    # How far a class may stray: five points or a quarter of its target, whichever is narrower.
    bands: {absolute: 5 points, relative: 25%}

    """
  }

  private var taxSection: String {
    let members = YAMLText.list(answers.members.map(\.id.rawValue))
    guard let status = answers.filingStatus, let income = answers.income else {
      return """
        # Needed before Hearth can propose trades: say status (\(FilingStatus.allCases.map(\.rawValue).joined(separator: ", ")))
        # and income, then remove the # of these lines.
        # tax_returns:
        #   - id: ours
        #     members: \(members)
        #     year: \(answers.year)
        #     status: mfj
        #     income: 100000        # ordinary income after adjustments, without gains and qualified dividends
        #     qualified_dividends: 0
        #     state_rate: 0%
        #     carry_forward_short: 0
        #     carry_forward_long: 0

        """
    }
    return """
      tax_returns:
        - id: ours
          members: \(members)
          year: \(answers.year)
          status: \(status.rawValue)
          income: \(income)        # ordinary income after adjustments, without gains and qualified dividends
          qualified_dividends: 0
          state_rate: 0%           # please say
          carry_forward_short: 0
          carry_forward_long: 0

      """
  }

  private var settingsSection: String {
    """
    # How a proposal weighs drift against dollars; these are the defaults.
    rebalance:
      minimum_trade: 250
      trade_nuisance: 5
      wash_sales: price          # price: such a loss counts nothing; match: share by share; forbid: no such sale
      stale_after_days: 7

    """
  }
}
