import Foundation

/// What `Package.swift` says of the modules: the one table that the sources are held to.
struct Manifest {
  struct Module {
    let name: String
    /// The folder below the checkout.
    let path: String
    /// Modules of this package and products of others.
    let dependencies: [String]
  }

  /// In the order of the table.
  let modules: [Module]
  /// Products of other packages, by the name that the table gives them: `grdb` is `GRDB`.
  let products: [String: String]

  static func read() throws -> Manifest { Manifest(try Checkout.text("Package.swift")) }

  init(_ manifest: String) {
    var products: [String: String] = [:]
    for match in manifest.matches(of: /let (\w+): Target.Dependency = .product\(name: "(\w+)"/) {
      products[String(match.1)] = String(match.2)
    }
    self.products = products
    let table = Self.section("let modules: [Target] = [", of: manifest)
    let starts = table.matches(of: /(?:module|\.systemLibrary|\.executableTarget)\(\s*(?:name: )?"(\w+)"/)
    modules = starts.enumerated().map { index, match in
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : table.endIndex
      return Self.module(String(match.1), table[match.range.upperBound..<end], products)
    }
  }

  /// The text from `start` to the next mark.
  private static func section(_ start: String, of manifest: String) -> Substring {
    guard let begin = manifest.range(of: start) else { return "" }
    let rest = manifest[begin.upperBound...]
    return rest[..<(rest.range(of: "// MARK:")?.lowerBound ?? rest.endIndex)]
  }

  private static func module(_ name: String, _ entry: Substring, _ products: [String: String]) -> Module {
    let list = entry.firstMatch(of: /^,\s*(?:dependencies:\s*)?\[([^\]]*)\]/)?.1 ?? ""
    let words = list.split { ",\n ".contains($0) }.map(String.init)
    let dependencies = words.map { $0.hasPrefix("\"") ? String($0.dropFirst().dropLast()) : products[$0] ?? $0 }
    let path = entry.firstMatch(of: /(?:at|path): "([^"]+)"/).map { String($0.1) } ?? "Sources/\(name)"
    return Module(name: name, path: path, dependencies: dependencies)
  }

  func module(_ name: String) -> Module? { modules.first { $0.name == name } }

  /// The modules that declare a dependency on `name`.
  func importers(of name: String) -> [String] { modules.filter { $0.dependencies.contains(name) }.map(\.name) }
}
