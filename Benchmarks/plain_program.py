#!/usr/bin/env python3
"""Writes the plain mixed-integer program of one household as an LP file that any solver reads.

usage: plain_program.py CASE.json [FILE.lp]

Written without Hearth and without its ideas, as a yardstick: every rule and cost of household-case/1 (Docs/Optimiser.md), whole
shares and the exact tax in one program, one row for each inequality; nothing is merged, tightened or left out. Amounts are
thousand dollars, the objective dollars. Every big number is a bound that the data give.
"""
import json
import math
import sys
from collections import defaultdict
from datetime import date, timedelta

from plain_lp import INFINITY, Program, plus
from plain_tax import Return, add_tax


def is_long(acquired, sold):
    """More than a year: the day of acquisition is excluded; what begins on the last day of a month ends with months."""
    begin = acquired + timedelta(days=1)
    year, month, day = begin.year + 1, begin.month, begin.day
    if begin.day != 1:
        year, month, day = acquired.year + 1, acquired.month, acquired.day
        while True:
            try:
                anniversary = date(year, month, day)
                break
            except ValueError:
                day -= 1
        return sold > anniversary
    return sold >= date(year, month, 1)


class WashWindow:
    """Purchases and losses of each group within 30 days."""

    def __init__(self, case):
        today, days = date.fromisoformat(case["as_of"]), timedelta(case["settings"].get("wash_days", 30))
        group = {s["id"]: s.get("group", s["id"]) for s in case["securities"]}
        taxable = {a["id"] for a in case["accounts"] if a["type"] == "taxable"}
        lots = {lot["id"] for lot in case["lots"]}
        self.bought, self.lost = defaultdict(list), set()

        def is_recent(day):
            return timedelta(0) <= today - date.fromisoformat(day) <= days

        for lot in case["lots"]:
            if is_recent(lot["acquired"]):
                self.bought[group[lot["security"]]].append(lot["id"])
        for trade in case.get("recent_transactions", []):
            if is_recent(trade["date"]) and trade["action"] == "buy":
                self.bought[group[trade["security"]]].append(trade["lot"] if trade.get("lot") in lots else None)
            elif is_recent(trade["date"]) and trade.get("gain", 0) < 0 and trade["account"] in taxable:
                self.lost.add(group[trade["security"]])
        for buy in case.get("scheduled_buys", []):
            if timedelta(0) <= date.fromisoformat(buy["date"]) - today <= days:
                self.bought[group[buy["security"]]].append(None)

    def touches(self, lot, group):
        return any(other != lot["id"] for other in self.bought[group])


