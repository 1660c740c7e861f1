"""Reckons random returns with gains from collectibles with policyengine-us 2.68.0 and records them in policyengine_collectibles.csv.

Run by hand, in a virtual environment with policyengine-us==2.68.0: python policyengine_collectibles.py
PolicyEngine takes the gain from collectibles as the 28 % rate gain and does not lower it by a net short-term loss (28 % Rate Gain
Worksheet, line 6), so no return here has one, and no gain from collectibles is more than the net capital gain.
"""

import pathlib
import random

from policyengine_us import Simulation

random.seed(28)
YEARS = (2025, 2026)
STATUSES = {"single": 1, "mfj": 2}
INCOMES = [20_000, 60_000, 110_000, 150_000, 205_000, 260_000, 400_000, 560_000, 720_000]


def returns(count):
    for _ in range(count):
        long = random.randint(1_000, 250_000)
        yield {
            "status": random.choice(list(STATUSES)),
            "income": random.choice(INCOMES) + random.randint(0, 20_000),
            "short": random.choice([0, random.randint(0, 20_000)]),
            "long": long,
            "collectible": random.randint(0, long),
        }


def reckoned(cases, year):
    groups = {name: {} for name in ("tax_units", "families", "spm_units", "households", "marital_units")}
    people = {}
    for number, case in enumerate(cases):
        filer = f"filer {number}"
        people[filer] = {
            "age": {year: 40},
            "employment_income": {year: case["income"]},
            "short_term_capital_gains": {year: case["short"]},
            "long_term_capital_gains_before_response": {year: case["long"]},
            "long_term_capital_gains_on_collectibles": {year: case["collectible"]},
        }
        members = [filer]
        if STATUSES[case["status"]] == 2:
            people[f"spouse {number}"] = {"age": {year: 40}}
            members.append(f"spouse {number}")
        for name, group in groups.items():
            group[f"{name} {number}"] = {"members": members}
        groups["households"][f"households {number}"]["state_code"] = {year: "TX"}
    simulation = Simulation(situation={"people": people, **groups})
    rates = simulation.calculate("income_tax_main_rates", year)
    gains = simulation.calculate("capital_gains_tax", year)
    return [float(a) + float(b) for a, b in zip(rates, gains)]


with open(pathlib.Path(__file__).with_name("policyengine_collectibles.csv"), "w") as file:
    file.write("year,status,income,short,long,collectible,federal\n")
    for year in YEARS:
        cases = list(returns(120))
        for case, federal in zip(cases, reckoned(cases, year)):
            file.write(f"{year},{','.join(str(value) for value in case.values())},{federal:.2f}\n")
