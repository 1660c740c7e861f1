"""A mixed-integer program as columns and rows, and the LP file that any solver reads."""
import math
from collections import defaultdict

INFINITY = math.inf


class Program:
    """Columns and rows; an expression is a dictionary from column to coefficient, with the constant under None."""

    def __init__(self):
        self.bounds, self.cost, self.rows, self.binaries, self.integers = [], [], [], [], []

    def column(self, low=0.0, high=INFINITY, cost=0.0):
        self.bounds.append((low, high))
        self.cost.append(cost)
        return len(self.bounds) - 1

    def binary(self, cost=0.0):
        self.binaries.append(self.column(0, 1, cost))
        return self.binaries[-1]

    def integer(self, high):
        self.integers.append(self.column(0, high))
        return self.integers[-1]

    def row(self, terms, sense, right):
        """`terms` sense `right`, where sense is one of <=, >=, =."""
        kept = {column: factor for column, factor in terms.items() if column is not None and factor}
        if kept:
            self.rows.append((kept, sense, right - terms.get(None, 0.0)))

    def minimise(self, terms, factor=1.0):
        for column, value in terms.items():
            if column is None:
                column = self.column(1, 1)
            self.cost[column] += factor * value

    def write(self, file):
        def sum_of(terms):
            return " ".join("%s %r x%d" % ("-" if factor < 0 else "+", abs(factor), column) for column, factor in terms)

        file.write("Minimize\n cost: %s\nSubject To\n" % sum_of((i, cost) for i, cost in enumerate(self.cost) if cost))
        for number, (terms, sense, right) in enumerate(self.rows):
            file.write(" r%d: %s %s %r\n" % (number, sum_of(terms.items()), sense, right))
        file.write("Bounds\n")
        for column, (low, high) in enumerate(self.bounds):
            file.write(" %r <= x%d <= %s\n" % (low, column, "+inf" if high == INFINITY else repr(high)))
        for name, columns in (("General", self.integers), ("Binary", self.binaries)):
            if columns:
                file.write("%s\n%s\n" % (name, "\n".join(" x%d" % column for column in columns)))
        file.write("End\n")


def plus(*parts):
    """The sum of (factor, expression) pairs."""
    total = defaultdict(float)
    for factor, terms in parts:
        for column, value in terms.items():
            total[column] += factor * value
    return total
