import Booking
import Measures
import Scenarios
import Testing

@Suite("Stories of wash sales")
struct WashStoryTests {
  @Test("what is booked is what the story says", arguments: try WashStory.all())
  func booked(story: WashStory) { #expect(story.told == story.booked) }

  @Test("no dollar of loss appears or goes but in sheltered accounts", arguments: try WashStory.all())
  func conserved(story: WashStory) {
    let adjustment = WashSaleAdjustment(story.positions)
    let disallowed = adjustment.disallowances.reduce(Money.zero) { $0 + $1.loss }
    #expect(adjustment.booked.flatMap(\.realised).reduce(.zero) { $0 + $1.disallowed } == disallowed)
    for (before, after) in zip(story.positions.map(\.booked), adjustment.booked) {
      #expect(before.quantity == after.quantity)
      #expect(before.realised.reduce(.zero) { $0 + $1.quantity } == after.realised.reduce(.zero) { $0 + $1.quantity })
      #expect(
        before.realised.reduce(.zero) { $0 + ($1.proceeds ?? .zero) }
          == after.realised.reduce(.zero) { $0 + ($1.proceeds ?? .zero) })
    }
  }

  @Test("every story has its own title and the source of its rule")
  func titles() throws {
    let stories = try WashStory.all()
    #expect(stories.count >= 30)
    #expect(Set(stories.map(\.title)).count == stories.count)
    #expect(stories.allSatisfy { !$0.source.isEmpty })
  }
}
