"""The real program, serving a household of its own as long as a test lasts."""
import os
import re
import signal
import subprocess
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
HEARTH = os.environ.get("HEARTH", os.path.join(ROOT, ".build", "debug", "hearth"))
STATEMENTS = os.path.join(ROOT, "Sources", "Workflows", "DemoHousehold", "statements")


def statement(path):
    """A statement of the invented household that `hearth demo` writes."""
    return os.path.join(STATEMENTS, path)


class ServedHousehold:
    """`hearth serve` on an empty household, or on the demo household with all of its statements."""

    def __init__(self, is_demo=False, options=()):
        self.folder = tempfile.TemporaryDirectory(prefix="hearth-browser-")
        self.household = os.path.join(self.folder.name, "household")
        if is_demo:
            self.hearth("demo", self.household)
            files = [os.path.join(place, name) for place, _, names in os.walk(STATEMENTS) for name in names]
            self.hearth("import", "--household", self.household, *sorted(files))
        else:
            os.mkdir(self.household)
        self.server = subprocess.Popen(
            [HEARTH, "serve", "--household", self.household, *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.server.stdout.readline()
        found = re.search(r"http://[^/]+/\S*", line)
        if not found:
            self.close()
            raise AssertionError("hearth serve printed no address: %r" % line)
        self.opening = found.group()
        self.origin = re.match(r"http://[^/]+", self.opening).group()

    def hearth(self, *words):
        """Runs a command and gives what it prints."""
        ran = subprocess.run([HEARTH, *words], capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            raise AssertionError("hearth %s: exit %d\n%s" % (words[0], ran.returncode, ran.stdout + ran.stderr))
        return ran.stdout

    def close(self):
        """Stops the server with Ctrl-C; it goes in peace."""
        self.server.send_signal(signal.SIGINT)
        try:
            code = self.server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.server.kill()
            code = self.server.wait()
        self.server.stdout.close()
        self.folder.cleanup()
        if code != 0:
            raise AssertionError("hearth serve ended with %d" % code)
