#!/usr/bin/env python3
"""Prints an invented household as a case, the same for the same numbers: invent_household.py ACCOUNTS LOTS SEED

Two people who file jointly, with taxable accounts, 401(k)s with menus of their own, IRAs and an HSA; most of it in US stocks at a
gain, some lots at a loss, some younger than a year, a payroll purchase ahead. Nobody's figures.
"""
import json
import random
import sys
from datetime import date, timedelta

TODAY = date(2026, 6, 15)
CLASSES = {  # target, share of what is held today, yield, qualified, exempt, foreign tax
    "us_stock": (0.42, 0.60, 0.013, 0.95, 0, 0), "intl_stock": (0.20, 0.08, 0.028, 0.65, 0, 0.0022),
    "us_bond": (0.24, 0.14, 0.041, 0, 0, 0), "tips": (0.06, 0.05, 0.034, 0, 0, 0), "reit": (0.04, 0.08, 0.038, 0.05, 0, 0),
    "muni": (0.02, 0.05, 0.031, 0, 1, 0), "cash": (0.02, 0, 0, 0, 0, 0)}
KINDS = ["taxable", "trad", "roth", "taxable", "trad", "hsa", "roth"]


def securities(chance, count):
    """Index funds of every class first, then funds, shares and twins that are substantially identical."""
    names = [name for name in CLASSES if name != "cash"]
    found = []
    for number in range(max(count, len(names))):
        name = names[number] if number < len(names) else chance.choices(names, [0.5, 0.2, 0.15, 0.05, 0.05, 0.05])[0]
        _, _, paid, qualified, exempt, foreign = CLASSES[name]
        kind = "etf" if number < len(names) else chance.choices(["etf", "fund", "stock"], [0.5, 0.3, 0.2])[0]
        if kind == "stock":
            name, paid = "us_stock", chance.choice([0, 0.01, 0.03])
        found.append({
            "id": "%s%03d" % (kind[0].upper(), number), "kind": kind, "price": round(chance.uniform(18, 420), 2),
            "classes": {name: 1}, "yield": paid, "qualified": qualified, "exempt": exempt, "foreign_tax": foreign,
            "expense_ratio": 0 if kind == "stock" else round(chance.uniform(0.0003, 0.005), 4),
            "spread": 0 if kind == "fund" else round(chance.uniform(0.0001, 0.0006), 5),
            "buyable": kind != "stock" and (number < len(names) or chance.random() < 0.35),
            "group": "twins-%s" % name if kind != "stock" and chance.random() < 0.15 else "own-%d" % number})
    return found


def invented(accounts, lots, seed):
    chance = random.Random("%d %d %d" % (accounts, lots, seed))
    choice = securities(chance, 8 + lots // 25)
    owned = {name: [s for s in choice if name in s["classes"]] for name in CLASSES if name != "cash"}
    case = {
        "schema": "household-case/1", "name": "invented %d accounts, %d lots, seed %d" % (accounts, lots, seed),
        "as_of": TODAY.isoformat(),
        "settings": {"min_trade": 250, "nuisance": 5, "annuity": 8, "drift_in": 0.002, "drift_out": 0.06, "wash_days": 30,
                     "no_round_trip": True, "cash_class": "cash", "cash_yield": 0.036, "max_trades": None},
        "members": [{"id": "ada"}, {"id": "ben"}],
        "tax_units": [{
            "id": "joint", "year": 2026, "filing_status": "mfj", "ordinary_income": chance.randrange(90, 420) * 1000,
            "qualified_dividends": 3200, "other_nii": 2400, "deduction": "standard", "state_rate": 0.05,
            "realised_lt": chance.randrange(-4000, 4000), "value_carry_st": 0.14, "value_carry_lt": 0.1,
            "future_gain_rate": 0.06, "location_rates": {"ordinary": 0.29, "qualified": 0.2}}],
        "asset_classes": [{"id": name, "target": terms[0], "band": round(0.2 * terms[0], 4)} for name, terms in CLASSES.items()],
        "securities": choice, "accounts": [], "lots": [], "recent_transactions": [], "scheduled_buys": []}
    for number in range(accounts):
        kind = KINDS[number % len(KINDS)]
        menu = None
        if kind == "trad":  # a plan: one fund for most classes
            menu = sorted(chance.choice(funds)["id"] for name, funds in owned.items() if name != "muni" or chance.random() < 0.2)
        case["accounts"].append({
            "id": "A%02d-%s" % (number + 1, kind), "owner": chance.choice(["ada", "ben"]), "type": kind, "tax_unit": "joint",
            "cash": round(chance.uniform(100, 9000), 2), "cash_reserve": 0, "commission": 0,
            "fractional_shares": kind == "trad", "lot_method": "specific", "menu": menu, "no_buy": [], "no_sell": []})
    names = [name for name in owned]
    shares = [CLASSES[name][1] for name in names]
    taxable = [account for account in case["accounts"] if account["type"] == "taxable"]
    for number in range(lots):
        # Two lots of three lie in taxable accounts, where they count.
        account = chance.choice(taxable if number % 3 else case["accounts"])
        security = chance.choice(owned[chance.choices(names, shares)[0]])
        account_menu = account["menu"]
        if account_menu is not None:
            offered = chance.choice(account_menu)
            security = next(s for s in choice if s["id"] == offered)
        value = chance.lognormvariate(0, 0.8) * 900_000 * (1 + accounts / 4) / (lots + 3)
        whole = security["kind"] != "fund" and not account["fractional_shares"]
        count = max(1, round(value / security["price"])) if whole else round(value / security["price"], 3)
        case["lots"].append({
            "id": "L%05d" % number, "account": account["id"], "security": security["id"], "shares": count,
            "basis": round(security["price"] * chance.choice([0.35, 0.5, 0.7, 0.8, 0.9, 1.04, 1.2]) * chance.uniform(0.9, 1.1), 4),
            "acquired": (TODAY - timedelta(days=chance.choice([12, 90, 200, 330, 500, 900, 1800, 3000]))).isoformat()})
    payroll = next((account for account in case["accounts"] if account["type"] == "trad"), None)
    if payroll:
        case["scheduled_buys"].append({
            "account": payroll["id"], "security": payroll["menu"][0], "date": (TODAY + timedelta(days=11)).isoformat()})
    return case


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    json.dump(invented(*(int(text) for text in sys.argv[1:])), sys.stdout, indent=1)
