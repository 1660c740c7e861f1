#!/usr/bin/env python3
"""Prints what the household gains over rebalancing each account by itself, as a table: beside_accounts.py HEARTH [--this-year] [CASE.json ...]

Three invented households unless told. Each account by itself is no straw man: Hearth's own program for one account after the other,
with the household's targets, the exact tax of that account's sales and the best lots; it only knows nothing of the other accounts.
The household is then asked for the cheapest plan that is off target by no more. Both are priced by the same rules. --this-year
makes both look at this year's tax and at costs alone: no fees and distributions of the years to come, no tax on later gains.
"""
import json
import os
import subprocess
import sys
import tempfile

from invent_household import invented

HOUSEHOLDS = [(4, 40, 1), (6, 150, 2), (8, 400, 3)]
ROWS = {"nothing": "nothing", "separate": "each account by itself", "asNearAsSeparate": "the household, as near as that"}


def dollars(amount):
    return f"{amount:,.0f}".replace("-", "−")


def this_year(case):
    case["settings"]["annuity"] = 0
    for unit in case["tax_units"]:
        unit.update(value_carry_st=0, value_carry_lt=0, future_gain_rate=0)
    return case


def rows(hearth, case, name):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "case.json")
        with open(file, "w") as out:
            json.dump(case, out)
        output = subprocess.check_output([hearth, "optimize", file, "--compare", "--json"])
    for plan in json.loads(output)["plans"]:
        if plan["kind"] not in ROWS:
            continue
        parts = plan["parts"]
        trading = parts["spread"] + parts["commission"] + parts["redemption"]
        later = parts["carryValue"] + parts["embedded"] + parts["location"]
        print("| %s | %s | %d | %.2f %% | %s | %s | %s | %s |" % (
            name, ROWS[plan["kind"]], plan["trades"], 100 * plan["offTarget"], dollars(parts["tax"]), dollars(trading),
            dollars(later), dollars(parts["tax"] + trading + later)), flush=True)
        name = ""


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    hearth, files = sys.argv[1], [argument for argument in sys.argv[2:] if argument != "--this-year"]
    cases = [("%d accounts, %d lots" % size[:2], invented(*size)) for size in HOUSEHOLDS if not files]
    for file in files:
        with open(file) as text:
            cases.append((os.path.basename(file).removesuffix(".json"), json.load(text)))
    print("| household | rebalanced | trades | off target | tax now | trading | later | in all |")
    print("|---|---|---|---|---|---|---|---|")
    for name, case in cases:
        rows(hearth, this_year(case) if "--this-year" in sys.argv else case, name)


if __name__ == "__main__":
    main()
