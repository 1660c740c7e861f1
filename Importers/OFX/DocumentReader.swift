import Diagnostics
import Statements

/// Builds a `ParsedFile` of the events of a document.
///
/// Elements gather in `tree`. Where a row ends (a transaction, position or security) it is read and dropped; where a statement
/// ends, what is left of it is read. Nothing depends on the order of siblings.
struct DocumentReader: EventConsumer {
  var tree = ElementTree()
  var file: ParsedFile
  var findings: Findings
  /// The statement that is being read.
  var statement: ParsedStatement?
  /// How many rows of each name the statement or list has had, for the paths in diagnostics.
  var ordinals = [Int](repeating: 0, count: ElementName.allCases.count)
  var securities: [SecurityReference: Int] = [:]
  /// USPRODUCTTYPE of account lists, by account number.
  var accountKinds: [String: String] = [:]
  var declined = DeclinedStatements()
  /// What the bank takes back in the statement that is being read.
  var corrections: [BankCorrection] = []
  var openOrders = 0
  /// FI's ORG, which names the broker where BROKERID is missing.
  var institution: String?

  private var skipped: SkippedElement?
  private var plan: Int?
  private var isBrokenOff = false
  private let expectedEntries: Int

  /// An unknown element that is passed over with its content.
  private struct SkippedElement {
    let name: String
    let parent: ElementName?
    let place: Place
    var depth = 1
    var hasContent = false
  }

  init(format: ParsedFile.Format, size: Int, findings: Findings) {
    file = ParsedFile(file: findings.file, format: format)
    self.findings = findings
    // A transaction takes 250 bytes and more; room that is not used is never touched.
    expectedEntries = min(size / 250, 1 << 20)
  }

  mutating func start(_ name: ElementName, spelled: Span<UInt8>, at place: Place) {
    if skipped != nil {
      skipped?.depth += 1
      skipped?.hasContent = true
      return
    }
    if name == .other, plan == nil {
      let parent = tree.innermost
      if parent == .invoolist { openOrders += 1 }
      skipped = SkippedElement(name: spelled.string, parent: parent, place: place)
      return
    }
    if name == .inv401k || name == .inv401kbal, plan == nil { plan = tree.open.count }
    if name == .invstmtrs || name == .stmtrs { beginStatement() }
    tree.start(name, spelled: spelled, at: place)
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard skipped == nil else { return }
    if let name = tree.innermost, name.role == .leaf || plan != nil {
      tree.add(bytes)
    } else if !bytes.isBlank {
      findings.add(
        .note, "ofx-stray-text", "text stands between elements: “\(bytes.excerpt)”",
        at: tree.open.last.map { tree.nodes[Int($0)].place }, element: tree.innermost?.spelling,
        remedy: "It is passed over.")
    }
  }

  mutating func end() {
    if let element = skipped {
      skipped?.depth -= 1
      guard element.depth == 1 else { return }
      skipped = nil
      noteSkipped(element)
      return
    }
    guard let index = tree.end() else { return }
    if plan == tree.open.count { plan = nil }
    let name = tree.nodes[index].name
    switch name.role {
    case .leaf: return
    case .transaction, .position, .security:
      readRow(name, index)
      tree.cut(from: index)
    case .list, .aggregate: endAggregate(name, index)
    }
  }

  mutating func breakOff(at place: Place) { isBrokenOff = true }

  private mutating func endAggregate(_ name: ElementName, _ index: Int) {
    switch name {
    case .status: readStatus(index)
    case .fi: institution = string(.org, in: index) ?? string(.fid, in: index)
    case .stmttrn where tree.innermost != .invbanktran:
      if tree.isOpen(.invstmtrs) {
        readRow(.invbanktran, index)
      } else if tree.isOpen(.stmtrs) {
        readRow(.stmttrn, index)
      } else {
        skipRow(
          index,
          tree.isOpen(.ccstmtrs) ? DeclinedStatements.reason : "it stands outside of a statement")
      }
      tree.cut(from: index)
    case .ccstmtrs:
      decline(index, "a credit-card statement")
      tree.cut(from: index)
    case .bankmsgsrsv1, .creditcardmsgsrsv1: declined.hasBankAnswer = true
    case .profmsgsrsv1: declined.hasProfile = true
    case .signupmsgsrsv1: declined.hasAccountList = true
    case .invacctinfo: noteAccountKind(index)
    case .invstmtrs, .stmtrs:
      endStatement(index)
      tree.cut(from: index)
    default: break
    }
  }

  private mutating func readRow(_ name: ElementName, _ index: Int) {
    ordinals[Int(name.rawValue)] += 1
    guard name.role != .security else { return readSecurity(name, index) }
    if statement == nil {
      findings.add(
        .warning, "ofx-row-outside-statement", "\(name.spelling) stands outside of a statement",
        at: tree.nodes[index].place, remedy: "Say in household.yaml whose account it belongs to.")
      beginStatement()
    }
    if isBrokenOff {
      isBrokenOff = false
      skipRow(index, "the file ends inside \(name.spelling)")
    } else if name.role == .position {
      readPosition(name, index)
    } else {
      readTransaction(name, index)
    }
  }

  mutating func beginStatement() {
    if statement != nil { endStatement(nil) }
    var next = ParsedStatement(account: PrintedAccount(number: "", broker: ""))
    if file.statements.isEmpty { next.entries.reserveCapacity(expectedEntries) }
    statement = next
    for index in ordinals.indices { ordinals[index] = 0 }
  }

  /// An unknown element among the rows of a statement may be a transaction of a kind that Hearth does not know.
  private mutating func noteSkipped(_ element: SkippedElement) {
    guard element.hasContent, element.parent == .invtranlist || element.parent == .invposlist else { return }
    file.rows.meet()
    file.rows.skip(line: Int(element.place.line), "\(element.name) is not a known kind of row")
    findings.add(
      .warning, "ofx-unknown-row", "“\(element.name)” is no transaction or position of OFX 2.3",
      at: element.place, element: element.parent?.spelling,
      remedy: "Write down what it did with “hearth record”, and report the element.")
  }

  /// Counts a row that is not used, with the reason.
  mutating func skipRow(_ index: Int, _ reason: String) {
    file.rows.meet()
    file.rows.skip(line: Int(tree.nodes[index].place.line), reason)
  }

  mutating func useRow(as use: RowCount.Use) {
    file.rows.meet()
    file.rows.use(use)
  }
}
