#!/usr/bin/env python3
"""Prints how fast Hearth proves its plans beside the stock HiGHS program, as ratios of one run on one machine.

usage: optimiser.py HEARTH HIGHS CASES [NAME ...]      (LIMIT=300 seconds for either program: of CPU for highs)

For every household of the folder CASES (or those named), under both wash-sale policies: `highs` with default options, one thread
and a gap of one dollar solves the plain program (plain_program.py), and `hearth optimize --prove` the case. Seconds are CPU time
of the whole process, user and system mode together, and so hardly depend on what else the machine does; building the plain
program and writing its file is not counted, reading it is. Beside a case stands NAME.expected.json, or NAME.price.expected.json,
where another program has solved it: then both answers are held against that one, and a line that disagrees ends with "WRONG".
"""
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile

from plain_program import Household

LIMIT = float(os.environ.get("LIMIT", "300"))
POLICIES = {"forbid": ".expected.json", "price": ".price.expected.json"}


class Answer:
    def __init__(self, seconds, objective=float("inf"), bound=float("-inf")):
        self.seconds, self.objective, self.bound = seconds, objective, bound

    @property
    def gap(self):
        return self.objective - self.bound

    @property
    def is_proven(self):
        return self.gap <= 1.01


def run(command):
    """CPU seconds and output; more than LIMIT of them end the program."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (int(LIMIT), int(LIMIT)))

    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=limit)
    output = process.stdout.read().decode()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, output


def stock(highs, case, folder):
    """The plain program, as `highs` solves it."""
    program, options, log = (os.path.join(folder, name) for name in ("plain.lp", "options", "log"))
    with open(program, "w") as file:
        Household(case).build().write(file)
    with open(options, "w") as file:
        file.write("mip_abs_gap = 1\nmip_rel_gap = 0\nthreads = 1\nlog_file = %s\n" % log)
    open(log, "w").close()
    seconds, _ = run([highs, "--options_file", options, program])
    with open(log) as file:
        text = file.read()
    found = dict(re.findall(r"^ *(Primal|Dual) bound +(\S+)", text, re.MULTILINE))
    if found:
        return Answer(seconds, float(found["Primal"]), float(found["Dual"]))
    # Ended by the limit: the last line of its table says how far it came.
    table = re.findall(r"(\S+) +(\S+) +\S+ +\d+ +\d+ +\d+ +\S+ +[\d.]+s$", text, re.MULTILINE)
    return Answer(seconds, float(table[-1][1]), float(table[-1][0])) if table else Answer(seconds)


def hearth(program, case, folder, *options):
    file = os.path.join(folder, "case.json")
    with open(file, "w") as out:
        json.dump(case, out)
    seconds, output = run([program, "optimize", file, "--json", "--time-limit", repr(LIMIT), *options])
    if not output:
        return Answer(seconds)
    answer = json.loads(output)
    return Answer(seconds, answer["objective"], answer["bound"])


def is_wrong(answer, expected):
    """Whether an answer and another program's answer cannot both be true."""
    return (answer.objective < expected["bound"] - 0.02 or answer.bound > expected["objective"] + 0.02
            or (answer.is_proven and answer.objective > expected["objective"] + 1.02))


def cases(folder, names):
    for file in sorted(os.listdir(folder)):
        name = file.removesuffix(".json")
        if file.endswith(".json") and not name.endswith(".expected") and (not names or name in names):
            with open(os.path.join(folder, file)) as text:
                yield name, json.load(text)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, highs, folder = sys.argv[1:4]
    print("| household | accounts | lots | washes | highs, $1 | gap | hearth, $1 | gap | highs / hearth | hearth, first answer |")
    print("|---|---|---|---|---|---|---|---|---|---|", flush=True)
    ratios, sizes = {}, {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, case in cases(folder, sys.argv[4:]):
            for policy, suffix in POLICIES.items():
                case["settings"]["wash_policy"] = policy
                plain = stock(highs, case, scratch)
                ours, first = hearth(program, case, scratch, "--prove"), hearth(program, case, scratch)
                ratio = plain.seconds / ours.seconds
                ratios[name, policy] = ratio
                sizes[name] = (len(case["accounts"]), len(case["lots"]))
                wrong, known = "", os.path.join(folder, name + suffix)
                if os.path.exists(known):
                    with open(known) as text:
                        expected = json.load(text)
                    wrong = " WRONG" if is_wrong(plain, expected) or is_wrong(ours, expected) else ""
                print("| %s | %d | %d | %s | %s | %.2f | %s | %.2f | %.1f | %.2f, gap %.2f |%s" % (
                    name, *sizes[name], policy, shown(plain), plain.gap, shown(ours), ours.gap, ratio,
                    first.seconds, first.gap, wrong), flush=True)
    largest = sorted(sizes, key=lambda name: (sizes[name], name))[-10:]
    for policy in POLICIES:
        print("\nMedian ratio of the %d largest, %s: %.1f; least of all: %.1f." % (
            len(largest), policy, statistics.median(ratios[name, policy] for name in largest),
            min(ratio for (_, other), ratio in ratios.items() if other == policy)))


def shown(answer):
    return "%.2f s" % answer.seconds if answer.is_proven else "not in %.0f s" % answer.seconds


if __name__ == "__main__":
    main()
