import Measures
import Signals
import TestSupport
import Testing
import TimeSeries

/// Signals over real history, held to figures that an independent program computed from the same series.
@Suite(
  "Signals on real history", .enabled(if: SharedCorpus.folder("policy") != nil, "the reference series are not here"))
struct PublishedSignalTests {
  private func monthly(_ name: String) throws -> MonthlySeries {
    DatedSeries(name: name, observations: try #require(try SharedCorpus.observations(name))).monthly
  }

  private struct Sma: Decodable {
    struct One: Decodable {
      let first_signal: String
      let last: String
      let switches: Int
      let changes: [Change]
    }
    struct Change: Decodable {
      let day: String
      let state: Int
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        day = try list.decode(String.self)
        state = try list.decode(Int.self)
      }
    }
    let sp500_price_monthly_average: One
  }

  @Test("ten-month average: every change of the S&P 500 since 1926, month by month")
  func movingAverage() throws {
    let expected = try #require(try SharedCorpus.expected("signal_sma10", as: Sma.self)).sp500_price_monthly_average
    let prices = try monthly("sp500_price_avg")
    let from = Month(1926, 10) - 9
    let window = MonthlySeries(
      name: prices.name, first: from, values: prices.months.filter { $0 >= from }.map { prices[$0] })
    let history = Trend.movingAverage(of: window)
    let changes = history.changes
    #expect(changes.first?.month.lastDay.description == expected.first_signal)
    #expect(changes.map(\.month.lastDay.description) == expected.changes.map(\.day))
    #expect(changes.map(\.isOn) == expected.changes.map { $0.state == 1 })
    #expect(changes.count - 1 == expected.switches)
  }

  private struct Curve: Decodable {
    struct H15: Decodable {
      struct Inversion: Decodable {
        let first, last: String
        let months: Int
        let minimum: Double
        let nber_next_start: String?
        let lead_months: Int?
        let already_in_recession: Bool
      }
      struct Risk: Decodable {
        let target_first, signal_first, signal_last: String
        let months: Int
      }
      struct Tail: Decodable {
        let day: String
        let spread, probability: Double
        init(from decoder: any Decoder) throws {
          var list = try decoder.unkeyedContainer()
          day = try list.decode(String.self)
          spread = try list.decode(Double.self)
          probability = try list.decode(Double.self)
        }
      }
      let inversions: [Inversion]
      let over_30pct: [Risk]
      let tail: [Tail]
    }
    struct Recession: Decodable {
      let first_recession_month, last_recession_month: String
      let months: Int
    }
    let h15_own: H15
    let nber: [Recession]
  }

  @Test("the yield curve: every inversion, its depth and its lead, and the probability of a recession")
  func curve() throws {
    let expected = try #require(try SharedCorpus.expected("signal_yield_curve", as: Curve.self))
    let (long, bill) = (try monthly("us10y_avg"), try monthly("tb3ms_avg"))
    let recessions = Recessions(indicator: try monthly("usrec"))
    let inversions = YieldCurve.inversion(tenYear: long, billDiscount: bill).spells
    #expect(inversions.count == expected.h15_own.inversions.count)
    for (spell, wanted) in zip(inversions, expected.h15_own.inversions) {
      #expect(spell.first.lastDay.description == wanted.first)
      #expect(spell.last.lastDay.description == wanted.last)
      #expect(spell.months == wanted.months)
      #expect(abs(spell.extreme - wanted.minimum) < 1e-6)
      let next = recessions.current(orAfter: spell.first)
      #expect(next?.first.lastDay.description == wanted.nber_next_start)
      #expect(next.map { $0.first - spell.first } == wanted.lead_months)
      #expect(recessions.contains(spell.first) == wanted.already_in_recession)
    }
    let risks = YieldCurve.recessionRisk(tenYear: long, billDiscount: bill).spells
    #expect(risks.map(\.first.lastDay.description) == expected.h15_own.over_30pct.map(\.signal_first))
    #expect(risks.map(\.last.lastDay.description) == expected.h15_own.over_30pct.map(\.signal_last))
    #expect(risks.map { ($0.first + 12).lastDay.description } == expected.h15_own.over_30pct.map(\.target_first))
    #expect(risks.map(\.months) == expected.h15_own.over_30pct.map(\.months))
    let spreads = YieldCurve.spread(tenYear: long, billDiscount: bill)
    for wanted in expected.h15_own.tail {
      let day = try #require(Day(wanted.day))
      let spread = try #require(spreads[Month(of: day)])
      #expect(abs(spread - wanted.spread) < 1e-6)
      #expect(abs(YieldCurve.recessionProbability(spread: spread) - wanted.probability) < 1e-6)
    }
    let dated = recessions.spells.filter { $0.last >= Month(1929, 9) }
    #expect(dated.map(\.first.lastDay.description) == expected.nber.map(\.first_recession_month))
    #expect(dated.map(\.last.lastDay.description) == expected.nber.map(\.last_recession_month))
  }

