public import Statements

/// The securities of the ledger under all their names: `hearth securities`.
public struct SecuritiesReport: Report {
  public let listing: SecurityListing

  public init(_ listing: SecurityListing) { self.listing = listing }

  /// The document `hearth.securities/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.securities/1"),
      "securities": .array(
        listing.entries.map { entry in
          .object([
            "id": .string(entry.id), "name": .string(entry.name), "names": .array(entry.names.map { .string($0) }),
            "described": .bool(entry.isDescribed),
          ])
        }),
      "offers": .array(
        listing.offers.map {
          .object(["first": .string($0.first), "second": .string($0.second), "reason": .string($0.reason)])
        }),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([.text("Security"), .text("Name", flexible: true), .text("As statements print it")])
    for entry in listing.entries {
      let name = entry.name == entry.id ? "" : entry.name
      table.add([entry.id, name, entry.names.first ?? ""])
      for other in entry.names.dropFirst() { table.add(["", "", other]) }
    }
    var output = table.rendered(style)
    if !listing.offers.isEmpty { output += "\n" }
    for offer in listing.offers {
      output += style.warning("\(offer.first) and \(offer.second) look like one security: they \(offer.reason).") + "\n"
      output += "  → hearth securities merge \(offer.first) \(offer.second)\n"
    }
    return output
  }
}
