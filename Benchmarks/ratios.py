#!/usr/bin/env python3
"""Prints how much CPU time Hearth takes beside other programs, as ratios of one run on one machine.

usage: ratios.py HEARTH GENERATOR [TRANSACTIONS ...]      (10000 and 100000 unless told; REPEAT=3 runs each, the least counts)

Other programs: xmllint (libxml2-utils) parses the same file and keeps nothing; Python's sqlite3 inserts the same entry rows, all
columns, into the same table in one transaction (and with two more indexes); ofxtools (PyPI) parses and converts. What is not
installed is left out. CPU time is that of the whole process, its start included, in user and system mode together.
"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REPEAT = int(os.environ.get("REPEAT", "3"))
STATEMENTS = os.environ.get("STATEMENTS", os.path.join(HERE, ".build", "statements"))
PYTHON = sys.executable


class Measure:
    def __init__(self, seconds, megabytes):
        self.seconds, self.megabytes = seconds, megabytes


def run(command):
    """CPU time and peak memory of one run."""
    with open(os.devnull, "w") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("%s: exit %d\n%s" % (" ".join(command), process.returncode, message.decode()[-2000:]))
    return Measure(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def least(command, before=lambda: None, times=REPEAT):
    measures = []
    for _ in range(times):
        before()
        measures.append(run(command))
    return min(measures, key=lambda measure: measure.seconds)


def insertion(ledger, *options):
    """CPU time of Python's insertion alone, which the script prints itself."""
    command = [PYTHON, os.path.join(HERE, "insert_rows.py"), ledger, *options]
    return min(float(subprocess.check_output(command)) for _ in range(REPEAT))


def has_ofxtools():
    return subprocess.call([PYTHON, "-c", "import ofxtools"], stderr=subprocess.DEVNULL) == 0


def row(what, measure, count, beside="", ratio=None, target=""):
    print("| %s | %.2f s | %.1f µs | %.0f MB | %s | %s | %s |" % (
        what, measure.seconds, measure.seconds / count * 1e6, measure.megabytes, beside,
        "" if ratio is None else "%.2f" % ratio if ratio < 10 else "%.0f" % ratio, target))


def bench(hearth, generator, count):
    folder = os.path.join(STATEMENTS, str(count))
    if not os.path.exists(os.path.join(folder, "complete")):
        subprocess.check_call([generator, str(count), str(min(500, max(10, count // 100))), "20260101", folder])
        open(os.path.join(folder, "complete"), "w").close()
    ofx2, ofx1, csv = (os.path.join(folder, name) for name in (
        "statement.ofx2.ofx", "statement.ofx1.ofx", "History_for_Account_Z10000001.csv"))
    print("\n### %s transactions (OFX 2 %.0f MB, OFX 1 %.0f MB, CSV %.0f MB)\n" % (
        f"{count:,}", *(os.path.getsize(file) / 1e6 for file in (ofx2, ofx1, csv))))
    print("| | CPU | per transaction | peak | beside | ratio | target |\n|---|---|---|---|---|---|---|")

    parses = {name: least([hearth, "inspect", file]) for name, file in (("OFX 2", ofx2), ("OFX 1", ofx1), ("CSV", csv))}
    beside, ratio = "", None
    if shutil.which("xmllint"):
        xmllint = least(["xmllint", "--stream", "--noout", ofx2])
        beside, ratio = "xmllint %.2f s" % xmllint.seconds, parses["OFX 2"].seconds / xmllint.seconds
    row("parse OFX 2", parses["OFX 2"], count, beside, ratio, "≤ 2.5")
    row("parse OFX 1", parses["OFX 1"], count)
    row("parse CSV", parses["CSV"], count)
    if has_ofxtools() and count <= 100_000:
        peer = least([PYTHON, os.path.join(HERE, "ofxtools_convert.py"), ofx2], times=1)
        row("parse OFX 2, beside ofxtools", parses["OFX 2"], count, "ofxtools %.1f s" % peer.seconds,
            peer.seconds / parses["OFX 2"].seconds, "≥ 20 times")

    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        household = os.path.join(scratch, "household")

        def fresh():
            shutil.rmtree(household, ignore_errors=True)
            os.mkdir(household)

        for name, file in (("OFX 2", ofx2), ("OFX 1", ofx1), ("CSV", csv)):
            measure = least([hearth, "import", "--household", household, file], before=fresh)
            ledger = os.path.join(household, "ledger.sqlite")
            plain, three = insertion(ledger), insertion(ledger, "--three-indexes")
            row("import %s" % name, measure, count, "insertion %.2f s" % plain, measure.seconds / plain, "≤ 4")
            row("import %s, three indexes" % name, measure, count, "insertion %.2f s" % three, measure.seconds / three)
        again = least([hearth, "import", "--household", household, csv])
        row("import CSV again", again, count)
        lots = least([hearth, "lots", "--household", household])
        row("lots of the account", lots, count)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for count in [int(text) for text in sys.argv[3:]] or [10_000, 100_000]:
        bench(sys.argv[1], sys.argv[2], count)


main()
