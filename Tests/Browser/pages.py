"""Which pages there are, by the product's own table of routes, and which of them were seen how."""

import glob
import os
import re
import urllib.parse

from walker import LANGUAGES, WIDTHS

ROUTES = os.path.join(os.path.dirname(__file__), "..", "..", "Sources", "Web", "**", "Routes*.swift")

# What answers something else than a page of its own.
NO_PAGES = re.compile(r"/healthz|/readyz|.*\.(csv|ics)|/files/\*/(documents/\*|changes)|/ops/definitions/\*/\*/\*|.*/pictures/\*")
# A timer has a page only while it cannot be served, which the demonstration knows nothing of.
NEVER_SEEN = {"/ops/timers/*"}

seen = {}  # By kind of page: in which language and at which width.


def patterns():
    """Every path of the table that is read, with a star for each part that varies."""
    found = set()
    for name in glob.glob(ROUTES, recursive=True):
        with open(name, encoding="utf-8") as source:
            found |= {re.sub(r":\w+", "*", path) for path in re.findall(r'\.get\("(/[^"]*)"', source.read())}
    return {path for path in found if not NO_PAGES.fullmatch(path)}


PATTERNS = sorted(patterns(), key=lambda path: path.count("*"))


def kind(url):
    """Which of them an address is; itself where it is none, as the answer of a form."""
    path = urllib.parse.urlsplit(url).path
    for pattern in PATTERNS:
        if re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]+"), path):
            return pattern
    return path


def note(walker):
    seen.setdefault(kind(walker.page.url), set()).add((walker.language, walker.width))


def unseen():
    """What was not seen in each language and at each width, one line a page."""
    lines = []
    for pattern in PATTERNS:
        ways = seen.get(pattern, set())
        missing = [str(way) for index, all_ways in enumerate([LANGUAGES, WIDTHS]) for way in all_ways
                   if way not in {way[index] for way in ways}]
        if missing and pattern not in NEVER_SEEN:
            lines.append(f"{pattern} was not seen: {', '.join(missing)}")
    return lines
