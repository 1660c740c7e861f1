import Foundation
import Testing

@Suite("The schemas of the outputs")
struct OutputSchemaTests {
  static let folder = "Schemas/Outputs"

  static var names: [String] {
    let folder = Checkout.root.appending(path: folder)
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private struct Schema: Decodable {
    struct Properties: Decodable {
      struct Constant: Decodable { let const: String }
      let schema: Constant
    }
    let id: String
    let title: String
    let required: [String]
    let properties: Properties

    enum CodingKeys: String, CodingKey {
      case id = "$id"
      case title, required, properties
    }
  }

  @Test("there are schemas") func some() { #expect(Self.names.count >= 9) }

  @Test("each is JSON that names itself as its documents do: hearth.NAME/VERSION", arguments: names)
  func identity(name: String) throws {
    let text = try Checkout.text("\(Self.folder)/\(name)")
    let schema = try JSONDecoder().decode(Schema.self, from: Data(text.utf8))
    #expect(schema.id == schema.properties.schema.const)
    #expect(schema.id.hasPrefix("hearth." + name.prefix { $0 != "." } + "/"))
    #expect(schema.required.contains("schema"))
    #expect(!schema.title.isEmpty)
  }
}
