public import Diagnostics
public import Statements

/// The profiles that read brokers' files: `hearth importers list`.
public struct ImportersReport: Report {
  public let profiles: [KnownProfile]
  public let diagnostics: [Diagnostic]

  public init(_ profiles: [KnownProfile], diagnostics: [Diagnostic] = []) {
    self.profiles = profiles
    self.diagnostics = diagnostics
  }

  /// The document `hearth.importers/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.importers/1"),
      "profiles": .array(profiles.map(\.json)),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([.text("Profile"), .text("Broker"), .text("Reads", flexible: true), .text("From")])
    for profile in profiles {
      let about = profile.isUsable ? profile.about ?? "" : "has mistakes and reads nothing"
      table.add([profile.name, profile.broker, about, profile.file ?? "Hearth"])
    }
    return table.rendered(style)
  }
}

extension KnownProfile {
  var json: JSONValue {
    .object([
      "name": .string(name), "broker": .string(broker), "about": .text(about), "file": .text(file),
      "usable": .bool(isUsable),
    ])
  }
}
