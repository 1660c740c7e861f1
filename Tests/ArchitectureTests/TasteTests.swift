import Testing

@Suite("Taste")
struct TasteTests {
  static func sources() throws -> [SourceFile] {
    try ["Sources", "Importers", "Schemas"].flatMap { try SourceFile.all(in: $0) }
  }

  /// Where a binary fraction may stand: where a program is built and solved, where JSON numbers are read or written, and in statistics
  /// of series, which are no account book.
  static let doublePlaces = [
    "Sources/Measures/FixedPoint+Double.swift", "Sources/MixedInteger/", "Sources/HiGHSSolver/", "Sources/CaseFile/",
    "Sources/Rebalancing/Program/", "Sources/Rebalancing/Solving/", "Sources/Reports/Views/ProposalReport",
    "Sources/hearth/SearchOptions.swift", "Sources/hearth/Commands/BacktestCommand.swift", "Sources/TimeSeries/",
    "Sources/Ledger/Ledger+Series.swift", "Sources/Workflows/Series/", "Sources/Reports/Series/",
    "Sources/Signals/", "Sources/Backtesting/", "Sources/Performance/",
  ]

  @Test("Double stands only where a program is built for the solver, where JSON is read, and over series")
  func double() throws {
    for file in try Self.sources() where !Self.doublePlaces.contains(where: { file.path.hasPrefix($0) }) {
      let places = file.places(of: ["Double", "Float"])
      #expect(places.isEmpty, "\(places)")
    }
  }

  /// The faces of modules that are named for what they make; nothing outside needs to write `Module.Type` for these.
  static let faces: Set = ["Ledger", "HouseholdFile", "CaseFile", "HiGHSSolver"]

  @Test("no type carries its module's name, but for the faces that are the module's one subject")
  func moduleNames() throws {
    for module in try Manifest.read().modules where !Self.faces.contains(module.name) {
      for file in try SourceFile.all(in: module.path) {
        for (line, name) in file.types { #expect(name != module.name, "\(file.path):\(line)") }
      }
    }
  }

  @Test("types are named for what they are")
  func typeNames() throws {
    let vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Service"]
    for file in try Self.sources() {
      for (line, name) in file.types {
        #expect(!vague.contains { name.hasSuffix($0) }, "\(file.path):\(line) \(name)")
      }
    }
  }

  @Test("no file is longer than 350 lines")
  func length() throws {
    for file in try Self.sources() + SourceFile.all(in: "Tests") {
      #expect(file.lineCount <= 350, "\(file.path) has \(file.lineCount) lines")
    }
  }

  @Test("nothing is forced: no try!, as!, fatalError; no promise to the compiler outside the C boundaries")
  func force() throws {
    let boundaries = ["Sources/HiGHSSolver/", "Importers/OFX/"]
    for file in try Self.sources() {
      #expect(file.places(of: ["try!", "as!", "fatalError"]).isEmpty, "\(file.path)")
      if !boundaries.contains(where: { file.path.hasPrefix($0) }) {
        #expect(file.places(of: ["@unchecked", "unsafe"]).isEmpty, "\(file.path)")
      }
    }
  }
}
