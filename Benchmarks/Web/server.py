"""`entente serve` over a database of its own, in a folder that is removed in the end."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

PATIENCE = 900  # Seconds until a new demonstration answers: it plays some thousand steps first.
HERE = pathlib.Path(__file__).parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Runs from the start of the block to its end.

    `answered` is the time to its first page of any kind, `seconds` that to the page to log in.
    """

    def __init__(self, binary, *options):
        self.binary, self.options, self.port = os.path.abspath(binary), options, free_port()

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="entente-bench-")
        os.chmod(self.home, 0o755)
        with open(self.path("bench.log"), "wb") as log:
            start = time.perf_counter()
            self.process = subprocess.Popen(
                [self.binary, "serve", "--port", str(self.port), *self.options],
                env={**os.environ, "ENTENTE_HOME": self.home}, stdout=log, stderr=log)
        try:
            self._wait(start)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        # The data may lie elsewhere, where `postgres` links to.
        shutil.rmtree(os.path.realpath(self.path("postgres")), ignore_errors=True)
        shutil.rmtree(self.home, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.home, name)

    def _wait(self, start):
        end, self.answered = time.monotonic() + PATIENCE, None
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(pathlib.Path(self.path("bench.log")).read_text(errors="replace"))
            status = self._status("/login")
            self.seconds = time.perf_counter() - start
            if status and not self.answered:
                self.answered = self.seconds
            if status == 200:
                return
            # A pause between two questions; what ends the waiting is the answer.
            time.sleep(0.01)
        raise SystemExit(f"the server did not answer within {PATIENCE} seconds")

    def _status(self, path):
        """What a page is answered with; nothing as long as nobody listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as page:
                page.read()
                return page.status
        except urllib.error.HTTPError as refused:
            return refused.code
        except OSError:
            return None

    def accounts(self):
        """Role to (address, password), as the demonstration made them."""
        lines = pathlib.Path(self.path("demonstration-accounts")).read_text().splitlines()
        return {role: (address, password) for role, address, password in map(str.split, lines)}

    def command(self, *arguments):
        """Seconds that another process of the product takes over the same database."""
        start = time.perf_counter()
        done = subprocess.run(
            [self.binary, *arguments], env={**os.environ, "ENTENTE_HOME": self.home}, stdout=subprocess.DEVNULL)
        if done.returncode > 1:
            raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}")
        return time.perf_counter() - start

    def multiply(self, first, last):
        """Copies of the demonstration's agreements, numbered from `first` to `last`."""
        self._psql("--set", f"first={first}", "--set", f"last={last}", "--file", str(HERE / "portfolio.sql"))

    def rows(self, query):
        """Each row as a list of texts."""
        output = self._psql("--tuples-only", "--no-align", "--field-separator", "\t", "--command", query)
        return [line.split("\t") for line in output.splitlines()]

    def _psql(self, *arguments):
        folder = pathlib.Path(self.path("postgres"), "data", "postmaster.pid").read_text().splitlines()[4]
        return subprocess.run(
            ["psql", "--host", folder, "--username", "entente_admin", "--dbname", "entente", "--no-psqlrc", "--quiet",
             *arguments],
            check=True, stdout=subprocess.PIPE, text=True).stdout
