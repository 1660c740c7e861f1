import Allocation
import Diagnostics
import Measures
import Policy
import PortfolioModel
import Taxes
import Yams

/// Reads the sections of a household file in an order in which each one knows the names it refers to.
struct HouseholdReader {
  var reader: FileReader
  var members: [Member] = []
  var classes: [AssetClass] = []
  var tree = ClassTree([])
  /// Which of the household's classes stands for a built-in one, where its own tree has another name for it.
  var classForBuiltIn: [AssetClassID: AssetClassID] = [:]
  /// Which leaf of the household's tree each built-in leaf falls under, once the classes are read.
  var leafForBuiltIn: [AssetClassID: AssetClassID] = [:]
  var securities: [Security] = []
  var accounts: [Account] = []
  var automatic: [AccountID: AutomaticRebalancing] = [:]
  var taxReturns: [TaxReturnProfile] = []
  var taxReturnMembers: [TaxReturnID: [MemberID]] = [:]

  static let sections = [
    "household", "members", "accounts", "securities", "classes", "cash_class", "bands", "targets", "tax_returns",
    "rebalance", "scheduled_buys", "glide_path", "goals", "tilt",
  ]

  init(file: String) { reader = FileReader(file: file) }

  mutating func document(from root: Element) -> HouseholdDocument {
    let top = reader.fields(of: root, known: Self.sections)
    let about = top["household"].map { reader.fields(of: $0, known: ["name", "currency"]) }
    let name = reader.text(about?["name"]) ?? "Household"
    let currency = currency(about?["currency"]) ?? "USD"
    readMembers(top["members"])
    readClasses(top["classes"])
    let cashClass = cashClass(top["cash_class"], in: root)
    let described = readSecurities(top["securities"])
    readTaxReturns(top["tax_returns"])
    readAccounts(top["accounts"], described: described)
    let scheduled = scheduledBuys(top["scheduled_buys"])
    var policy = readPolicy(targets: top["targets"], bands: top["bands"])
    readRebalance(top["rebalance"], into: &policy)
    policy.glidePath = glidePath(top["glide_path"])
    policy.goals = goals(top["goals"], band: policy.band)
    if policy.history.isEmpty { reportNesting(of: policy.goals, top["goals"]) }
    policy.automatic = automatic
    policy.tilt = tilt(top["tilt"], of: policy)
    let household = Household(
      name: name, members: members, accounts: accounts, securities: securities, assetClasses: classes,
      cashClass: cashClass, baseCurrency: currency)
    var document = HouseholdDocument(
      household: household, policy: policy, taxReturns: taxReturns, scheduledBuys: scheduled)
    document.ownClasses = leafForBuiltIn
    return document
  }

  private mutating func currency(_ element: Element?) -> String? {
    guard let element, let text = reader.text(element) else { return nil }
    if text.utf8.count == 3, text.utf8.allSatisfy({ (65...90).contains($0) }) { return text }
    reader.report(
      "household-bad-currency", "“\(text)” is not a currency code", element, remedy: "Write three capitals: USD.")
    return nil
  }

  private mutating func readMembers(_ element: Element?) {
    guard let element else { return }
    for entry in reader.entries(of: element) {
      if let name = entry.value.scalar, !entry.value.isAbsent {
        members.append(Member(id: MemberID(entry.name), name: name))
        continue
      }
      let fields = reader.fields(of: entry.value, known: ["name", "born", "retires", "employer"])
      members.append(
        Member(
          id: MemberID(entry.name), name: reader.text(fields["name"]) ?? entry.name,
          birthDay: reader.day(fields["born"]), retirementYear: reader.wholeNumber(fields["retires"], in: 1950...2150),
          employer: reader.text(fields["employer"])))
    }
  }

  // MARK: References

  /// A name that must be one of `known`; otherwise an error with the nearest.
  mutating func reference(_ element: Element?, to what: String, among known: [String]) -> String? {
    guard let element, let name = reader.text(element) else { return nil }
    return checked(name, at: element, to: what, among: known) ? name : nil
  }

  mutating func checked(_ name: String, at element: Element, to what: String, among known: [String]) -> Bool {
    if known.contains(name) { return true }
    let remedy =
      if let meant = reader.nearest(to: name, among: known) {
        "Did you mean “\(meant)”?"
      } else if known.isEmpty {
        "Describe the \(what) first; the file has none."
      } else {
        "Name one of: \(known.prefix(20).joined(separator: ", "))."
      }
    reader.report("household-unknown-reference", "there is no \(what) “\(name)”", element, remedy: remedy)
    return false
  }
}
