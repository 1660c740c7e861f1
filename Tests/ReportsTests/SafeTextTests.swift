import Reports
import Testing

@Suite("Words of others on a terminal")
struct SafeTextTests {
  @Test(
    "commands are shown, not obeyed",
    arguments: [
      ("VTI\u{1B}]0;title\u{07}", "VTI␛]0;title␇"), ("a\rb\tc\u{7F}", "a␍b␉c␡"), ("\u{9B}31mred", "\u{FFFD}31mred"),
      ("abc\u{202E}cba\u{2066}", "abc\u{FFFD}cba\u{FFFD}"), ("\u{1B}[1mbold\u{1B}[0m", "␛[1mbold␛[0m"),
      ("Société — 日本株\n59 %\n", "Société — 日本株\n59 %\n"),
    ])
  func plain(text: String, shown: String) {
    #expect(TextStyle.plain.safe(text) == shown)
  }

  @Test("our own colours stay, and no others")
  func colours() {
    let style = TextStyle(hasColour: true)
    let line = style.bold("Account") + style.dim("a") + style.warning("b") + style.error("c") + "\n"
    #expect(style.safe(line) == line)
    #expect(style.safe(style.bold("\u{1B}[8mhidden\u{1B}[2J")) == style.bold("␛[8mhidden␛[2J"))
  }
}
