/// A place in the text, both counted from 1.
struct Place: Sendable, Equatable {
  var line: Int32 = 1
  var column: Int32 = 1
}

/// What takes the events of a document, from whichever reader of markup; every start has its end.
protocol EventConsumer {
  /// - Parameter spelled: the name as the file writes it.
  mutating func start(_ name: ElementName, spelled: Span<UInt8>, at place: Place)
  /// Text with references resolved; that of one element may come in pieces.
  mutating func text(_ bytes: Span<UInt8>)
  mutating func end()
  /// The document breaks off here; the ends that follow are not its own.
  mutating func breakOff(at place: Place)
}
