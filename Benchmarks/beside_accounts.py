#!/usr/bin/env python3
"""Prints what the household gains over rebalancing each account by itself, as a table: beside_accounts.py HEARTH [CASE.json ...]

Three invented households unless told. Each account by itself is no straw man: Hearth's own program for one account after the other,
with the household's targets, the exact tax of that account's sales and the best lots; it only knows nothing of the other accounts.
The household is then asked for the cheapest plan that is off target by no more. Both are priced by the same rules.
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


def rows(hearth, file, name):
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
    print("| household | rebalanced | trades | off target | tax now | trading | later | in all |")
    print("|---|---|---|---|---|---|---|---|")
    for file in sys.argv[2:]:
        rows(sys.argv[1], file, os.path.basename(file).removesuffix(".json"))
    if sys.argv[2:]:
        return
    with tempfile.TemporaryDirectory() as folder:
        for accounts, lots, seed in HOUSEHOLDS:
            file = os.path.join(folder, "case.json")
            with open(file, "w") as out:
                json.dump(invented(accounts, lots, seed), out)
            rows(sys.argv[1], file, "%d accounts, %d lots" % (accounts, lots))


if __name__ == "__main__":
    main()
