import Foundation
import Testing

@testable import WebPage

@Suite("Forms with files")
struct MultipartTests {
  private static func reader(boundary: String = "frontier", isOurs: Bool = true) -> MultipartReader {
    MultipartReader(boundary: boundary, temporaryFolder: FileManager.default.temporaryDirectory.path) { _ in isOurs }
  }

  private static func submission(_ body: String, inPiecesOf size: Int) throws -> Submission {
    var reader = reader()
    var rest = Array(body.utf8)[...]
    while !rest.isEmpty {
      try reader.take(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return try reader.submission()
  }

  @Test("the pieces in which a body comes make no difference", arguments: [1, 2, 3, 7, 16, 61, 10_000])
  func pieces(size: Int) throws {
    let texts = ["a\r\n--frontie\r\n--\r\r\n", "", "\r\n--front"]
    let body = Browser.multipart(token: "secret", files: texts.enumerated().map { ("file \($0).csv", $1) })
    let submission = try Self.submission(body, inPiecesOf: size)
    #expect(submission.fields["form-token"] == "secret")
    #expect(submission.files.map(\.name) == ["file 0.csv", "file 1.csv", "file 2.csv"])
    #expect(try submission.files.map { try String(contentsOfFile: $0.path, encoding: .utf8) } == texts)
  }

  @Test("files are for their owner alone, and go away with the submission")
  func privacy() throws {
    var submission: Submission? = try Self.submission(
      Browser.multipart(token: nil, files: [("a.csv", "x")]), inPiecesOf: 100)
    let path = try #require(submission?.files.first?.path)
    let folder = try #require(submission?.folder?.path)
    let manager = FileManager.default
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(try manager.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
    submission = nil
    #expect(!manager.fileExists(atPath: folder))
  }

  @Test(
    "a name leads nowhere",
    arguments: [
      ("../../etc/passwd", "passwd"), ("C:\\bank\\a.csv", "a.csv"), ("..", "statement"), ("/", "statement"),
      ("a\u{1b}[31m.csv", "a[31m.csv"),
    ])
  func names(sent: String, kept: String) {
    #expect(UploadFolder.safe(sent) == kept)
  }

  @Test("a long name keeps its end") func longName() {
    #expect(UploadFolder.safe(String(repeating: "ä", count: 400) + ".csv").utf8.count <= 200)
    #expect(UploadFolder.safe(String(repeating: "ä", count: 400) + ".csv").hasSuffix("ä.csv"))
  }

  @Test("no file is kept before the form has shown its token")
  func token() throws {
    var reader = Self.reader(isOurs: false)
    #expect(throws: Refusal.foreignForm) {
      try reader.take(Array(Browser.multipart(token: "x", files: [("a.csv", "x")]).utf8))
    }
  }

  @Test(
    "what is no form is refused",
    arguments: ["", "nothing", "--frontierX", "--frontier\r\nContent-Disposition: form-data\r\n\r\nx\r\n--frontier--"])
  func malformed(body: String) {
    #expect(throws: Refusal.self) { try Self.submission(body, inPiecesOf: 10_000) }
  }
}
