/// What one browser may ask of this server.
public struct Limits: Sendable {
  /// Bytes of the head of a request.
  public var head = 16 << 10
  /// Bytes of a form without files.
  public var form = 1 << 20
  /// Bytes of statements sent at once.
  public var upload = 256 << 20
  /// Connections at one time; a further one waits until another ends.
  public var connections = 256
  /// How long the head of a request may take, and a connection may wait for one.
  public var headTime = Duration.seconds(10)
  /// How long a body, or the taking of a response, may stand still.
  public var stillTime = Duration.seconds(20)

  /// How long after a refusal the rest of a body may stand still before the connection is closed.
  public var lingerTime = Duration.seconds(2)

  public init() {}
}
