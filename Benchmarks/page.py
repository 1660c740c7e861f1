#!/usr/bin/env python3
"""Prints how long each page takes to answer, as the median of 50, beside the same page of an empty household.

usage: page.py HEARTH [HOUSEHOLD ...]      (the demo household unless told; TIMES=50)

The time is from the request's first byte to the answer's last, over one connection after another on 127.0.0.1, as a browser
beside the program would see it; the first answer of each page is not counted.
"""
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from urllib.parse import urlsplit

TIMES = int(os.environ.get("TIMES", "50"))
PAGES = ["/", "/accounts", "/import"]


class Served:
    """`hearth serve` and its one visitor."""

    def __init__(self, hearth, household):
        self.server = subprocess.Popen(
            [hearth, "serve", "--household", household], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        printed = re.search(r"http://\S+", self.server.stdout.readline())
        if not printed:
            sys.exit("%s serves no page of %s" % (hearth, household))
        opening = urlsplit(printed.group())
        self.host, self.cookie = opening.netloc, ""
        self.cookie = self.get("%s?%s" % (opening.path, opening.query))[0].getheader("Set-Cookie").split(";")[0]

    def get(self, path):
        connection = http.client.HTTPConnection(self.host, timeout=120)
        connection.request("GET", path, headers={"Cookie": self.cookie} if self.cookie else {})
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer, body

    def median(self, path):
        """Milliseconds, and kilobytes of the page."""
        answer, body = self.get(path)
        if answer.status != 200:
            sys.exit("%s: status %d" % (path, answer.status))
        taken = []
        for _ in range(TIMES):
            start = time.perf_counter()
            self.get(path)
            taken.append(time.perf_counter() - start)
        return statistics.median(taken) * 1000, len(body) / 1000

    def close(self):
        self.server.terminate()
        self.server.wait()


def measure(hearth, household, empty):
    served = Served(hearth, household)
    accounts = re.findall(r'href="(/accounts/[^"]+)"', served.get("/accounts")[1])
    print("\n### %s\n\n| page | median of %d | size | of an empty household |\n|---|---|---|---|" % (household, TIMES))
    for path in PAGES + accounts[:1]:
        # An empty household has no account: its list of none is the nearest.
        beside = empty.median(path if path in PAGES else "/accounts")[0]
        print("| %s | %.1f ms | %.0f kB | %.1f ms |" % (path, *served.median(path), beside))
    served.close()


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    hearth, households = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, "empty")
        os.mkdir(empty)
        if not households:
            demo = os.path.join(folder, "demo")
            subprocess.run([hearth, "demo", demo], check=True, stdout=subprocess.DEVNULL)
            files = [os.path.join(place, name) for place, _, names in os.walk(demo + "/statements") for name in names]
            subprocess.run([hearth, "import", "--household", demo, *files], check=True, stdout=subprocess.DEVNULL)
            households = [demo]
        beside = Served(hearth, empty)
        for household in households:
            measure(hearth, household, beside)
        beside.close()


main()