class Household:
    """The rows of one case."""

    def __init__(self, case):
        self.case, self.settings, self.program = case, case["settings"], Program()
        self.today = date.fromisoformat(case["as_of"])
        self.securities = {s["id"]: s for s in sorted(case["securities"], key=lambda s: s["id"])}
        self.accounts = sorted(case["accounts"], key=lambda a: a["id"])
        self.units = {u["id"]: u for u in sorted(case["tax_units"], key=lambda u: u["id"])}
        self.window = WashWindow(case)
        self.prices_washes = self.settings.get("wash_policy", "forbid") == "price"
        self.minimum = self.settings["min_trade"] / 1000
        self.positions = defaultdict(list)
        for lot in sorted(case["lots"], key=lambda lot: (lot["acquired"], lot["id"])):
            self.positions[lot["account"], lot["security"]].append(lot)
        self.cash = {account["id"]: {} for account in self.accounts}  # what the trades add
        self.change = defaultdict(dict)  # dollars of each class
        self.results = defaultdict(dict)  # gains by return and term
        self.trades, self.buyers, self.losses = [], defaultdict(list), defaultdict(list)

    def group(self, security):
        return security.get("group", security["id"])

    def yearly(self, account, security):
        fee = security.get("expense_ratio", 0)
        if account["type"] != "taxable":
            return fee + security.get("foreign_tax", 0)
        rates, qualified = self.units[account["tax_unit"]].get("location_rates", {}), security.get("qualified", 0)
        rate = qualified * rates.get("qualified", 0) + (1 - qualified) * rates.get("ordinary", 0)
        return fee + security.get("yield", 0) * (1 - security.get("exempt", 0)) * rate

    def add(self, account, security, amount, made, sign):
        """What any trade does: costs, cash, classes, fees. `amount` is a column, bought (+1) or sold (-1)."""
        half, commission = security.get("spread", 0) / 2, account.get("commission", 0) / 1000
        factor = account.get("value_factor", 1)
        self.program.cost[amount] += 1000 * half + sign * 1000 * self.settings["annuity"] * self.yearly(account, security)
        self.program.cost[made] += self.settings["nuisance"] + 1000 * commission
        cash = self.cash[account["id"]]
        cash[amount] = cash.get(amount, 0) - sign - half
        cash[made] = -commission
        for name, weight in security["classes"].items():
            self.change[name][amount] = self.change[name].get(amount, 0) + sign * weight * factor
        self.trades.append(made)

    def sell(self, account, security):
        """Adds the position's sale; returns what it can raise and its binary."""
        free = [lot for lot in self.positions[account["id"], security["id"]] if not lot.get("hold") and lot["shares"] > 0]
        if not free or not account.get("can_trade", True) or security["id"] in account.get("no_sell", []):
            return 0.0, None
        taxed, method, price = account["type"] == "taxable", account.get("lot_method", "specific"), security["price"] / 1000
        in_order = taxed and method != "specific"
        held = self.positions[account["id"], security["id"]]
        mean = sum(lot["shares"] * lot["basis"] for lot in held) / sum(lot["shares"] for lot in held) if taxed else 0
        lots = []
        for lot in free:
            basis = (mean if method == "average" else lot["basis"]) / 1000 if taxed else price
            blocked = taxed and basis > price and self.window.touches(lot, self.group(security))
            if not blocked or self.prices_washes:
                lots.append((lot, 1 - basis / price, lot["shares"] * price, blocked))
            elif in_order:
                break
        most, closes = sum(value for _, _, value, _ in lots), len(lots) == len(free)
        if not lots or (most < self.minimum and not closes):
            return 0.0, None
        program, made = self.program, self.program.binary()
        if not taxed and len({lot.get("redemption_fee", 0) for lot in free}) == 1:
            lots = [(free[0], 0.0, most, False)]
        columns = [program.column(0, value) for _, _, value, _ in lots]
        total = program.column(0, most)
        program.row({**{column: 1.0 for column in columns}, total: -1.0}, "=", 0)
        program.row({total: 1, made: -most}, "<=", 0)
        program.row({total: 1, made: -min(self.minimum, most)}, ">=", 0)
        self.add(account, security, total, made, -1)
        for (lot, gain, value, blocked), column in zip(lots, columns):
            fee = lot.get("redemption_fee", 0)
            program.cost[column] += 1000 * fee
            if fee:
                self.cash[account["id"]][column] = self.cash[account["id"]].get(column, 0) - fee
            if taxed:
                term = (account["tax_unit"], is_long(date.fromisoformat(lot["acquired"]), self.today))
                program.cost[column] -= 1000 * self.units[account["tax_unit"]].get("future_gain_rate", 0) * gain
                if gain < 0 and not blocked:
                    self.losses[self.group(security)].append((column, value, gain, term))
                elif not blocked:
                    self.results[term][column] = gain
        if in_order:
            for index in range(1, len(lots)):
                gone = program.binary()
                program.row({columns[index - 1]: 1, gone: -lots[index - 1][2]}, ">=", 0)
                program.row({columns[index]: 1, gone: -lots[index][2]}, "<=", 0)
        self.whole_sale(account, security, free, total, most, closes)
        return most, made

    def whole_sale(self, account, security, free, total, most, closes):
        """Σs = p n + p r e, n >= floor(Q) e: the fractional rest goes with the last whole share."""
        if security["kind"] == "fund" or account.get("fractional_shares"):
            return
        price, program = security["price"] / 1000, self.program
        whole = math.floor(most / price + 1e-9)
        row = {total: 1, program.integer(whole): -price}
        sellable = sum(lot["shares"] for lot in free)
        rest = round(sellable - math.floor(sellable + 1e-9), 8)
        if rest > 0 and closes:
            shares, close = program.integers[-1], program.binary()
            row[close] = -price * rest
            program.row({shares: 1, close: -whole}, ">=", 0)
        program.row(row, "=", 0)

    def buy(self, account, security, most, sold):
        menu, whole = account.get("menu"), security["kind"] != "fund" and not account.get("fractional_shares")
        offered = security["id"] in menu if menu is not None else True
        if (not offered or not security.get("buyable", True) or security["id"] in account.get("no_buy", [])
                or self.group(security) in self.window.lost or not account.get("can_trade", True)):
            return
        price = security["price"] / 1000
        if most < max(self.minimum, price if whole else 0):
            return
        program = self.program
        amount, made = program.column(0, most), program.binary()
        program.row({amount: 1, made: -most}, "<=", 0)
        program.row({amount: 1, made: -self.minimum}, ">=", 0)
        if whole:
            program.row({amount: 1, program.integer(math.floor(most / price)): -price}, "=", 0)
        if sold is not None and self.settings.get("no_round_trip", True):
            program.row({made: 1, sold: 1}, "<=", 1)
        self.add(account, security, amount, made, 1)
        self.buyers[self.group(security)].append(made)

    def wash_sales(self):
        """A group is sold at a loss or bought: forbidden, or its loss does not count."""
        program = self.program
        for group, losses in self.losses.items():
            buyers = self.buyers[group]
            open_loss = program.binary() if buyers else None
            for buyer in buyers:
                program.row({buyer: 1, open_loss: 1}, "<=", 1)
            if buyers and self.prices_washes:
                program.row({**{buyer: 1 for buyer in buyers}, open_loss: 1}, ">=", 1)
            for column, value, gain, term in losses:
                counted = column
                if buyers and not self.prices_washes:
                    program.row({column: 1, open_loss: -value}, "<=", 0)
                elif buyers:
                    counted = program.column(0, value)
                    program.row({counted: 1, open_loss: -value}, "<=", 0)
                    program.row({column: 1, counted: -1}, ">=", 0)
                    program.row({column: 1, counted: -1, open_loss: value}, "<=", value)
                self.results[term][counted] = gain

    def cash_and_classes(self):
        program, settings = self.program, self.settings
        value, exposure = 0.0, defaultdict(float)
        for account in self.accounts:
            change, factor = self.cash[account["id"]], account.get("value_factor", 1)
            room = (account["cash"] - account.get("cash_reserve", 0)) / 1000
            program.row(change, ">=", -room)
            value += account["cash"] / 1000 * factor
            exposure[settings["cash_class"]] += account["cash"] / 1000 * factor
            self.change[settings["cash_class"]] = plus((1, self.change[settings["cash_class"]]), (factor, change))
            if account["type"] == "taxable":
                rate = self.units[account["tax_unit"]].get("location_rates", {}).get("ordinary", 0)
                program.minimise(change, 1000 * settings["annuity"] * settings.get("cash_yield", 0) * rate)
            for (owner, name), lots in self.positions.items():
                worth = sum(lot["shares"] for lot in lots) * self.securities[name]["price"] / 1000 * factor
                if owner == account["id"]:
                    value += worth
                    for part, weight in self.securities[name]["classes"].items():
                        exposure[part] += worth * weight
        distances = {}
        for part in self.case["asset_classes"]:
            row, band = dict(self.change[part["id"]]), part["band"] * value
            for sign in (1, -1):
                near = program.column(0, band, 1000 * settings["drift_in"])
                far = program.column(0, INFINITY, 1000 * settings["drift_out"])
                row[near] = row[far] = -sign
                distances[near] = distances[far] = 1
            program.row(row, "=", part["target"] * value - exposure[part["id"]])
        if settings.get("max_misallocation") is not None:
            program.row(distances, "<=", 2 * settings["max_misallocation"] * value)

    def build(self):
        for account in self.accounts:
            raised, sold = (account["cash"] - account.get("cash_reserve", 0)) / 1000, {}
            for name, security in self.securities.items():
                most, sold[name] = self.sell(account, security)
                raised += most * (1 - security.get("spread", 0) / 2)
            for name, security in self.securities.items():
                self.buy(account, security, raised, sold[name])
        self.wash_sales()
        self.cash_and_classes()
        if self.settings.get("max_trades") is not None:
            self.program.row({made: 1 for made in self.trades}, "<=", self.settings["max_trades"])
        for name, unit in self.units.items():
            short, long = self.results[name, False], self.results[name, True]
            if short or long:
                add_tax(self.program, Return(unit), short, long, plus)
        return self.program


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with open(sys.argv[1]) as file:
        program = Household(json.load(file)).build()
    with open(sys.argv[2], "w") if len(sys.argv) > 2 else sys.stdout as file:
        program.write(file)
