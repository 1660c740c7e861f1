/// The securities that a ledger knows, under all their names, and which of them look like one.
public struct SecurityListing: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    /// What Hearth calls it.
    public let id: String
    public let name: String
    /// As statements print it: `CUSIP:922908769`, `PRIVATE:1234 (fidelity)`.
    public let names: [String]
    /// Whether household.yaml describes it.
    public let isDescribed: Bool

    public init(id: String, name: String, names: [String], isDescribed: Bool) {
      self.id = id
      self.name = name
      self.names = names
      self.isDescribed = isDescribed
    }
  }

  /// Two securities that look like one; whether they are is for a person to say.
  public struct Offer: Sendable, Hashable {
    public let first: String
    public let second: String
    /// Why, as the end of a sentence: “have the same name”.
    public let reason: String

    public init(first: String, second: String, reason: String) {
      self.first = first
      self.second = second
      self.reason = reason
    }
  }

  public let entries: [Entry]
  public let offers: [Offer]

  public init(entries: [Entry], offers: [Offer]) {
    self.entries = entries
    self.offers = offers
  }
}

/// Two names of which a person says that they are one security; it enters the ledger as a file, and is undone like one.
public struct SecurityMerge: Sendable, Hashable {
  public let first: SecurityReference
  public let second: SecurityReference

  public init(_ first: SecurityReference, _ second: SecurityReference) {
    self.first = first
    self.second = second
  }

  /// What is told, in one line.
  public var title: String { "by hand: \(first.titled) and \(second.titled) are one security" }

  /// The fact as a file's list of securities would state it.
  public var file: ParsedFile {
    var file = ParsedFile(file: title, format: .csv, profile: HandWrittenFact.institution)
    file.securities = [PrintedSecurity(first, aliases: [second])]
    file.rows.meet()
    file.rows.use(.price)
    return file
  }
}

extension SecurityReference {
  fileprivate var titled: String { description + (institution.map { $0.isEmpty ? "" : " (\($0))" } ?? "") }
}
