extension TaxTable {
  static let year2025 = TaxTable(
    year: 2025,
    source: "Rev. Proc. 2024-40; standard deduction P.L. 119-21 section 70102",
    statuses: [
      .single: Status(
        tops: [11_925, 48_475, 103_350, 197_300, 250_525, 626_350], gains: (48_350, 533_400), deduction: 15_750,
        aged: 2_000, threshold: 200_000),
      .marriedFilingJointly: joint2025,
      .marriedFilingSeparately: Status(
        tops: [11_925, 48_475, 103_350, 197_300, 250_525, 375_800], gains: (48_350, 300_000), deduction: 15_750,
        aged: 1_600, threshold: 125_000, lossLimit: 1_500),
      .headOfHousehold: Status(
        tops: [17_000, 64_850, 103_350, 197_300, 250_500, 626_350], gains: (64_750, 566_700), deduction: 23_625,
        aged: 2_000, threshold: 200_000),
      .qualifyingSurvivingSpouse: joint2025,
    ])

  private static let joint2025 = Status(
    tops: [23_850, 96_950, 206_700, 394_600, 501_050, 751_600], gains: (96_700, 600_050), deduction: 31_500,
    aged: 1_600, threshold: 250_000)

  static let year2026 = TaxTable(
    year: 2026,
    source: "Rev. Proc. 2025-32",
    statuses: [
      .single: Status(
        tops: [12_400, 50_400, 105_700, 201_775, 256_225, 640_600], gains: (49_450, 545_500), deduction: 16_100,
        aged: 2_050, threshold: 200_000),
      .marriedFilingJointly: joint2026,
      .marriedFilingSeparately: Status(
        tops: [12_400, 50_400, 105_700, 201_775, 256_225, 384_350], gains: (49_450, 306_850), deduction: 16_100,
        aged: 1_650, threshold: 125_000, lossLimit: 1_500),
      .headOfHousehold: Status(
        tops: [17_700, 67_450, 105_700, 201_750, 256_200, 640_600], gains: (66_200, 579_600), deduction: 24_150,
        aged: 2_050, threshold: 200_000),
      .qualifyingSurvivingSpouse: joint2026,
    ])

  private static let joint2026 = Status(
    tops: [24_800, 100_800, 211_400, 403_550, 512_450, 768_700], gains: (98_900, 613_700), deduction: 32_200,
    aged: 1_650, threshold: 250_000)
}
