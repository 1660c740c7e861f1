import Measures
import PortfolioModel
import Statements

extension HouseholdDraft {
  /// One block of lines for each account; the lines of an account whose kind the statement does not tell are comments.
  var accountBlocks: [[String]] { zip(facts.accounts, accountIDs).map { block(of: $0, id: $1) } }

  private func block(of account: DraftFacts.FoundAccount, id: String) -> [String] {
    let printed = account.printed
    var fields: [String] = []
    if let name = printed.name, !name.isEmpty { fields.append("name: \(YAMLText.scalar(name))") }
    fields.append("kind: \(account.kind?.rawValue ?? "taxable")")
    fields.append(ownerLine(of: printed))
    if !printed.broker.isEmpty { fields.append("institution: \(YAMLText.scalar(printed.broker))") }
    if !printed.number.isEmpty { fields.append("numbers: \(YAMLText.list([printed.number]))") }
    var lines = ["\(indent)\(YAMLText.scalar(id)):"] + fields.map { indent + indent + $0 }
    if account.kind?.isPlan == true, !account.securities.isEmpty {
      lines.append("\(indent)\(indent)# What was seen in it; add what else the plan offers.")
      lines.append("\(indent)\(indent)menu: \(YAMLText.list(account.securities))")
    }
    if account.kind != nil { return lines }
    return [indent + Self.question(about: printed)] + lines.map { indent + "# " + $0.dropFirst(indent.count) }
  }

  /// What the file asks about an account whose kind the statement does not tell.
  static func question(about printed: PrintedAccount) -> String {
    let words = [printed.broker, printed.number, printed.name].compactMap { $0 }.filter { !$0.isEmpty }
    let name = YAMLText.comment(words.joined(separator: " "))
    return "# What kind of account is \(name)? Say it and remove the # of these lines."
  }

  private func ownerLine(of printed: PrintedAccount) -> String {
    if let owners = answers.owners[printed.number], let only = owners.first {
      return owners.count == 1
        ? "owner: \(YAMLText.scalar(only.rawValue))" : "owners: \(YAMLText.list(owners.map(\.rawValue)))"
    }
    let first = answers.members.first?.id.rawValue ?? ""
    let kind = AccountKindGuess.kind(of: printed, hasPlanSection: false)
    if answers.members.count > 1, kind == .taxableJoint {
      return "owners: \(YAMLText.list(answers.members.map(\.id.rawValue)))  # equal parts"
    }
    let others = answers.members.dropFirst().map { YAMLText.comment($0.id.rawValue) }
    let question = others.isEmpty ? "" : "  # or \(others.joined(separator: ", "))?"
    return "owner: \(YAMLText.scalar(first))\(question)"
  }

  /// One line for a security: built-in facts as a comment, guessed ones to check, unknown ones to fill in.
  func securityLine(_ security: DraftFacts.FoundSecurity) -> String {
    var fields: [String] = []
    var note = ""
    if let known = KnownFunds.fund(security.id) {
      note = "built in: \(YAMLText.comment(known.name)), \(classes(of: known)), costs \(percent(known.expenseRatio))"
    } else {
      if let name = security.name, !name.isEmpty { fields.append("name: \(YAMLText.scalar(name))") }
      let guess = security.name.flatMap(FundNameGuess.fund)
      fields.append("kind: \((guess?.kind ?? kind(of: security)).rawValue)")
      if let guess {
        fields.append("classes: {\(classes(of: guess))}")
        fields.append("expense_ratio: \(percent(guess.expenseRatio))")
        fields.append("group: \(YAMLText.scalar(guess.group))")
        note = "guessed from its name: like \(guess.id), \(YAMLText.comment(guess.name)); please check"
      } else if kind(of: security) == .cash {
        fields.append("classes: {\(ownClasses["cash"].map { YAMLText.scalar($0.rawValue) + ": 100%" } ?? "")}")
      } else if let mix = security.name.flatMap(FundWordGuess.exposure), kind(of: security) == .fund {
        fields.append("classes: {\(classes(of: mix))}")
        note = "guessed from its name; please check, and add expense_ratio: 0.05%"
      } else {
        fields.append("classes: {}")
        note =
          "what is in it, and what does it cost? such as classes: {us_stock: 100%}, expense_ratio: 0.05%; is the kind right?"
      }
    }
    if !security.aliases.isEmpty { fields.append("aliases: \(YAMLText.list(security.aliases))") }
    let line = "\(indent)\(YAMLText.scalar(security.id)): {\(fields.joined(separator: ", "))}"
    return note.isEmpty ? line : line + "  # " + note
  }

  private func classes(of security: Security) -> String { classes(of: security.exposure) }

  private func classes(of builtIn: [AssetClassID: Weight]) -> String {
    BuiltInClasses.exposure(builtIn, in: ownClasses).sorted { $0.key < $1.key }.map {
      "\(YAMLText.scalar($0.key.rawValue)): \(percent($0.value))"
    }.joined(separator: ", ")
  }

  private func percent(_ weight: Weight) -> String { "\(PrintedNumber(Weight(steps: weight.steps * 100)))%" }

  /// The printed kind; without one, the habits of US tickers: five letters ending in X are funds, in XX money-market funds.
  private func kind(of security: DraftFacts.FoundSecurity) -> Security.Kind {
    if let printed = security.kind, let kind = Security.Kind(rawValue: printed.rawValue) { return kind }
    let letters = security.id.count == 5 && security.id.allSatisfy(\.isLetter)
    if letters, security.id.hasSuffix("XX") { return .cash }
    if letters, security.id.hasSuffix("X") { return .fund }
    return security.id.count <= 5 && security.id.allSatisfy(\.isLetter) ? .stock : .fund
  }
}
