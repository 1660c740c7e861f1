import Foundation
public import Measures

extension SharedCorpus {
  /// The days and numbers of `policy/data/<name>.csv`; `nil` where the folder is absent.
  public static func observations(_ name: String) throws -> [(day: Day, value: Double)]? {
    guard let folder = folder("policy/data") else { return nil }
    let text = try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",", maxSplits: 2)
      guard cells.count > 1, let day = Day(cells[0]), let value = Double(cells[1]) else { return nil }
      return (day, value)
    }
  }

  /// `policy/expected/<name>.json` as the given type.
  public static func expected<Expected: Decodable>(_ name: String, as type: Expected.Type) throws -> Expected? {
    guard let folder = folder("policy/expected") else { return nil }
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return try JSONDecoder().decode(type, from: data)
  }
}
