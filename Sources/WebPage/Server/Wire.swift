import FlyingSocks
import Foundation

/// The bytes of one connection. A connection that does not move in time is shut, so that every wait ends.
struct Wire {
  private let socket: Socket
  private let pool: any AsyncSocketPool
  /// What was read and nobody has taken yet.
  private var buffer: [UInt8] = []
  private static let pieceSize = 64 << 10

  init(_ socket: Socket, pool: any AsyncSocketPool) {
    self.socket = socket
    self.pool = pool
  }

  /// The text up to the next empty line, which is taken along; `nil` where the browser has closed the connection.
  ///
  /// - Throws: a `Refusal` where it is longer than `limit`, or is no text.
  mutating func head(limit: Int, within time: Duration) async throws -> String? {
    let end = Array("\r\n\r\n".utf8)
    let watch = Watch(socket, time)
    var searched = 0
    do {
      while true {
        if let position = buffer.position(of: end, from: searched) {
          guard position <= limit else { throw Refusal(.headersTooLarge, "The head of the request is too long.") }
          await watch.end()
          let text = String(validating: buffer[..<position], as: UTF8.self)
          buffer.removeFirst(position + end.count)
          guard let text else { throw Refusal(.badRequest, "The head of the request is not UTF-8 text.") }
          return text
        }
        guard buffer.count <= limit else { throw Refusal(.headersTooLarge, "The head of the request is too long.") }
        searched = max(0, buffer.count - end.count + 1)
        guard let piece = try await read() else {
          await watch.end()
          return nil
        }
        buffer += piece
      }
    } catch {
      await watch.end()
      throw error
    }
  }

  /// At most `limit` bytes of a body; `nil` where the connection ended.
  mutating func piece(upTo limit: Int, within time: Duration) async throws -> [UInt8]? {
    if buffer.isEmpty {
      let watch = Watch(socket, time)
      let piece = try? await read()
      await watch.end()
      guard let piece else { return nil }
      buffer = piece
    }
    let taken = Array(buffer.prefix(limit))
    buffer.removeFirst(taken.count)
    return taken
  }

  func write(_ bytes: [UInt8], within time: Duration) async throws {
    let data = Data(bytes)
    var sent = data.startIndex
    while sent < data.endIndex {
      let watch = Watch(socket, time)
      do {
        sent = try await write(data, from: sent)
      } catch {
        await watch.end()
        throw error
      }
      await watch.end()
    }
  }

  private func write(_ data: Data, from index: Int) async throws -> Int {
    while true {
      do {
        return try socket.write(data, from: index)
      } catch SocketError.blocked {
        try await pool.suspendSocket(socket, untilReadyFor: .write)
      }
    }
  }

  private func read() async throws -> [UInt8]? {
    while true {
      do {
        return try socket.read(atMost: Self.pieceSize)
      } catch SocketError.blocked {
        try await pool.suspendSocket(socket, untilReadyFor: .read)
      } catch SocketError.disconnected {
        return nil
      }
    }
  }

  /// Says that nothing more will be written, while the other side may still be writing.
  func finish() { shutdown(socket.file.rawValue, Int32(SHUT_WR)) }

  func close() { try? socket.close() }
}

/// Shuts a connection when its time is over; reading and writing then end at once.
private struct Watch {
  private let task: Task<Void, Never>

  init(_ socket: Socket, _ time: Duration) {
    task = Task {
      guard (try? await Task.sleep(for: time)) != nil else { return }
      shutdown(socket.file.rawValue, Int32(SHUT_RDWR))
    }
  }

  /// Returns when the task is over, so that it can never shut another connection that has got the same number.
  func end() async {
    task.cancel()
    await task.value
  }
}

extension [UInt8] {
  /// Where `pattern` first stands at or after `start`.
  func position(of pattern: [UInt8], from start: Int = 0) -> Int? {
    guard let first = pattern.first else { return nil }
    return withUnsafeBytes { bytes -> Int? in
      var place = start
      while let base = bytes.baseAddress, bytes.count - place >= pattern.count,
        let found = memchr(base + place, Int32(first), bytes.count - place - pattern.count + 1)
      {
        if memcmp(found, pattern, pattern.count) == 0 { return UnsafeRawPointer(found) - base }
        place = UnsafeRawPointer(found) - base + 1
      }
      return nil
    }
  }
}
