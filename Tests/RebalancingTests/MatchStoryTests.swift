import Testing

@Suite("Losses that meet replacements share for share")
struct MatchStoryTests {
  @Test("the law disallows what the story says, and no more", arguments: stories)
  func told(story: MatchStory) { #expect(story.told == story.washes, "\(story.source)") }

  @Test("every story has its own title and the source of its rule")
  func titles() {
    #expect(Set(Self.stories.map(\.title)).count == Self.stories.count)
    #expect(Self.stories.allSatisfy { !$0.source.isEmpty })
  }

  static let stories = [
    MatchStory(
      "75 of 100 shares were replaced before", "Pub. 550, Wash Sales; Reg. 1.1091-1(h), Example 2",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-09-24
      lot B T X 50 at 55.00 on 2026-05-26
      lot C T X 25 at 45.00 on 2026-06-03
      sell A 100
      """,
      washes: """
        A 50 by B 500.00 held since 2025-09-04
        A 25 by C 250.00 held since 2025-09-12
        counts -250.00, embedded 25.00
        """),
    MatchStory(
      "nothing is bought: the loss counts", "IRC 165, 1091(a)",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-09-24
      sell A 100
      """, washes: "counts -1000.00, embedded 100.00"),
    MatchStory(
      "the proposal itself buys a part again", "IRC 1091(a), (d), 1223(3); Reg. 1.1091-1(c)",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-09-24
      sell A 100
      buy J X 30
      """,
      washes: """
        A 30 by J/X/2026-06-15 300.00 held since 2025-09-24
        counts -700.00, embedded 70.00
        """),
    MatchStory(
      "an IRA's replacement takes the loss for good", "Rev. Rul. 2008-5",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-09-24
      sell A 100
      buy R X 60
      """,
      washes: """
        A 60 by R/X/2026-06-15 600.00 lost
        counts -400.00, embedded 100.00
        """),
    MatchStory(
      "two lots in the order of their purchase", "Reg. 1.1091-1(b)",
      """
      X 40.00
      lot B T X 10 at 90.00 on 2024-01-02
      lot A T X 10 at 50.00 on 2025-01-02
      sell A 10
      sell B 10
      buy J X 15
      """,
      washes: """
        B 10 by J/X/2026-06-15 500.00 held since 2024-01-02
        A 5 by J/X/2026-06-15 50.00 held since 2025-01-02
        counts -50.00, embedded 5.00
        """),
    MatchStory(
      "dollars across two securities of a group", "IRC 1091(a): substantially identical; by what the shares are worth",
      """
      X 40.00 in G
      Y 20.00 in G
      lot A T X 100 at 50.00 on 2025-09-24
      sell A 100
      buy J Y 50
      """,
      washes: """
        A 25 by J/Y/2026-06-15 250.00 held since 2025-09-24
        counts -750.00, embedded 75.00
        """),
    MatchStory(
      "what is left of a lot does not replace it", "Rev. Rul. 56-602",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2026-06-01
      sell A 40
      """, washes: "counts -400.00, embedded 40.00"),
    MatchStory(
      "a recent lot that is sold as well is no longer there to replace", "Rev. Rul. 56-602",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-01-02
      lot B T X 100 at 45.00 on 2026-06-01
      sell A 100
      sell B 80
      """,
      washes: """
        A 20 by B 200.00 held since 2024-12-19
        counts -1200.00, embedded 120.00
        """),
    MatchStory(
      "thirty days before are within, thirty-one are not", "IRC 1091(a)",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-01-02
      lot B T X 10 at 35.00 on 2026-05-16
      lot C T X 10 at 35.00 on 2026-05-15
      sell A 100
      """,
      washes: """
        A 10 by B 100.00 held since 2024-12-03
        counts -900.00, embedded 90.00
        """),
    MatchStory(
      "the day of the sale is within, and so are thirty days after", "IRC 1091(a)",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-01-02
      lot B J X 10 at 41.00 on 2026-06-15
      scheduled T X 20 on 2026-07-15
      scheduled T X 20 on 2026-07-16
      sell A 100
      """,
      washes: """
        A 10 by B 100.00 held since 2025-01-02
        A 20 by T/X/2026-07-15 200.00 held since 2025-02-01
        counts -700.00, embedded 70.00
        """),
    MatchStory(
      "the spouse's purchase replaces", "Pub. 550, Wash Sales: your spouse",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-01-02
      bought J X 5 on 2026-06-10
      sell A 100
      """,
      washes: """
        A 5 by J/X/2026-06-10 50.00 held since 2024-12-28
        counts -950.00, embedded 95.00
        """),
    MatchStory(
      "a share replaces once: a recorded loss has used it", "Reg. 1.1091-1(e)",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-01-02
      lot B J X 30 at 41.00 on 2026-06-01
      sold T X 20 on 2026-05-20
      sell A 100
      """,
      washes: """
        A 10 by B 100.00 held since 2024-12-19
        counts -900.00, embedded 90.00
        """),
    MatchStory(
      "a payroll purchase of unknown size replaces everything", "IRC 1091(a); careful where nobody has said how much",
      """
      X 40.00
      lot A T X 100 at 50.00 on 2025-01-02
      scheduled R X some on 2026-06-26
      buy J X 25
      sell A 100
      """,
      washes: """
        A 25 by J/X/2026-06-15 250.00 held since 2025-01-02
        A 75 by R/X/2026-06-26 750.00 lost
        counts 0.00, embedded 75.00
        """),
    MatchStory(
      "a gain is a gain", "IRC 1091(a) speaks of losses alone",
      """
      X 60.00
      lot A T X 100 at 50.00 on 2025-01-02
      sell A 100
      buy R X 100
      """, washes: "counts 1000.00, embedded -100.00"),
  ]
}
