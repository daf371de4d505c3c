"""The mails of a demonstration: files, as long as no SMTP server is set."""

import contextlib
import ctypes
import email
import email.policy
import email.utils
import glob
import os
import re
import select
import time

LINK = re.compile(r"https?://[^/\s]+(/(?:n|invitations)/[^\s<\"]+)")
CODE = re.compile(r"\b\d{4} \d{4}\b")
PATIENCE = 60  # Seconds until a mail must have come.
IN_CLOSE_WRITE, IN_MOVED_TO = 0x08, 0x80  # inotify(7)


class Outbox:
    def __init__(self, home):
        self.folder = os.path.join(home, "outbox")

    def names(self):
        return set(glob.glob(os.path.join(self.folder, "*.eml")))

    def mails(self, to, names=None, words=b""):
        """To somebody, newest first; only those that hold the words, as they are encoded."""
        mails = []
        for name in self.names() if names is None else names:
            with open(name, "rb") as file:
                content = file.read()
            if f"<{to}>".encode() in content and words in content:
                mail = email.message_from_bytes(content, policy=email.policy.default)
                # While the simulated clock stands several have one date.
                mails.append((email.utils.parsedate_to_datetime(mail["Date"]), os.stat(name).st_mtime_ns, mail))
        return [mail for *_, mail in sorted(mails, key=lambda mail: mail[:2], reverse=True)]

    def await_mail(self, to, before):
        """The mail to somebody that was not there before."""
        end = time.monotonic() + PATIENCE
        with self.arrivals() as descriptor:
            while True:
                for mail in self.mails(to, self.names() - before):
                    return mail
                left = max(0, end - time.monotonic())
                if not select.select([descriptor], [], [], left)[0]:
                    raise AssertionError(f"no mail for {to} within {PATIENCE} s")
                os.read(descriptor, 65_536)

    @contextlib.contextmanager
    def arrivals(self):
        """A descriptor that can be read once a file has come."""
        libc = ctypes.CDLL(None)
        descriptor = libc.inotify_init()
        libc.inotify_add_watch(descriptor, os.fsencode(self.folder), IN_CLOSE_WRITE | IN_MOVED_TO)
        try:
            yield descriptor
        finally:
            os.close(descriptor)


def text(mail):
    return mail.get_body(("plain",)).get_content()


def link(mail):
    """Where the mail leads, on the site."""
    return LINK.search(text(mail)).group(1)


def code(mail):
    """As it is written: in two groups."""
    return CODE.search(text(mail)).group()
