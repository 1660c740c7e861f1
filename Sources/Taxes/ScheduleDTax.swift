public import Measures

/// The Schedule D Tax Worksheet: the tax of a return with gains from collectibles, which bear their bracket's rate up to 28 %.
///
/// IRC 1(h)(1): such gain fills the brackets below 28 % first, up to the end of the 24 % bracket (line 19); what is beyond bears
/// 28 %. Other net capital gain and qualified dividends are stacked on it at 0, 15 and 20 %. Lines in brackets are those of 2025;
/// lines 35 to 40 (section 1250 gain) are left out.
struct ScheduleDTax {
  /// [42] What bears 28 %.
  let atCollectiblesRate: Money
  let amount: Money

  init(ordinary: Money, preferential: Money, collectible: Money, _ status: TaxTable.Status) {
    let taxable = max(.zero, ordinary + preferential)  // [1]
    let adjusted = preferential - collectible  // [13]
    let withCollectibles = max(.zero, taxable - adjusted)  // [14]
    let zeroTop = min(taxable, status.zeroGainsTop)  // [16]
    let atZero = zeroTop - min(withCollectibles, zeroTop)  // [22]
    let withoutGains = max(.zero, taxable - preferential)  // [18]
    let regular = max(withoutGains, min(withCollectibles, min(taxable, status.regularRateLimit)))  // [21]
    let gains = min(taxable, adjusted)  // [23]
    let room = max(.zero, min(taxable, status.fifteenGainsTop) - regular - atZero)  // [29]
    let atMiddle = min(max(.zero, gains - atZero), room)  // [30]
    let atHigh = max(.zero, gains - atZero - atMiddle)  // [33]
    atCollectiblesRate = max(.zero, taxable - regular - atZero - atMiddle - atHigh)
    let worksheet =
      IncomeTax.ordinary(regular, status) + atMiddle.share(TaxTable.middleGainsRate)
      + atHigh.share(TaxTable.highGainsRate) + atCollectiblesRate.share(TaxTable.collectiblesRate)
    amount = min(worksheet, IncomeTax.ordinary(taxable, status))  // [47]
  }
}

extension TaxTable.Status {
  /// Where the brackets below 28 % end: the top of 24 % (Schedule D Tax Worksheet, line 19).
  public var regularRateLimit: Money {
    ordinaryBrackets.last { $0.rate < TaxTable.collectiblesRate }?.upTo ?? .zero
  }
}