  private struct Vector: Decodable {
    let month: String
    let ten_year_percent, three_month_discount_percent, spread, probability_12_months_later: Double
  }

  @Test("the New York Fed's published probabilities")
  func probabilities() throws {
    for vector in try #require(try SharedCorpus.expected("recession_probability_vectors", as: [Vector].self)) {
      let spread =
        vector.ten_year_percent
        - YieldCurve.bondEquivalentYield(discountPercent: vector.three_month_discount_percent)
      #expect(abs(spread - vector.spread) < 1e-12)
      #expect(abs(YieldCurve.recessionProbability(spread: spread) - vector.probability_12_months_later) < 1e-12)
    }
  }

  private struct Sahm: Decodable {
    struct Revised: Decodable {
      struct Trigger: Decodable {
        let first, last: String
        let months: Int
        let maximum: Double
        let nber_start: String?
        let months_after_nber_start: Int?
        let false_positive: Bool?
      }
      struct Tail: Decodable {
        let day: String
        let value: Double?
        init(from decoder: any Decoder) throws {
          var list = try decoder.unkeyedContainer()
          day = try list.decode(String.self)
          value = try list.decodeIfPresent(Double.self)
        }
      }
      let triggers: [Trigger]
      let tail: [Tail]
    }
    let revised: Revised
  }

  @Test("the Sahm rule: every trigger since 1949, and unknown where a month is missing")
  func sahm() throws {
    let expected = try #require(try SharedCorpus.expected("signal_sahm", as: Sahm.self)).revised
    let history = Economy.sahm(unemployment: try monthly("unrate"))
    let spells = history.spells
    #expect(spells.map(\.first.lastDay.description) == expected.triggers.map(\.first))
    #expect(spells.map(\.last.lastDay.description) == expected.triggers.map(\.last))
    #expect(spells.map(\.months) == expected.triggers.map(\.months))
    for (spell, wanted) in zip(spells, expected.triggers) { #expect(abs(spell.extreme - wanted.maximum) < 1e-6) }
    for wanted in expected.tail {
      let value = history.values[Month(of: try #require(Day(wanted.day)))]
      #expect((value == nil) == (wanted.value == nil), "\(wanted.day)")
      if let value, let published = wanted.value { #expect(abs(value - published) <= 0.005 + 1e-9) }
    }
  }

  private struct Inflation: Decodable {
    struct High: Decodable {
      let first, last: String
      let months: Int
      let maximum: Double
    }
    struct Tail: Decodable {
      let day: String
      let rate: Double?
      let level, direction: String?
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        day = try list.decode(String.self)
        rate = try list.decodeIfPresent(Double.self)
        level = try list.decodeIfPresent(String.self)
        direction = try list.decodeIfPresent(String.self)
      }
    }
    let high_spells: [High]
    let tail: [Tail]
  }

  @Test("inflation: every spell of 5 % and more since 1916, its level and its direction")
  func inflation() throws {
    let expected = try #require(try SharedCorpus.expected("signal_inflation", as: Inflation.self))
    let history = Economy.inflation(index: try monthly("cpi_u_nsa"))
    let spells = history.spells
    #expect(spells.map(\.first.lastDay.description) == expected.high_spells.map(\.first))
    #expect(spells.map(\.last.lastDay.description) == expected.high_spells.map(\.last))
    #expect(spells.map(\.months) == expected.high_spells.map(\.months))
    for (spell, wanted) in zip(spells, expected.high_spells) { #expect(abs(spell.extreme - wanted.maximum) < 1e-6) }
    for wanted in expected.tail {
      let month = Month(of: try #require(Day(wanted.day)))
      let rate = history.values[month]
      #expect((rate == nil) == (wanted.rate == nil), "\(wanted.day)")
      guard let rate, let published = wanted.rate else { continue }
      #expect(abs(rate - published) < 1e-6)
      #expect(InflationRegime(yearly: rate).rawValue == wanted.level)
      if let before = history.values[month - 12] {
        #expect((rate > before ? "rising" : "falling") == wanted.direction)
      }
    }
  }
}
