import Booking
import Scenarios
import Testing

@Suite("Stories of lots")
struct StoryTests {
  @Test("what is booked is what the story says", arguments: try Story.all())
  func booked(story: Story) {
    let position = BookedPosition(folding: story.events, method: story.method)
    #expect(position.told == story.booked)
    #expect(position.checkInvariants(after: story.events) == [])
    #expect(BookedPosition(folding: story.events.reversed(), method: story.method) == position)
  }

  @Test("every story has its own title and the source of its rule")
  func titles() throws {
    let stories = try Story.all()
    #expect(stories.count >= 60)
    #expect(Set(stories.map(\.title)).count == stories.count)
    #expect(stories.allSatisfy { !$0.source.isEmpty })
  }
}
