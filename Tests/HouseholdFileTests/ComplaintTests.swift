import Diagnostics
import HouseholdFile
import Testing

@Suite("household.yaml, what is wrong with it")
struct ComplaintTests {
  struct Complaint: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: [String]
    var testDescription: String { expected.first ?? text }
  }

  static let table: [Complaint] = [
    Complaint(
      text: "acounts: {}",
      expected: [
        "h.yaml:1:1: error: “acounts” is not a key here [household-unknown-key]\n  in acounts\n  → Did you mean “accounts”?"
      ]),
    Complaint(
      text: "members: {a: }\naccounts:\n  x:\n    kind: roth_irra\n",
      expected: [
        "h.yaml:4:11: error: “roth_irra” is not a word that Hearth knows here [household-unknown-word]\n  in accounts.x.kind\n  → Did you mean “roth_ira”?"
      ]),
    Complaint(
      text: "targets:\n  us_stock: 60%\n  us_bond: 30%\n",
      expected: [
        "h.yaml:2:3: error: the targets sum to 90 %, not 100 % [household-bad-sum]\n  in targets\n  → Add 10 %."
      ]),
    Complaint(
      text: "targets:\n  - {effective: 2020-01-01, us_stock: 100%}\n  - {effective: 2020-01-01, us_bond: 100%}\n",
      expected: [
        "h.yaml:3:5: error: two sets of targets begin on 2020-01-01 [household-duplicate]\n  in targets[1]\n  → Give each its own day under “effective”; only the oldest may have none."
      ]),
    Complaint(
      text: "rebalance: {trigger: both}\n",
      expected: [
        "h.yaml:1:12: error: “every” is missing [household-missing]\n  in rebalance\n  → Write how often to look: monthly, quarterly, semi-annual, annual."
      ]),
    Complaint(
      text: "rebalance: {every: monthly}\n",
      expected: [
        "h.yaml:1:20: error: the rule looks every day, so “every” has no meaning [household-contradiction]\n  in rebalance.every\n  → Write “trigger: both” to look on these days alone, or leave “every” out."
      ]),
    Complaint(
      text: "targets: {us_stock: 60, us_bond: 40}\n",
      expected: [
        "h.yaml:1:21: error: 60 is more than the whole or less than nothing [household-out-of-range]\n  in targets.us_stock\n  → For percent write 60%.",
        "h.yaml:1:34: error: 40 is more than the whole or less than nothing [household-out-of-range]\n  in targets.us_bond\n  → For percent write 40%.",
      ]),
    Complaint(
      text: "targets: {stock: 60%, us_stock: 40%}\n",
      expected: [
        "h.yaml:1:23: error: “us_stock” and “stock” both have a target, and one contains the other [household-nested-target]\n  in targets.us_stock\n  → Give a target to the whole or to its parts."
      ]),
    Complaint(
      text: """
        tax_returns:
          - {year: 2026, status: single, income: 1, cliffs: [{threshold: 1, cost: 999999999}, {threshold: 2, cost: 9}]}

        """,
      expected: [
        "h.yaml:2:87: error: the cliffs up to this one cost 1000000008 in all [household-out-of-range]\n  in tax_returns[0].cliffs[1]\n  → Write costs that sum to less than a thousand million dollars."
      ]),
    Complaint(
      text: "members: {a: }\naccounts:\n  x: {kind: taxable, lot_method: [{method: fifo}, {method: average}]}\n",
      expected: [
        "h.yaml:3:51: error: “average” does not say since when it follows “fifo” [household-lot-method]\n  in accounts.x.lot_method[1]\n  → Write the methods oldest first, each with its first day: {method: average, since: 2026-01-01}."
      ]),
    Complaint(
      text: "members: {a: {born: 1970-02-30}, b: {retires: soon}}\n",
      expected: [
        "h.yaml:1:21: error: “1970-02-30” is not a day of the calendar [household-bad-day]\n  in members.a.born\n  → Write year-month-day, such as 2026-01-31.",
        "h.yaml:1:47: error: “soon” is not a whole number from 1950 to 2150 [household-bad-number]\n  in members.b.retires\n  → Write a whole number from 1950 to 2150.",
      ]),
    Complaint(
      text: "members: {anna: }\naccounts:\n  x: {kind: ira, owner: ana, menu: [VTSAXX, NOPE123]}\n",
      expected: [
        "h.yaml:3:25: error: there is no member “ana” [household-unknown-reference]\n  in accounts.x.owner\n  → Did you mean “anna”?",
        "h.yaml:3:37: error: there is no security “VTSAXX” [household-unknown-reference]\n  in accounts.x.menu[0]\n  → Did you mean “VTSAX”? Else describe it under “securities:”.",
        "h.yaml:3:45: error: there is no security “NOPE123” [household-unknown-reference]\n  in accounts.x.menu[1]\n  → Describe it under “securities:”.",
      ]),
    Complaint(
      text: "members: {a: , b: }\naccounts:\n  x: {kind: joint, owners: {a: 50%, b: 60%}}\n",
      expected: [
        "h.yaml:3:28: error: the owners' shares sum to 110 %, not 100 % [household-bad-sum]\n  in accounts.x.owners\n  → Make them sum to 100 %, or list the names for equal parts: [a, b]."
      ]),
    Complaint(
      text: "securities:\n  F: {classes: {us_stock: 70%, us_bond: 40%}}\n  G: {classes: {intl_stock: 100%}}\n",
      expected: [
        "h.yaml:2:16: error: the classes sum to 110 %, more than the whole [household-bad-sum]\n  in securities.F.classes\n  → Lower them to 100 % together; what is left out counts as unclassified.",
        "h.yaml:3:17: error: “intl_stock” stands for several classes [household-not-a-leaf]\n  in securities.G.classes.intl_stock\n  → Divide it among its parts: intl_developed, emerging.",
      ]),
    Complaint(
      text: "members: {a: }\naccounts:\n  x: {kind: ira, numbers: [\"1\"]}\n  y: {kind: hsa, numbers: [\"1\"]}\n",
      expected: [
        "h.yaml:4:3: error: the number 1 belongs to “x” and to “y” [household-duplicate]\n  in accounts.y\n  → Keep it at one of them."
      ]),
    Complaint(
      text: "members: {a: }\naccounts:\n  x: {kind: ira}\n  x: {kind: hsa}\n",
      expected: [
        "h.yaml:4:3: error: the key “x” stands twice in one mapping [household-duplicate]\n  → Give one of them another name, or put both together."
      ]),
    Complaint(
      text: "members: {a: }\naccounts:\n  x: {kind: other}\n  y: {name: Y}\n  z: {kind: ira, cash_reserve: 1O0}\n",
      expected: [
        "h.yaml:3:6: error: “treatment” is missing [household-missing]\n  in accounts.x\n  → For kind “other” say how it is taxed: taxable, traditional, roth, hsa or education.",
        "h.yaml:4:6: error: “kind” is missing [household-missing]\n  in accounts.y\n  → Say what y is: taxable, joint, trust, custodial, bank, 401k, roth_401k, 403b, roth_403b, 457b, roth_457b, tsp, roth_tsp, ira, roth_ira, sep_ira, simple_ira, inherited_ira, inherited_roth_ira, hsa, 529, other.",
        "h.yaml:5:32: error: “1O0” is not an amount, such as 1,234.50 [household-bad-number]\n  in accounts.z.cash_reserve\n  → Write an amount, such as 1,234.50.",
      ]),
    Complaint(
      text: "securities:\n  F: {expense_ratio: 0.5}\n",
      expected: [
        "h.yaml:2:22: warning: 0.5 is 50 %, unusually much [household-unusual-rate]\n  in securities.F.expense_ratio\n  → If you mean 0.5 percent, write 0.5%."
      ]),
    Complaint(
      text: "members: [a, b]\n",
      expected: [
        "h.yaml:1:10: error: expected a mapping of “key: value” lines, found a list [household-wrong-type]\n  in members\n  → Write a mapping of “key: value” lines."
      ]),
    Complaint(
      text: "accounts:\n  x: {kind: ira\n",
      expected: [
        "h.yaml:3:1: error: this is not YAML: did not find expected ',' or '}' [household-bad-yaml]\n  → Check indentation, colons and quotes; in {…} and […] put amounts with commas in quotes."
      ]),
    Complaint(
      text:
        "classes: {us: US}\ntax_returns: [{id: r, year: 2026, status: mfj, income: 1}, {id: r, year: 1999, status: mfj, income: 1}]",
      expected: [
        "h.yaml:1:1: error: the tree of classes has no leaf “cash” [household-missing]\n  → Add the class “cash”, or name the class of cash with “cash_class:”.",
        "h.yaml:2:74: error: there is no tax table for 1999; the first is that of 2025 [household-no-tax-table]\n  in tax_returns[1].year\n  → Write 2025 or a later year, with the income of that year.",
        "h.yaml:2:60: error: two tax returns have the id “r” [household-duplicate]\n  in tax_returns[1]\n  → Give each its own id.",
      ]),
    Complaint(
      text: "tax_returns: [{year: 2027, status: mfj, income: 1}, {year: 26, status: single, income: 1}]",
      expected: [
        "h.yaml:1:22: warning: there is no tax table for 2027 yet; taxes of this return are reckoned with that of 2026 [household-no-tax-table]\n  in tax_returns[0].year\n  → Read them as an estimate, and update Hearth when the amounts of 2027 are published.",
        "h.yaml:1:60: error: “26” is not a whole number from 1900 to 2100 [household-bad-number]\n  in tax_returns[1].year\n  → Write a whole number from 1900 to 2100.",
        "h.yaml:1:53: error: two tax returns have the id “return” [household-duplicate]\n  in tax_returns[1]\n  → Give each its own id.",
      ]),
  ]

  @Test("each complaint has its place, its element and its remedy", arguments: table)
  func complaints(complaint: Complaint) {
    let reading = HouseholdFile.reading(complaint.text, file: "h.yaml")
    #expect(reading.diagnostics.map(\.description) == complaint.expected)
    #expect((reading.value == nil) == reading.hasErrors)
  }

  @Test("no mutilation of a file crashes the reader")
  func mutilated() {
    let text = Array(Samples.full)
    for cut in stride(from: 0, to: text.count, by: 7) {
      _ = HouseholdFile.reading(String(text[..<cut]), file: "h.yaml")
      _ = HouseholdFile.reading(String(text[..<cut] + text[min(text.count, cut + 9)...]), file: "h.yaml")
      _ = HouseholdFile.reading(String(text[..<cut]) + "[" + String(text[cut...]), file: "h.yaml")
    }
  }
}
