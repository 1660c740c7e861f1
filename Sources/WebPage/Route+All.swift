extension Route {
  static let all: [Route] = [
    .get("/", OverviewPage.answer),
    .post("/targets/confirm", OverviewPage.confirmTargets),
    .get("/accounts", AccountsPage.answer),
    .get("/accounts/{account}", AccountPage.answer),
    .get("/import", ImportPage.answer),
    .post("/import", takesFiles: true, PlanPage.receive),
    .get("/import/plan/{key}", PlanPage.answer),
    .post("/import/plan/{key}", PlanPage.decide),
    .post("/imports/{number}/undo", ImportPage.undo),
    .get("/assets/page.css") { _ in .file(type: "text/css; charset=utf-8", try Templates.asset("page.css")) },
    .get("/assets/page.js") { _ in .file(type: "text/javascript; charset=utf-8", try Templates.asset("page.js")) },
  ]
}
