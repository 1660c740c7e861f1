#!/usr/bin/env python3
"""Records what Tax-Calculator makes of random returns, for TaxCalculatorTests.

    pip install taxcalc==6.8.0
    python3 Tests/Oracles/taxcalc_oracle.py > Tests/Oracles/taxcalc_returns.csv

Tax-Calculator (https://taxcalc.pslmodels.org) is written by others, from the forms. It has its own tables, which it extrapolates from the
published amounts where it must; federal tax is its `taxbc` (before alternative minimum tax and credits), the tax on
investment income its `niit`. Two things differ and are set alike: the senior deduction (IRC 151(d)(5)(C)), which Hearth does not count,
is switched off, and carryovers into the year, which Tax-Calculator does not have, are netted before it sees the gains.
The losses carried on, which it does not have either, follow the Capital Loss Carryover Worksheet, line by line.

A third of the amounts lies at or within three dollars of a boundary of the table, where wrong digits show.
"""

import random
import sys

import pandas
import taxcalc

SEED = 20261124
PER_YEAR = 500
YEARS = (2025, 2026)
STATUSES = ("single", "mfj", "mfs", "hoh", "qss")  # MARS 1 to 5
BOUNDARIES = "II_brk1 II_brk2 II_brk3 II_brk4 II_brk5 II_brk6 CG_brk1 CG_brk2 NIIT_thd STD".split()


def policy(year):
    policy = taxcalc.Policy()
    policy.implement_reform({"SeniorDed_c": {2025: 0.0}})
    policy.set_year(year)
    return policy


def gain(draw):
    """Often nothing, often a few hundred, sometimes very much; a loss as often as not."""
    size = draw.choice((0, 600, 6_000, 60_000, 600_000))
    return draw.randint(-size, size)


def sample(draw, year, law):
    mars = draw.randint(1, 5)
    row = {
        "year": year,
        "mars": mars,
        "income": int(draw.choice((40_000, 120_000, 400_000, 1_000_000)) * draw.random()),
        "dividends": draw.choice((0, 0, draw.randint(0, 3_000), draw.randint(0, 300_000))),
        "interest": 0,
        "short": gain(draw),
        "long": gain(draw),
        "carry_short": draw.choice((0, 0, draw.randint(1, 20_000))),
        "carry_long": draw.choice((0, 0, draw.randint(1, 20_000))),
        "aged": draw.choice((0, 0, 1, 2 if mars == 2 else 1)),
    }
    if draw.random() < 1 / 3:
        # Taxable income, or what is long-term in it, ends near a boundary.
        near = int(getattr(law, draw.choice(BOUNDARIES))[0][mars - 1]) + draw.randint(-3, 3)
        deduction = int(law.STD[0][mars - 1] + row["aged"] * law.STD_Aged[0][mars - 1])
        row["income"] = near + draw.choice((0, deduction))
        row["short"] = row["carry_short"] = row["carry_long"] = 0
        row["long"] = max(0, row["long"])
        if draw.random() < 0.5:
            row["income"] = max(0, row["income"] - row["long"] - row["dividends"])
    row["interest"] = draw.choice((0, row["income"] // draw.randint(2, 40)))
    return row


def carried(row, taxable, limit):
    """The Capital Loss Carryover Worksheet of Schedule D; `taxable` is Form 1040 line 11 less line 14, signed."""
    short, long = row["short"] - row["carry_short"], row["long"] - row["carry_long"]
    line2 = min(limit, max(0, -(short + long)))
    line4 = min(line2, max(0, taxable + line2))
    line8 = max(0, max(0, -short) - (line4 + max(0, long)))
    line13 = max(0, max(0, -long) - (max(0, short) + max(0, line4 - max(0, -short))))
    # Without a loss on line 21 there is no worksheet and nothing to carry.
    return (line8, line13) if line2 else (0, 0)


def main():
    draw = random.Random(SEED)
    print("# Made by Tests/Oracles/taxcalc_oracle.py with taxcalc", taxcalc.__version__)
    print(
        "year,status,income,qualified_dividends,interest_within,short,long,carry_short,carry_long,aged,"
        "federal,niit,carried_short,carried_long"
    )
    for year in YEARS:
        law = policy(year)
        rows = [sample(draw, year, law) for _ in range(PER_YEAR)]
        records = pandas.DataFrame(
            {
                "RECID": range(1, len(rows) + 1),
                "FLPDYR": year,
                "MARS": [row["mars"] for row in rows],
                "XTOT": [2 if row["mars"] == 2 else 1 for row in rows],
                "e00200": [row["income"] - row["interest"] for row in rows],
                "e00200p": [row["income"] - row["interest"] for row in rows],
                "e00300": [row["interest"] for row in rows],
                "e00600": [row["dividends"] for row in rows],
                "e00650": [row["dividends"] for row in rows],
                "p22250": [row["short"] - row["carry_short"] for row in rows],
                "p23250": [row["long"] - row["carry_long"] for row in rows],
                "age_head": [70 if row["aged"] else 40 for row in rows],
                "age_spouse": [0 if row["mars"] != 2 else 70 if row["aged"] == 2 else 40 for row in rows],
            }
        )
        calculator = taxcalc.Calculator(
            policy=law, records=taxcalc.Records(data=records, start_year=year, gfactors=None, weights=None)
        )
        calculator.calc_all()
        assert calculator.current_year == year
        limits = law.Capital_loss_limitation[0]
        for index, row in enumerate(rows):
            mars = row["mars"]
            values = {name: float(calculator.array(name)[index]) for name in ("taxbc", "niit", "c00100", "standard")}
            taxable = values["c00100"] - values["standard"]
            carry = carried(row, taxable, int(limits[mars - 1]))
            inputs = [row[key] for key in ("income", "dividends", "interest", "short", "long", "carry_short", "carry_long")]
            fields = [year, STATUSES[mars - 1], *inputs, row["aged"], f"{values['taxbc']:.6f}", f"{values['niit']:.6f}"]
            print(*fields, *(f"{part:g}" if part < 1e6 else f"{part:.0f}" for part in carry), sep=",")


if __name__ == "__main__":
    sys.exit(main())
