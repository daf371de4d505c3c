"""A demonstration to walk through: one that this process starts, or one that runs already."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
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


def keep(said, log_path, announced):
    """Keeps what the server says in its log; `announced` is set when it tells its address, or ends."""
    with open(log_path, "wb", buffering=0) as log:
        for line in said:
            log.write(line)
            if b" serves on http" in line:
                announced.set()
    announced.set()


def wait_until_ready(process, url, accounts, announced):
    end = time.monotonic() + PATIENCE
    announced.wait(PATIENCE)
    while time.monotonic() < end:
        if is_ready(url) and os.path.exists(accounts):
            return
        if process.poll() is not None:
            raise SystemExit(f"the server ended with {process.returncode} before it answered")
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
    process = subprocess.Popen(
        [os.path.abspath(binary), "serve", "--port", str(port)], env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    announced = threading.Event()
    keeper = threading.Thread(target=keep, args=(process.stdout, log_path, announced), daemon=True)
    keeper.start()
    try:
        wait_until_ready(process, url, accounts, announced)
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
        keeper.join()
        shutil.rmtree(home, ignore_errors=True)
