"""Solves the money-weighted return of a hundred random histories with scipy's root finder and records them in xirr.csv.

Run by hand: python xirr.py. Each line is a history: its rate, then day:amount for each flow (below zero what was put in, the last one
what is left). Histories whose present value crosses zero more than once between ln(1 + r) = -9 and 9 are not used.
"""

import datetime
import math
import pathlib
import random

import scipy.optimize

random.seed(365)


def value(x, flows):
    first = flows[0][0]
    return sum(amount * math.exp(-x * (day - first).days / 365) for day, amount in flows)


def history():
    day = datetime.date(2000, 1, 1) + datetime.timedelta(random.randint(0, 8000))
    growth = random.uniform(-0.4, 0.6)
    flows = [(day, -float(random.randint(1000, 100000)))]
    worth = -flows[0][1]
    for _ in range(random.randint(0, 40)):
        days = random.randint(1, 200)
        day += datetime.timedelta(days)
        worth *= (1 + growth + random.uniform(-0.3, 0.3)) ** (days / 365)
        amount = round(random.uniform(-0.4 if random.random() < 0.5 else 0, 0.5) * worth, 2)
        flows.append((day, -amount))
        worth += amount
    days = random.randint(20, 700)
    day += datetime.timedelta(days)
    worth *= (1 + growth) ** (days / 365)
    flows.append((day, round(worth, 2)))
    return flows


lines = []
while len(lines) < 100:
    flows = history()
    grid = [i * 0.01 for i in range(-900, 901)]
    signs = [value(x, flows) > 0 for x in grid]
    if sum(a != b for a, b in zip(signs, signs[1:])) != 1:
        continue
    x = scipy.optimize.brentq(value, -9, 9, args=(flows,), xtol=1e-15, rtol=4 * 2.3e-16, maxiter=500)
    lines.append(f"{math.expm1(x):.15g}," + ",".join(f"{day}:{amount:.2f}" for day, amount in flows))
pathlib.Path(__file__).with_name("xirr.csv").write_text("rate,flows\n" + "\n".join(lines) + "\n")
