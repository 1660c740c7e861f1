import Booking
import Foundation

/// A rule of taxes or of lots as a short story in text: what happens, and what follows by the law that it names.
///
/// The stories are files of this module, part of the program: what the tests hold the code to is what a user can read and run.
public struct Scenario: Sendable, CustomStringConvertible {
  public enum Kind: String, Sendable, CaseIterable {
    /// Which lots a sale takes, and what a position's lots and gains are then.
    case lots
    /// Losses that replacements disallow, over all accounts of a household.
    case washSales = "wash-sales"
    /// The tax of a return.
    case returns

    fileprivate var folder: String {
      switch self {
      case .lots: "Stories/Lots/"
      case .washSales: "Stories/WashSales/"
      case .returns: "Stories/Returns/"
      }
    }

    /// The lines of each story of this kind.
    var blocks: [[String]] {
      EmbeddedText.files.filter { $0.name.hasPrefix(folder) }.flatMap { Story.blocks(in: $0.text) }
    }
  }

  public let kind: Kind
  public let title: String
  /// The rule and where it stands.
  public let source: String
  /// All lines.
  public let lines: [String]
  /// What follows, as the story says.
  public let expected: [String]
  /// What follows, as the program reckons it.
  public let found: [String]

  public var description: String { title }
  public var holds: Bool { expected == found }

  /// The title as one word: `a-chain-of-three`.
  public var name: String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// All scenarios, each reckoned: lots first, then wash sales, then returns.
  ///
  /// - Throws: where a story cannot be read, which no released program does.
  public static func all() throws -> [Scenario] {
    try Kind.allCases.flatMap { kind in try kind.blocks.map { try Scenario(kind, $0) } }
  }

  init(_ kind: Kind, _ lines: [String]) throws {
    self.kind = kind
    self.lines = lines
    switch kind {
    case .lots:
      let story = try Story(lines: lines)
      (title, source, expected) = (story.title, story.source, story.booked)
      found = BookedPosition(folding: story.events, method: story.method).told
    case .washSales:
      let story = try WashStory(lines: lines)
      (title, source, expected, found) = (story.title, story.source, story.booked, story.told)
    case .returns:
      let story = try ReturnStory(lines: lines)
      (title, source, expected, found) = (story.title, story.source, story.owed, try story.told)
    }
  }
}
