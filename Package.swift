// swift-tools-version: 6.2
// The architecture as a table: Sources decides, Importers reads, Schemas remembers.
// A module imports only what stands above it here; Tests/ArchitectureTests holds every source file to that.
import PackageDescription

// MARK: Dependencies (exact versions: Package.resolved is not kept)

let dependencies: [Package.Dependency] = [
  // The ledger: typed SQLite with migrations and savepoints.
  .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  // The command line: parsing, help and shell completions.
  .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  // household.yaml and importer profiles, with the line of every value.
  .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  // Powers and the error function, the same on every machine.
  .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
  // The local page: sockets without blocking (the HTTP of that package links curl and bounds no header, so ours is above them).
  .package(url: "https://github.com/swhitty/FlyingFox.git", exact: "0.27.1"),
  // The page's templates, whose values are escaped.
  .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
]
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let realModule: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

// MARK: HiGHS, unpacked by `make setup` under .deps (in no Debian package)

let highs = Context.packageDirectory + "/.deps"
// Whoever imports HiGHSSolver is shown the C module behind it, so the search path goes along.
let highsCompile: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-I\(highs)/include/highs"])]
let highsLink: [LinkerSetting] = [
  .unsafeFlags([
    "-L\(highs)/lib", "-Xlinker", "-rpath", "-Xlinker", "\(highs)/lib",
    "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib",  // an installed bin/hearth beside lib/libhighs.so
  ])
]

// MARK: The language, as strict as it gets

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),  // a box looks like one
  .enableUpcomingFeature("InternalImportsByDefault"),  // a module's face names what it passes on
  .enableUpcomingFeature("MemberImportVisibility"),  // no member without its import
  .treatAllWarnings(as: .error),
]

// `Benchmarks/fuzz.sh` sets this, so that libFuzzer sees which paths of the readers an input takes.
let coverage: [SwiftSetting] =
  Context.environment["HEARTH_FUZZING"] == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer"])]

// MARK: The modules, from the ground up

