"""A demonstration to walk through: one that this process starts, or one that runs already."""

import contextlib
import email.parser
import glob
import json
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
import urllib.parse
import urllib.request

import outbox

PATIENCE = 900  # Seconds until a new demonstration answers: it plays some hundred files first.


class Demonstration:
    """Where it answers, who may come in: role to (address, password), its mails, and its command line."""

    pictures = None  # The folder for pictures of every page that is checked.

    def __init__(self, binary, url, accounts):
        self.binary, self.url, self.accounts = os.path.abspath(binary), url.rstrip("/"), {}
        self.home = os.path.dirname(os.path.abspath(accounts))
        self.outbox = outbox.Outbox(self.home)
        with open(accounts, encoding="utf-8") as lines:
            for line in lines:
                role, address, password = line.split()
                self.accounts[role] = (address, password)

    def entente(self, *words, **settings):
        """What a command answers, which must succeed."""
        answer = subprocess.run(
            [self.binary, *words, "--json"], env={**os.environ, "ENTENTE_HOME": self.home, **settings}, check=True,
            stdout=subprocess.PIPE)
        return json.loads(answer.stdout)

    @contextlib.contextmanager
    def paused(self):
        """Meanwhile the server does nothing: neither answers nor sends mails."""
        with open(os.path.join(self.home, "serve.lock"), encoding="utf-8") as lock:
            server = int(lock.readline())
        os.kill(server, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(server, signal.SIGCONT)

    def holder(self, role, scope):
        """The mail address of somebody who holds a role for a part of the institution."""
        person = next(
            grant["person"] for grant in self.entente("grant", "list")
            if (grant["role"], grant["scope"], grant.get("until")) == (role, scope, None))
        return next(row["email"] for row in self.entente("person", "list") if row["id"] == person)

    def give(self, role, address):
        """Gives somebody a role, from now on."""
        self.entente("grant", "add", address, role, "--as", self.accounts["INT"][0])

    def invite(self, address):
        """Where somebody chooses a first password."""
        return urllib.parse.urlsplit(self.entente("account", "invite", address)["url"]).path


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


def check_preparing(url):
    """While the demonstration is played, a page says how far it is and asks for itself again."""
    asked = urllib.request.Request(f"{url}/login", headers={"Accept": "text/html", "Accept-Language": "en"})
    try:
        urllib.request.urlopen(asked, timeout=5)
    except urllib.error.HTTPError as answer:
        page = answer.read().decode()
        if answer.code == 503 and answer.headers["Refresh"] and "The demonstration is being made" in page:
            return
    raise SystemExit("while the demonstration is played, the pages do not say so")


class Server:
    """`BINARY serve` over a folder, with what it says."""

    def __init__(self, binary, home, port):
        self.lines, self.heard = [], threading.Condition()
        self.process = subprocess.Popen(
            [os.path.abspath(binary), "serve", "--port", str(port)], env={**os.environ, "ENTENTE_HOME": home},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def listen(self):
        for line in self.process.stdout:
            with self.heard:
                self.lines.append(line)
                self.heard.notify_all()
        self.process.wait()
        with self.heard:
            self.heard.notify_all()

    def await_line(self, words):
        """Waits until it has said these words."""
        def is_said():
            return any(words in line for line in self.lines)
        with self.heard:
            self.heard.wait_for(lambda: is_said() or self.process.poll() is not None, PATIENCE)
            if not is_said():
                raise SystemExit(f"the server did not say {words!r} (exit code: {self.process.poll()})")

    def end(self, with_signal):
        """Ends it; the exit code, or minus the signal."""
        self.process.send_signal(with_signal)
        try:
            return self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise SystemExit(f"the server did not end within a minute of signal {with_signal}")
        finally:
            self.listener.join()


def check_nothing_lost(binary, home):
    """After all, also after a `kill -9`: the audit is green, and every notice that went out lies in the outbox."""
    environment = {**os.environ, "ENTENTE_HOME": home}
    entente = os.path.abspath(binary)
    subprocess.run([entente, "audit", "verify"], env=environment, check=True, stdout=sys.stderr)
    answer = subprocess.run(
        [entente, "notice", "list", "--status", "accepted", "--limit", "100", "--json"], env=environment,
        check=True, stdout=subprocess.PIPE)
    identifiers = set()
    for path in glob.glob(os.path.join(home, "outbox", "*.eml")):
        with open(path, "rb") as mail:
            identifiers.add(email.parser.BytesHeaderParser().parse(mail)["Message-ID"].strip("<>"))
    sent = [notice["message_id"].strip("<>") for notice in json.loads(answer.stdout)]
    lost = [identifier for identifier in sent if identifier not in identifiers]
    if not sent or lost:
        raise SystemExit(f"{len(sent)} notices went out, these lie nowhere: {lost}")


def runs_database(home):
    """Whether the folder's own PostgreSQL runs: it removes this file when it is stopped in order."""
    return bool(glob.glob(os.path.join(home, "**", "postmaster.pid"), recursive=True))


@contextlib.contextmanager
def started(binary):
    """Starts the product over a new demonstration in a folder of its own, stops it before that begins, kills it in
    the middle, starts it again, and in the end stops it as Ctrl-C does."""
    home = tempfile.mkdtemp(prefix="entente-browser-")
    os.chmod(home, 0o755)
    port = free_port()
    server = Server(binary, home, port)
    try:
        server.await_line("Published:")
        if server.end(signal.SIGINT) != 0 or runs_database(home):
            raise SystemExit("stopped while it opened, it does not end in order, or its PostgreSQL runs on")
        server = Server(binary, home, port)
        server.await_line("Demonstration: 50 of")
        check_preparing(f"http://127.0.0.1:{port}")
        server.end(signal.SIGKILL)
        server = Server(binary, home, port)
        server.await_line(" serves on http")
        end = time.monotonic() + 60
        while not is_ready(f"http://127.0.0.1:{port}"):
            if time.monotonic() > end:
                raise SystemExit("the server says that it serves, and is not ready after a minute")
        yield Demonstration(binary, f"http://127.0.0.1:{port}", os.path.join(home, "demonstration-accounts"))
        check_nothing_lost(binary, home)
        if not runs_database(home):
            raise SystemExit("the server serves without a PostgreSQL of its own")
        code = server.end(signal.SIGINT)
        if code != 0 or runs_database(home):
            raise SystemExit(f"after Ctrl-C: exit code {code}, PostgreSQL runs: {runs_database(home)}")
    except BaseException:
        sys.stderr.write("".join(server.lines[-30:]))
        raise
    finally:
        if server.process.poll() is None:
            server.end(signal.SIGINT)
        shutil.rmtree(home, ignore_errors=True)
