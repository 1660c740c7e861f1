import Measures
import PortfolioModel

/// A box of Form 8949 and the line of Schedule D that takes its sum (Instructions for Form 8949 and for Schedule D, 2025).
///
/// Digital assets have boxes of their own since 2025 (G to L), which are not told: nothing here says what is one.
public enum ScheduleDLine: String, Sendable, Hashable, CaseIterable {
  case line1b = "1b"
  case line2 = "2"
  case line3 = "3"
  case line8b = "8b"
  case line9 = "9"
  case line10 = "10"

  public var box: String {
    switch self {
    case .line1b: "A"
    case .line2: "B"
    case .line3: "C"
    case .line8b: "D"
    case .line9: "E"
    case .line10: "F"
    }
  }
}

extension GainsOfYear.Line {
  /// Where the line belongs; `nil` where its term is not known.
  public var scheduleDLine: ScheduleDLine? {
    realised.isLongTerm.map { isLongTerm in
      switch report {
      case .basis: isLongTerm ? .line8b : .line1b
      case .proceeds: isLongTerm ? .line9 : .line2
      case .nothing: isLongTerm ? .line10 : .line3
      }
    }
  }
}

extension GainsOfYear {
  /// The lines of Schedule D that something belongs to, with the sums of what is known.
  public var scheduleD: [(line: ScheduleDLine, total: Total)] {
    ScheduleDLine.allCases.compactMap { place in
      let found = lines.filter { $0.scheduleDLine == place }
      return found.isEmpty ? nil : (place, Self.total(of: found))
    }
  }
}
