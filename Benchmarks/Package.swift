// swift-tools-version: 6.2
// Measurements and fuzzing: a package of its own, so that nothing of it reaches the product.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What libFuzzer calls, `LLVMFuzzerTestOneInput`, in a library that `fuzz.sh` links with libFuzzer's `main`.
///
/// Not `swift build --sanitize fuzzer`, which would give every tool of the build that `main`.
func fuzzer(_ name: String) -> Target {
  .target(
    name: name, dependencies: [.product(name: "Importers", package: "hearth")], path: "Sources/Fuzzing/\(name)",
    swiftSettings: settings + [.unsafeFlags(["-sanitize=fuzzer"])])
}

let fuzzers = ["fuzz-ofx", "fuzz-sgml", "fuzz-csv", "fuzz-profiles"]

let package = Package(
  name: "hearth-benchmarks",
  products: fuzzers.map { .library(name: $0, type: .static, targets: [$0]) },
  dependencies: [.package(name: "hearth", path: "..")],
  targets: [
    // Statements of any length, the same for the same seed.
    .executableTarget(name: "generate-statements", path: "Sources/GenerateStatements", swiftSettings: settings)
  ] + fuzzers.map(fuzzer),
  swiftLanguageModes: [.v6]
)
