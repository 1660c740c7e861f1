/// One address of the page, and who answers it. Everything that can be asked for stands in `Route.all`; there are no other files.
struct Route: Sendable {
  struct Match: Sendable {
    let route: Route
    let parameters: [String: String]
  }

  let method: RequestHead.Method
  /// The parts of the path; `{name}` stands for any one part.
  let pattern: [Substring]
  /// Whether its form may carry files.
  let takesFiles: Bool
  /// Whether it changes the household, which a read-only page refuses.
  let isChange: Bool
  let answer: @Sendable (Visit) throws -> Answer

  /// A page.
  static func get(_ path: String, _ answer: @escaping @Sendable (Visit) throws -> Answer) -> Route {
    Route(.get, path, answer)
  }

  /// A change, which is refused where the page is read-only; answer it with a redirect to the page of its result.
  static func post(
    _ path: String, takesFiles: Bool = false, _ answer: @escaping @Sendable (Visit) throws -> Answer
  ) -> Route {
    Route(.post, path, takesFiles: takesFiles, isChange: true, answer)
  }

  /// Something to do that changes nothing of the household, such as a search.
  static func work(_ path: String, _ answer: @escaping @Sendable (Visit) throws -> Answer) -> Route {
    Route(.post, path, answer)
  }

  private init(
    _ method: RequestHead.Method, _ path: String, takesFiles: Bool = false, isChange: Bool = false,
    _ answer: @escaping @Sendable (Visit) throws -> Answer
  ) {
    self.method = method
    pattern = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    self.takesFiles = takesFiles
    self.isChange = isChange
    self.answer = answer
  }

  static func match(_ head: RequestHead) throws(Refusal) -> Match {
    let here = all.compactMap { route in route.parameters(of: head.path).map { Match(route: route, parameters: $0) } }
    guard !here.isEmpty else {
      throw Refusal(.notFound, "There is no such page.", remedy: "Begin at the overview.")
    }
    let method: RequestHead.Method = head.method == .post ? .post : .get
    guard let match = here.first(where: { $0.route.method == method }) else {
      throw Refusal(.methodNotAllowed, "This address is not asked for in this way.")
    }
    return match
  }

  private func parameters(of path: [String]) -> [String: String]? {
    guard path.count == pattern.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, name) in zip(path, pattern) {
      if name.hasPrefix("{") {
        guard !part.isEmpty else { return nil }
        parameters[String(name.dropFirst().dropLast())] = part
      } else if part != name {
        return nil
      }
    }
    return parameters
  }
}

/// What a route makes of a visit.
enum Answer: Sendable {
  case page(any Page)
  /// To the page of a result, after a change.
  case redirect(String)
  /// A text of another type, such as the style sheet.
  case file(type: String, String)
  /// A text to keep, under this name.
  case download(String, type: String, String)
}
