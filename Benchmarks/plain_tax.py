"""The tax of one return as rows of a plain program, and as a function of the year's gains.

Schedule D, the Qualified Dividends and Capital Gain Tax Worksheet, Form 8960 and the Capital Loss Carryover Worksheet; tables of
Rev. Proc. 2024-40 and 2025-32 with P.L. 119-21.
"""

RATES = [0.10, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37]
# Year and status: tops of the brackets, tops of the 0 % and 15 % zones, standard deduction, threshold of the NIIT, limit of losses.
TABLES = {
    (2025, "single"): ([11925, 48475, 103350, 197300, 250525, 626350], 48350, 533400, 15750, 200000, 3000),
    (2025, "mfj"): ([23850, 96950, 206700, 394600, 501050, 751600], 96700, 600050, 31500, 250000, 3000),
    (2025, "mfs"): ([11925, 48475, 103350, 197300, 250525, 375800], 48350, 300000, 15750, 125000, 1500),
    (2025, "hoh"): ([17000, 64850, 103350, 197300, 250500, 626350], 64750, 566700, 23625, 200000, 3000),
    (2026, "single"): ([12400, 50400, 105700, 201775, 256225, 640600], 49450, 545500, 16100, 200000, 3000),
    (2026, "mfj"): ([24800, 100800, 211400, 403550, 512450, 768700], 98900, 613700, 32200, 250000, 3000),
    (2026, "mfs"): ([12400, 50400, 105700, 201775, 256225, 384350], 49450, 306850, 16100, 125000, 1500),
    (2026, "hoh"): ([17700, 67450, 105700, 201750, 256200, 640600], 66200, 579600, 24150, 200000, 3000),
}


class Return:
    """The figures of one return in thousand dollars, before any trade."""

    def __init__(self, unit):
        status = "mfj" if unit["filing_status"] == "qss" else unit["filing_status"]
        tops, zero, middle, standard, threshold, limit = TABLES[unit["year"], status]
        deduction = unit.get("deduction", "standard")
        deduction = standard if deduction == "standard" else deduction
        self.schedule, bottom, paid = [], 0.0, 0.0  # slope and intercept of each bracket's line, and where it begins
        for rate, top in zip(RATES, tops + [None]):
            self.schedule.append((bottom, rate, paid - rate * bottom))
            if top is not None:
                paid, bottom = paid + rate * (top / 1000 - bottom), top / 1000
        self.zero, self.middle, self.limit = zero / 1000, middle / 1000, limit / 1000
        self.short = (unit.get("realised_st", 0) - unit.get("carry_st", 0)) / 1000
        self.long = (unit.get("realised_lt", 0) - unit.get("carry_lt", 0)) / 1000
        self.dividends = unit.get("qualified_dividends", 0) / 1000
        self.ordinary = (unit["ordinary_income"] - deduction) / 1000
        self.income = unit["ordinary_income"] / 1000 + self.dividends
        # Gains move net investment income and income above the threshold alike.
        self.invested = min(unit.get("other_nii", 0) / 1000 + self.dividends, self.income - threshold / 1000)
        self.state = unit.get("state_rate", 0)
        self.cliffs = [(cliff["threshold"] / 1000, cliff["cost"]) for cliff in unit.get("magi_cliffs", [])]
        self.worth_short, self.worth_long = unit.get("value_carry_st", 0), unit.get("value_carry_lt", 0)
        self.budget = unit.get("tax_budget")
        self.usable = min(self.limit, max(0.0, self.ordinary + self.dividends))

    def rates(self, income):
        return max(0.0, max(slope * income + intercept for _, slope, intercept in self.schedule))

    def steps(self, income):
        return max(0.0, 0.15 * (income - self.zero), 0.20 * (income - self.middle) + 0.15 * (self.middle - self.zero))

    def before(self):
        """Tax in dollars, and losses carried out, if nothing is traded."""
        short, long = self.short, self.long
        if short < 0 < long:
            short, long = min(0.0, short + long), max(0.0, short + long)
        elif long < 0 < short:
            short, long = max(0.0, short + long), min(0.0, short + long)
        loss = max(0.0, -short) + max(0.0, -long)
        deducted = min(self.limit, loss)
        ordinary = self.ordinary + max(0.0, short) - deducted
        taxable = ordinary + self.dividends + max(0.0, long)
        tax = min(self.rates(ordinary) + self.steps(taxable) - self.steps(ordinary), self.rates(taxable))
        line = max(0.0, short) + max(0.0, long) - deducted
        tax += 0.038 * max(0.0, self.invested + line) + self.state * line
        cliffs = sum(cost for threshold, cost in self.cliffs if self.income + line > threshold)
        used = min(self.usable, loss)
        used_short = min(used, max(0.0, -short))
        return 1000 * tax + cliffs, max(0.0, -short) - used_short, max(0.0, -long) - (used - used_short)


