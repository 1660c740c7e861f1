import Diagnostics
import Foundation
import Workflows

/// The page behind the server: who may ask is the gate's matter, what is asked the table's of routes, how it looks the templates'.
struct Site: Sendable {
  /// What becomes of a request when its head is known.
  enum Admission: Sendable {
    case answered(Response)
    /// The body is to be read first, up to so many bytes.
    case reading(any BodyReader, limit: Int, Route.Match)
  }

  private let gate: Gate
  private let limits: Limits
  private let temporaryFolder: String
  private let desk: Desk
  private let templates: Templates
  /// Reading and writing the household takes threads of its own, so that connections never wait for them.
  private let work = WorkQueue(width: 4)

  init(gate: Gate, limits: Limits, temporaryFolder: String, household desk: Desk) throws {
    self.gate = gate
    self.limits = limits
    self.temporaryFolder = temporaryFolder
    self.desk = desk
    templates = try Templates()
  }

  /// Lets go of what still goes on.
  func close() async {
    await desk.proposals.close()
    await desk.comparisons.close()
  }

  func admission(to head: RequestHead) -> Admission {
    switch gate.verdict(on: head) {
    case .opened:
      var response = Response.redirect(to: "/")
      response.headers.append(("Set-Cookie", gate.cookie))
      return .answered(response)
    case .bounced: return .answered(.html(templates.text("bounce", shell: shell(title: "Hearth"))))
    case .refused(let refusal): return .answered(response(to: refusal, isKnown: false))
    case .admitted: break
    }
    do {
      let match = try Route.match(head)
      guard !match.route.isChange || !gate.isReadOnly else { throw Refusal.readOnly }
      guard head.method == .post else { return .reading(FieldReader(), limit: 0, match) }
      let isMultipart = head["content-type"]?.lowercased().hasPrefix("multipart/form-data") == true
      guard isMultipart, match.route.takesFiles else {
        guard !isMultipart else { throw Refusal(.unsupportedType, "No files are taken here.") }
        return .reading(FieldReader(), limit: limits.form, match)
      }
      guard let boundary = Self.boundary(head["content-type"] ?? "") else {
        throw Refusal(.badRequest, "The form is malformed.")
      }
      let reader = MultipartReader(boundary: boundary, temporaryFolder: temporaryFolder) { [gate] in gate.isOurs($0) }
      return .reading(reader, limit: limits.upload, match)
    } catch {
      return .answered(response(to: error))
    }
  }

  private static func boundary(_ type: String) -> String? {
    guard let start = type.range(of: "boundary=") else { return nil }
    let text = type[start.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: ["\"", " "])
    return (1...70).contains(text.utf8.count) ? text : nil
  }

  func response(to head: RequestHead, with submission: Submission, by match: Route.Match) async -> Response {
    guard head.method != .post || gate.isOurs(submission.fields) else { return response(to: Refusal.foreignForm) }
    let visit = Visit(
      desk: desk, parameters: match.parameters, query: head.query, submission: submission)
    do {
      switch try await work.run({ try match.route.answer(visit) }) {
      case .page(let page):
        var response = Response.html(templates.text(page, shell: shell(of: page)))
        if let seconds = page.refresh { response.headers.append(("Refresh", "\(seconds)")) }
        return response
      case .redirect(let path): return .redirect(to: path)
      case .file(let type, let text): return Response(.ok, type, text.utf8)
      case .download(let name, let type, let text):
        var response = Response(.ok, type, text.utf8)
        response.headers.append(("Content-Disposition", "attachment; filename=\"\(name)\""))
        return response
      }
    } catch {
      return response(to: error)
    }
  }

  /// A page that says what is wrong and what to do.
  ///
  /// - Parameter isKnown: whether the browser may see more than the sentence.
  func response(to error: any Error, isKnown: Bool = true) -> Response {
    let page = ProblemPage(error)
    guard isKnown else {
      return .html(templates.text("stranger", shell: shell(title: page.title), page: page), page.status)
    }
    return .html(templates.text(page, shell: shell(of: page)), page.status)
  }

  private func shell(of page: any Page) -> Shell { shell(title: page.title, section: page.section) }

  private func shell(title: String, section: Section? = nil) -> Shell {
    Shell(title: title, section: section, formToken: gate.keys.form, isReadOnly: gate.isReadOnly)
  }
}
