#!/usr/bin/env python3
"""Prints the CPU seconds that Python's sqlite3 takes to insert the entry rows of a ledger into an empty copy of their table.

usage: insert_rows.py LEDGER [--three-indexes]

All columns, the ledger's own constraints and indexes, one transaction; reading the rows from the ledger is not counted.
"""
import os
import sqlite3
import sys
import tempfile
import time

ledger = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True)
schema = [sql for (sql,) in ledger.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'witnesses' AND sql IS NOT NULL")]
if "--three-indexes" in sys.argv:
    schema += ["CREATE INDEX witnesses_by_day ON witnesses (statement_id, day)",
               "CREATE INDEX witnesses_by_id ON witnesses (broker_id)"]
rows = ledger.execute("SELECT * FROM witnesses ORDER BY id").fetchall()
places = ", ".join("?" * len(rows[0]))

with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(sys.argv[1]))) as folder:
    copy = sqlite3.connect(os.path.join(folder, "copy.sqlite"))
    for sql in schema:
        copy.execute(sql)
    copy.commit()
    start = time.process_time()
    with copy:
        copy.executemany("INSERT INTO witnesses VALUES (%s)" % places, rows)
    print(time.process_time() - start)
