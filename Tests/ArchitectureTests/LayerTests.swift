import Testing

@Suite("Layers")
struct LayerTests {
  let manifest: Manifest

  init() throws { manifest = try Manifest.read() }

  @Test("the table of modules is read: every module has its folder, hearth is the last")
  func table() throws {
    #expect(manifest.modules.count >= 23)
    #expect(manifest.modules.last?.name == "hearth")
    #expect(manifest.products["grdb"] == "GRDB")
    #expect(manifest.module("Ledger")?.dependencies.contains("GRDB") == true)
    #expect(manifest.module("ImporterOFX")?.path == "Importers/OFX")
    for module in manifest.modules where !module.name.hasPrefix("C") || module.name == "CaseFile" {
      #expect(try !SourceFile.all(in: module.path).isEmpty, "\(module.name) has no source in \(module.path)")
    }
  }

  @Test("a module depends only on what stands above it, so there is no circle")
  func order() {
    var known = Set(manifest.products.values)
    for module in manifest.modules {
      for dependency in module.dependencies {
        #expect(known.contains(dependency), "\(module.name) depends on \(dependency), which does not stand above it")
      }
      known.insert(module.name)
    }
  }

  @Test("a file imports only what the table lists for its module")
  func imports() throws {
    let system: Set = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]
    for module in manifest.modules {
      let allowed = Set(module.dependencies).union(system)
      for file in try SourceFile.all(in: module.path) {
        for (line, name) in file.imports {
          #expect(allowed.contains(name), "\(file.path):\(line) imports \(name), which the table does not list")
        }
      }
    }
  }

  @Test("the modules that decide import neither Foundation nor Glibc: no clock, no disk, no locale, no chance")
  func pure() throws {
    let pure = [
      "Measures", "PortfolioModel", "Allocation", "Policy", "Taxes", "Booking", "MixedInteger", "Rebalancing",
    ]
    for name in pure {
      let module = try #require(manifest.module(name))
      for file in try SourceFile.all(in: module.path) {
        for (line, name) in file.imports {
          #expect(manifest.module(name) != nil, "\(file.path):\(line) imports \(name)")
        }
      }
    }
  }

  @Test(
    "every foreign library has its one importer; YAML has two",
    arguments: [
      ("GRDB", ["Ledger"]), ("ArgumentParser", ["hearth"]), ("CHiGHS", ["HiGHSSolver"]),
      ("CLibXML2", ["ImporterOFX"]), ("Yams", ["Importers", "HouseholdFile"]), ("FlyingSocks", ["WebPage"]),
      ("Mustache", ["WebPage"]),
    ])
  func foreign(library: String, importers: [String]) {
    #expect(manifest.importers(of: library) == importers)
  }

  @Test("every product of another package is covered by the rule above")
  func products() {
    #expect(
      Set(manifest.products.values) == ["GRDB", "ArgumentParser", "Yams", "RealModule", "FlyingSocks", "Mustache"])
  }

  @Test("only workflows know the importers, and the ledger knows no file format")
  func importers() {
    #expect(manifest.importers(of: "Importers") == ["Workflows"])
    for format in ["ImporterCSV", "ImporterOFX"] { #expect(manifest.importers(of: format) == ["Importers"]) }
  }
}
