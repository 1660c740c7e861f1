import PortfolioModel
import Testing

@Suite("Symbols of options")
struct OptionSymbolTests {
  @Test(
    "are read as brokers write them",
    arguments: [
      ("AAPL  260116C00150000", "AAPL", true), ("AAPL260116P00150000", "AAPL", false),
      ("-AAPL260116C150.5", "AAPL", true),
      ("AAPL 01/16/2026 150.00 C", "AAPL", true), ("BRK/B 1/16/26 $400 PUT", "BRK/B", false),
      ("CALL (AAPL) APPLE INC JAN 16 26 $150 (100 SHS)", "AAPL", true), ("PUT (WMT) WALMART", "WMT", false),
    ])
  func read(text: String, underlying: String, isCall: Bool) {
    let symbol = OptionSymbol(text)
    #expect(symbol?.underlying == underlying)
    #expect(symbol?.isCall == isCall)
  }

  @Test("are nothing else", arguments: ["AAPL", "VTI", "", "CALL", "922908769", "VANGUARD 2026 C", "US9229087690"])
  func others(text: String) { #expect(OptionSymbol(text) == nil) }
}