let modules: [Target] = [
  // L0: no knowledge of households
  module("Measures"),
  module("Diagnostics"),
  module("MixedInteger"),
  module("Schemas", at: "Schemas", exclude: ["Migrations", "Outputs", "ledger.sql", "README.md"], embeds: true),
  .systemLibrary(name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0"),
  .systemLibrary(name: "CHiGHS", path: "Sources/CHiGHS"),
  // L1: the words
  module("PortfolioModel", ["Measures"]),
  module("Statements", ["Measures", "Diagnostics"]),
  module("TimeSeries", ["Measures"]),
  module("HiGHSSolver", ["MixedInteger", "CHiGHS"], compile: highsCompile, link: highsLink),
  // L2: one subject each
  module("ImporterCSV", ["Statements", "Measures", "Diagnostics"], at: "Importers/CSV"),
  module("ImporterOFX", ["Statements", "Measures", "Diagnostics", "CLibXML2"], at: "Importers/OFX"),
  module("Allocation", ["PortfolioModel", "Measures"]),
  module("Taxes", ["PortfolioModel", "Measures"]),
  module("Signals", ["TimeSeries", "Measures", realModule]),
  // L3
  module(
    "Importers", ["ImporterCSV", "ImporterOFX", "Statements", "Measures", "Diagnostics", yams],
    at: "Importers/Brokers", exclude: ["Profiles"], embeds: true),
  module("Booking", ["PortfolioModel", "Taxes", "Measures", "Diagnostics"]),
  module("Performance", ["PortfolioModel", "Taxes", "Measures", realModule]),
  module("Policy", ["Allocation", "PortfolioModel", "Measures"]),
  module("Backtesting", ["Signals", "TimeSeries", "Measures", realModule]),
  // L4
  module(
    "Ledger",
    [
      "Statements", "TimeSeries", "Booking", "Performance", "Schemas", "PortfolioModel", "Taxes", "Measures",
      "Diagnostics", grdb,
    ]),
  module(
    "HouseholdFile", ["Policy", "Allocation", "Taxes", "Statements", "PortfolioModel", "Measures", "Diagnostics", yams]),
  module(
    "Rebalancing", ["Policy", "Allocation", "Taxes", "MixedInteger", "PortfolioModel", "Measures", "Diagnostics"]),
  // Rules as readable stories, which the tests and `hearth verify-rules` run.
  module(
    "Scenarios", ["Booking", "Taxes", "PortfolioModel", "Measures"], exclude: ["Stories"], embeds: true),
  // L5
  module("CaseFile", ["Rebalancing", "Policy", "Taxes", "PortfolioModel", "Measures", "Diagnostics"]),
  module(
    "Workflows",
    [
      "Importers", "Ledger", "HouseholdFile", "CaseFile", "Rebalancing", "Backtesting", "Signals", "TimeSeries",
      "Performance", "Allocation", "Policy", "Taxes", "Booking", "Statements", "PortfolioModel", "MixedInteger",
      "Measures", "Diagnostics",
    ], exclude: ["DemoHousehold"], embeds: true),
  module(
    "Reports",
    [
      "Statements", "Booking", "Scenarios", "Performance", "Allocation", "Policy", "Taxes", "Rebalancing",
      "Backtesting", "Signals", "TimeSeries", "MixedInteger", "PortfolioModel", "Measures", "Diagnostics",
    ]),
  // L6
  module(
    "WebPage",
    [
      "Workflows", "Reports", "HouseholdFile", "Rebalancing", "Allocation", "Policy", "Statements", "PortfolioModel",
      "MixedInteger", "Measures", "Diagnostics", flyingSocks, mustache,
    ], exclude: ["Templates", "Assets"], embeds: true),
  // L7
  .executableTarget(
    name: "hearth",
    dependencies: [
      "WebPage", "Workflows", "Reports", "Scenarios", "HiGHSSolver", "HouseholdFile", "Rebalancing", "Backtesting",
      "TimeSeries",
      "Allocation", "Policy", "Taxes", "Statements", "PortfolioModel", "MixedInteger", "Measures", "Diagnostics",
      argumentParser,
    ],
    swiftSettings: settings + highsCompile),
]

// MARK: Tests: TestSupport, one target per module, the rules of this table, and the commands as a user sees them

let tests: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["Measures", "Diagnostics", "PortfolioModel"], path: "Tests/TestSupport",
    swiftSettings: settings),
  tests("Measures"),
  tests("Diagnostics"),
  tests("ImporterOFX", ["Statements", "Measures", "Diagnostics"]),
  tests("ImporterCSV", ["Statements", "Measures", "Diagnostics"]),
  tests("Importers", ["Statements", "Measures", "Diagnostics", "Workflows"], exclude: ["Expected"]),
  tests("Taxes", ["PortfolioModel", "Measures"]),
  tests("Booking", ["Scenarios", "PortfolioModel", "Taxes", "Measures", "Diagnostics"]),
  tests("Scenarios"),
  tests("Performance", ["PortfolioModel", "Measures"]),
  tests(
    "Ledger",
    [
      "Allocation", "Booking", "Performance", "Schemas", "Statements", "PortfolioModel", "Taxes", "Measures",
      "Diagnostics", grdb,
    ]),
  tests("Allocation", ["PortfolioModel", "Measures"]),
  tests("Policy", ["Allocation", "PortfolioModel", "Measures"]),
  tests("TimeSeries", ["Measures"]),
  tests("Signals", ["TimeSeries", "Measures"]),
  tests("Backtesting", ["Signals", "TimeSeries", "Measures"]),
  tests(
    "HouseholdFile",
    ["Rebalancing", "Statements", "Policy", "Allocation", "Taxes", "PortfolioModel", "Measures", "Diagnostics"]),
  tests(
    "Rebalancing",
    [
      "CaseFile", "HiGHSSolver", "MixedInteger", "Policy", "Allocation", "Taxes", "PortfolioModel", "Measures",
      "Diagnostics",
    ], compile: highsCompile),
  tests("CaseFile", ["Rebalancing", "Policy", "Taxes", "PortfolioModel", "Measures", "Diagnostics"]),
  tests("Reports", ["Booking", "PortfolioModel", "Measures", "Diagnostics"]),
  tests(
    "Workflows",
    [
      "HiGHSSolver", "Importers", "Ledger", "HouseholdFile", "Rebalancing", "CaseFile", "Reports", "Backtesting",
      "Signals", "TimeSeries", "Allocation", "Policy", "Statements", "PortfolioModel", "MixedInteger", "Measures",
      "Diagnostics",
    ], exclude: ["Fixtures"], compile: highsCompile),
  tests(
    "WebPage",
    [
      "Workflows", "Reports", "HiGHSSolver", "HouseholdFile", "Rebalancing", "Allocation", "Policy", "Statements",
      "PortfolioModel", "MixedInteger", "Measures", "Diagnostics",
    ], compile: highsCompile),
  .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests", swiftSettings: settings),
  .testTarget(
    name: "CommandTests", dependencies: ["hearth", "TestSupport"], path: "Tests/CommandTests", exclude: ["validate.py"],
    swiftSettings: settings + highsCompile),
]

// MARK: Text files inside the binary: migrations, importer profiles, the demo household

let embedding: [Target] = [
  .executableTarget(name: "EmbedText", swiftSettings: settings),
  .plugin(
    name: "EmbedTextPlugin", capability: .buildTool(), dependencies: ["EmbedText"], path: "Sources/EmbedTextPlugin"),
]

// MARK: How modules are made

/// - Parameter embeds: whether the text files in its folders (see `EmbedTextPlugin`) become `EmbeddedText.files`.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], at path: String? = nil, exclude: [String] = [],
  embeds: Bool = false, compile: [SwiftSetting] = [], link: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude,
    swiftSettings: settings + coverage + compile, linkerSettings: link,
    plugins: embeds ? ["EmbedTextPlugin"] : [])
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], compile: [SwiftSetting] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: settings + compile)
}

let package = Package(
  name: "hearth",
  products: [
    .executable(name: "hearth", targets: ["hearth"]),
    // For `Benchmarks/` alone, whose fuzzers call the readers directly.
    .library(name: "Importers", targets: ["Importers", "ImporterCSV", "ImporterOFX", "Statements", "Diagnostics"]),
  ],
  dependencies: dependencies,
  targets: modules + embedding + tests,
  swiftLanguageModes: [.v6]
)
