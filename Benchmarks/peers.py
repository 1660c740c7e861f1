#!/usr/bin/env python3
"""What other readers of OFX make of the same files, folder by folder: peers.py HEARTH FOLDER

Run by hand, with ofxtools and ofxparse from PyPI and `ofxdump` from Debian's package `ofx`. A file is read by ofxtools when it parses and
converts, by ofxparse when it parses, by libofx when `ofxdump` prints a status, an account or a transaction before it ends by itself
(with 0 only where it met no error), and by Hearth when `inspect` ends with 0. Beside each count of files stand the transactions that were
found, of investments and of banks alike.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import warnings

import ofxparse
from ofxtools.Parser import OFXTree

warnings.filterwarnings("ignore")
hearth, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def by_hearth(path):
    run = subprocess.run([hearth, "inspect", "--json", path], capture_output=True, text=True, timeout=60)
    if run.returncode not in (0, 65):
        raise RuntimeError(f"exit code {run.returncode}: {path}")
    if run.returncode:
        raise ValueError("declined")
    return sum(len(statement["transactions"]) for statement in json.loads(run.stdout)["statements"])


def by_ofxtools(path):
    tree = OFXTree()
    with open(path, "rb") as file:
        tree.parse(file)
    return sum(len(getattr(statement, "transactions", None) or []) for statement in tree.convert().statements)


def by_ofxparse(path):
    with open(path, "rb") as file:
        accounts = ofxparse.OfxParser.parse(file).accounts
    return sum(len(getattr(account.statement, "transactions", [])) for account in accounts)


def by_libofx(path):
    run = subprocess.run(["ofxdump", path], capture_output=True, timeout=60)
    if run.returncode < 0 or b"ofx_proc_" not in run.stdout:
        raise ValueError("failed")
    return len(re.findall(rb"^ofx_proc_transaction\(\)", run.stdout, re.MULTILINE)), run.returncode == 0


readers = {"hearth": by_hearth, "ofxtools": by_ofxtools, "ofxparse": by_ofxparse, "libofx": by_libofx}
read, found, clean, files = (collections.Counter() for _ in range(4))
for path in sorted(folder.rglob("*")):
    kind = path.relative_to(folder).parts[0]
    if not path.is_file() or not kind.startswith(("ofx", "malformed")):
        continue
    files[kind] += 1
    for name, reader in readers.items():
        try:
            count = reader(path)
        except (RuntimeError, subprocess.TimeoutExpired):
            raise
        except Exception:  # noqa: BLE001 — a reader that gives up does so in its own way
            continue
        if isinstance(count, tuple):
            count, without_error = count
            clean[kind] += without_error
        read[kind, name] += 1
        found[kind, name] += count

print("| files |", " | ".join(f"{name}: files, transactions" for name in readers), "| libofx without an error message |")
print("|---" * (len(readers) + 2) + "|")
for kind in files:
    cells = (f"{read[kind, name]}, {found[kind, name]}" for name in readers)
    print(f"| {files[kind]} {kind} |", " | ".join(cells), f"| {clean[kind]} |")