def add_tax(program, figures, short_lots, long_lots, plus):
    """Adds one return: its tax and the value of its carryovers against making no trade."""

    def range_of(terms):
        low = high = terms.get(None, 0.0)
        for column, factor in terms.items():
            if column is not None:
                ends = sorted(factor * bound for bound in program.bounds[column])
                low, high = low + ends[0], high + ends[1]
        return low, high

    def named(terms, low, high):
        column = program.column(low, high)
        program.row(plus((1, {column: 1}), (-1, terms)), "=", 0)
        return {column: 1}

    def sides(terms, low, high):
        """Positive and negative part."""
        gain, loss = {program.column(0, max(0.0, high)): 1}, {program.column(0, max(0.0, -low)): 1}
        program.row(plus((1, terms), (-1, gain), (1, loss)), "=", 0)
        if low < 0 < high:
            is_gain = program.binary()
            program.row(plus((1, gain), (-high, {is_gain: 1})), "<=", 0)
            program.row(plus((1, loss), (-low, {is_gain: 1})), "<=", -low)
        return gain, loss

    def least_of(first, most, second):
        """min(first, second) for an expression and another one or a number, exactly: one binary."""
        other = second if isinstance(second, dict) else {None: second}
        limit = range_of(other)[1]
        low = {program.column(0, max(0.0, min(most, limit))): 1}
        program.row(plus((1, low), (-1, first)), "<=", 0)
        program.row(plus((1, low), (-1, other)), "<=", 0)
        if min(most, limit) > 0:
            is_other = program.binary()
            program.row(plus((1, low), (-1, first), (most, {is_other: 1})), ">=", 0)
            program.row(plus((1, low), (-1, other), (-limit, {is_other: 1})), ">=", -limit)
        return low

    short = plus((1, short_lots), (1, {None: figures.short}))
    long = plus((1, long_lots), (1, {None: figures.long}))
    (short_low, short_high), (long_low, long_high) = range_of(short), range_of(long)
    short, long = named(short, short_low, short_high), named(long, long_low, long_high)
    short_gain, short_loss = sides(short, short_low, short_high)
    long_gain, long_loss = sides(long, long_low, long_high)
    first = {program.column(0, max(0.0, min(-short_low, long_high))): 1}
    second = {program.column(0, max(0.0, min(-long_low, short_high))): 1}
    for part, wholes in ((first, (short_loss, long_gain)), (second, (long_loss, short_gain))):
        for whole in wholes:
            program.row(plus((1, part), (-1, whole)), "<=", 0)
    gain_short, gain_long = plus((1, short_gain), (-1, second)), plus((1, long_gain), (-1, first))
    left_short, left_long = plus((1, short_loss), (-1, first)), plus((1, long_loss), (-1, second))
    gain, left = plus((1, gain_short), (1, gain_long)), plus((1, left_short), (1, left_long))
    most_gain, most_left = max(0.0, short_high + long_high), max(0.0, -short_low - long_low)
    is_gain = program.binary()
    program.row(plus((1, left), (most_left, {is_gain: 1})), "<=", most_left)
    program.row(plus((1, gain), (-most_gain, {is_gain: 1})), "<=", 0)

    deducted = least_of(left, most_left, figures.limit)
    line = plus((1, gain), (-1, deducted))
    low = -min(figures.limit, most_left)
    income = named(plus((1, {None: figures.ordinary}), (1, gain_short), (-1, deducted)),
                   figures.ordinary + low, figures.ordinary + max(0.0, short_high))
    total_low, total_high = figures.ordinary + figures.dividends + low, figures.ordinary + figures.dividends + most_gain
    total = named(plus((1, {None: figures.ordinary + figures.dividends}), (1, line)), total_low, total_high)

    on_income, on_gains = {program.column(): 1}, {program.column(): 1}
    for _, slope, intercept in figures.schedule:
        program.row(plus((1, on_income), (-slope, income)), ">=", intercept)
    for slope, start, paid in ((0.15, figures.zero, 0.0), (0.20, figures.middle, 0.15 * (figures.middle - figures.zero))):
        program.row(plus((1, on_gains), (-slope, total)), ">=", paid - slope * start)
    spared = add_zones(program, figures, income, figures.ordinary + low, figures.ordinary + max(0.0, short_high), plus)
    tax = plus((1, on_income), (1, on_gains), (-1, spared))

    twelve = figures.schedule[2][0]
    if total_high > figures.zero and total_low < 2 * twelve:  # the schedule alone may be the smaller of the two
        smaller, is_schedule = {program.column(): 1}, program.binary()
        saving = 0.03 * (twelve - figures.zero)
        program.row(plus((1, smaller), (-1, tax), (saving, {is_schedule: 1})), ">=", 0)
        most = figures.rates(total_high)
        for _, slope, intercept in figures.schedule:
            program.row(plus((1, smaller), (-slope, total), (-most, {is_schedule: 1})), ">=", intercept - most)
        tax = smaller
    surtax = {program.column(): 1}
    program.row(plus((1, surtax), (-0.038, line)), ">=", 0.038 * figures.invested)
    tax = plus((1000, tax), (1000, surtax), (1000 * figures.state, line))
    for threshold, cost in figures.cliffs:
        passed, range_ = program.binary(), figures.income + most_gain - threshold
        if figures.income + low > threshold:
            tax = plus((1, tax), (cost, {None: 1}))
        elif range_ > 0:
            program.row(plus((1, line), (-range_, {passed: 1})), "<=", threshold - figures.income)
            tax = plus((1, tax), (cost, {passed: 1}))
    before, before_short, before_long = figures.before()
    tax = plus((1, tax), (-before, {None: 1}))
    program.minimise(tax)
    if figures.budget is not None:
        program.row(plus((0.001, tax)), "<=", figures.budget / 1000)

    used = deducted if figures.usable == figures.limit else least_of(left, most_left, figures.usable)
    used_short = least_of(left_short, max(0.0, -short_low), used)
    program.minimise(plus((1, left_short), (-1, used_short), (-before_short, {None: 1})), -1000 * figures.worth_short)
    program.minimise(
        plus((1, left_long), (-1, used), (1, used_short), (-before_long, {None: 1})), -1000 * figures.worth_long)


def add_zones(program, figures, income, low, high, plus):
    """g(Y), concave where it is subtracted: Y in pieces, of which each begins when the one below is full."""
    ends = [(0.0, figures.zero), (0.15, figures.middle), (0.20, float("inf"))]
    start, pieces, spared, full = min(low, 0.0), [], {}, None
    for number, (rate, end) in enumerate(ends):
        size = max(0.0, min(end, max(high, 0.0)) - max(start, 0.0))
        piece = program.column(start if number == 0 else 0.0, min(end, max(high, 0.0)) if number == 0 else size)
        pieces.append((1, {piece: 1}))
        spared[piece] = rate
        if full is not None:
            program.row({piece: 1, full: -size}, "<=", 0)
        if high <= end:
            break
        full = program.binary()
        bottom = start if number == 0 else 0.0
        top = end if number == 0 else size
        program.row({piece: 1, full: -(top - bottom)}, ">=", bottom)
        start = end
    program.row(plus((1, income), *((-factor, piece) for factor, piece in pieces)), "=", 0)
    return spared
