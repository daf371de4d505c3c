"""A demonstration to walk through: one that this process starts, or one that runs already."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

PATIENCE = 900  # Seconds until a new demonstration answers: it plays some hundred files first.


class Demonstration:
    """Where it answers, and who may come in: role to (address, password)."""

    def __init__(self, url, accounts):
        self.url = url.rstrip("/")
        self.accounts = {}
        with open(accounts, encoding="utf-8") as lines:
            for line in lines:
                role, address, password = line.split()
                self.accounts[role] = (address, password)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_ready(url):
    try:
        with urllib.request.urlopen(f"{url}/readyz", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def wait_until_ready(process, url, accounts):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"the server ended with {process.returncode} before it answered")
        if is_ready(url) and os.path.exists(accounts):
            return
        # A pause between two questions; what ends the waiting is the answer.
        time.sleep(0.5)
    raise SystemExit(f"the server did not answer within {PATIENCE} seconds")


@contextlib.contextmanager
def started(binary):
    """Starts the product over a new demonstration in a folder of its own, and stops it."""
    home = tempfile.mkdtemp(prefix="entente-browser-")
    os.chmod(home, 0o755)
    port = free_port()
    url, accounts = f"http://127.0.0.1:{port}", os.path.join(home, "demonstration-accounts")
    environment = {**os.environ, "ENTENTE_HOME": home}
    log_path = os.path.join(home, "browser-test.log")
    with open(log_path, "wb") as log:
        process = subprocess.Popen(
            [os.path.abspath(binary), "serve", "--port", str(port)], env=environment, stdout=log, stderr=log)
    try:
        wait_until_ready(process, url, accounts)
        yield Demonstration(url, accounts)
    except BaseException:
        with open(log_path, encoding="utf-8", errors="replace") as log:
            sys.stderr.write("".join(log.readlines()[-30:]))
        raise
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(home, ignore_errors=True)
