"""Server time of the pages at 1,000 and at 100,000 agreements: web.py BINARY [--json].

Exit code 1 when a goal is missed.
"""

import asyncio
import gc
import itertools
import json
import os
import re
import statistics
import sys

from client import Visitor, at_a_rate, checked, one_by_one
from server import Server

SIZES = (1_000, 100_000)
WARM, ONE_BY_ONE, RATE, SECONDS = 60, 300, 50, 20
CORES = 2
# What the office looks at, for information.
LISTS = ["/files", "/files?text=neuro", "/files?text=antibiotiques", "/portfolio", "/ops", "/ops/waits", "/ops/steps", "/ops/notices", "/ops/jobs",
         "/forecast"]

# The files that an account sees whose whole past there is, with the agreement of which each is a copy.
FILES = """
    SELECT substr(a.id::text, 9), a.reference FROM entente.agreement a
    WHERE a.reference IS NOT NULL AND ('x' || left(a.id::text, 8))::bit(32)::bigint BETWEEN 1 AND {last}
        AND ('x' || left(a.id::text, 8))::bit(32)::int % 10 = 0
        AND (entente.sees_files() OR a.id IN (SELECT f.id FROM entente.seen_file f))
    ORDER BY md5(a.id::text)"""
ACTOR = "SELECT set_config('entente.actor', id::text, false) FROM entente.person WHERE email = '{address}'; "


class Bench:
    """Measures the pages of one server at one size after the other."""

    def __init__(self, server):
        self.server, self.figures, self.bytes, self.copies = server, {}, {}, 0
        self.commands = {}
        self.accounts, self.visitors, self.originals = server.accounts(), {}, {}

    async def grow(self, size):
        own = int(self.server.rows("SELECT count(*) FROM entente.agreement")[0][0]) - self.copies
        self.server.multiply(self.copies + 1, size - own)
        self.copies = size - own

    def run_commands(self):
        """Whole processes, the start of the program and the reading of the database included."""
        until = self.server.rows("SELECT (entente.now() + interval '1 year')::date")[0][0]
        for words in (["staffing", "check"], ["forecast", "--until", until]):
            self.commands[words[0]] = min(self.server.command(*words, "--json") for _ in range(3))

    async def visitor(self, role):
        if role not in self.visitors:
            self.visitors[role] = await Visitor(self.server.port).log_in(*self.accounts[role])
        return self.visitors[role]

    def files(self, role):
        """The same originals at every size, each as often as the others; of each another copy every time."""
        address = self.accounts[role][0]
        copies = {}
        for row in self.server.rows(ACTOR.format(address=address) + FILES.format(last=self.copies)):
            if len(row) == 2:
                copies.setdefault(row[0], []).append(row[1])
        known = self.originals.setdefault(role, sorted(copies))
        if not known:
            raise SystemExit(f"{address} sees no copy with its past")

        def paths(count):
            for number in range(count):
                own = copies[known[number % len(known)]]
                yield f"/files/{own[number // len(known) % len(own)]}"

        return paths

    def searches(self, role):
        """One file each, by its reference: what is found does not grow with the files that there are."""
        files = self.files(role)
        return lambda count: (path.replace("/files/", "/files?text=") for path in files(count))

    async def measure(self, size):
        await self.page(size, "plain text", await self.visitor("DG"), lambda count: itertools.repeat("/healthz", count))
        await self.page(size, "worklist", await self.visitor("DG"), lambda count: itertools.repeat("/todo", count))
        for role in ("DG", "ITMO", "PI_FR"):
            await self.page(size, f"file, {role}", await self.visitor(role), self.files(role))
        for role in ("DG", "PI_FR"):
            await self.page(size, f"search, {role}", await self.visitor(role), self.searches(role))
        for path in LISTS:
            times = await one_by_one(await self.visitor("INT"), lambda count: itertools.repeat(path, count), 11)
            self.figures[f"INT {path}", size] = {"median": statistics.median(times[1:]) * 1_000}

    async def page(self, size, name, visitor, paths):
        print(f"{size:,} agreements: {name}", file=sys.stderr)
        await one_by_one(visitor, paths, WARM)
        gc.collect()
        gc.freeze()
        alone = await one_by_one(visitor, paths, ONE_BY_ONE)
        loaded, turned_away = await at_a_rate(visitor, paths, RATE, SECONDS)
        loaded.sort()
        self.figures[name, size] = {
            "median": statistics.median(alone) * 1_000, "loaded": statistics.median(loaded) * 1_000,
            "p99": loaded[int(len(loaded) * 0.99)] * 1_000, "turned away": turned_away}
        print("  " + ", ".join(f"{word} {figure:.1f}" for word, figure in self.figures[name, size].items()), file=sys.stderr)
        self.bytes[name] = max(self.bytes.get(name, 0), await weight(visitor, next(iter(paths(1)))))


async def weight(visitor, path):
    """Bytes of a page with all that it names: stylesheet and icon; uncompressed."""
    page = checked(await visitor.get(path), path)
    total = len(page.body)
    for tag in re.findall(r"<(?:link|script|img)\b[^>]*>", page.body.decode()):
        if named := re.search(r'(?:href|src)="([^"]*)"', tag):
            total += len(checked(await visitor.get(named.group(1)), named.group(1)).body)
    return total


def goals(bench, starts):
    pages = [name for name in bench.bytes if name != "plain text"]
    asked = [name for name in pages if not name.startswith("search")]
    small, large = SIZES
    return {
        f"median at {large:,} at most 1.5 times that at {small:,}": all(
            ratio(bench, name) <= 1.5 for name in pages),
        f"99 of 100 worklists and files within 50 ms at {RATE} requests per second": all(
            bench.figures[name, large]["p99"] <= 50 and not bench.figures[name, large]["turned away"]
            for name in asked),
        "a page weighs at most 150 kB": all(bench.bytes[name] <= 150_000 for name in pages),
        "first start to first page at most 2 s": max(starts["empty"], starts["demonstration"]) <= 2,
        f"the staffing of {small:,} agreements checked in less than 1 s": bench.commands["staffing"] < 1,
    }


def ratio(bench, name):
    small, large = (bench.figures[name, size]["median"] for size in SIZES)
    return large / small


def table(bench, starts, reached):
    small, large = SIZES
    print(f"{'milliseconds by agreements':<28}{small:>9,}{large:>9,}{'ratio':>8}   "
          f"{f'at {RATE}/s: median':>17}{'99 %':>8}{'kB':>7}")
    for name in [name for name, size in bench.figures if size == large]:
        first, last = bench.figures[name, small], bench.figures[name, large]
        line = f"  {name:<26}{first['median']:>9.1f}{last['median']:>9.1f}{ratio(bench, name):>8.2f}"
        if "p99" in last:
            line += f"   {last['loaded']:>17.1f}{last['p99']:>8.1f}{bench.bytes[name] / 1_000:>7.1f}"
            if last["turned away"]:
                line += f"   {last['turned away']} turned away"
        print(line)
    for name, seconds in bench.commands.items():
        print(f"\n{f'entente {name}, {small:,}':<28}{seconds:>9.2f} s", end="")
    for name, seconds in starts.items():
        print(f"\n{f'first start, {name}':<28}{seconds:>9.2f} s", end="")
    print("\n")
    for goal, met in reached.items():
        print(f"{'met   ' if met else 'missed'}  {goal}")


async def measured(binary):
    with Server(binary, "--empty") as server:
        start = server.seconds
    with Server(binary) as server:
        bench = Bench(server)
        for size in SIZES:
            print(f"growing to {size:,} agreements", file=sys.stderr)
            await bench.grow(size)
            await bench.measure(size)
            if size == SIZES[0]:
                bench.run_commands()
        return bench, {"empty": start, "demonstration": server.answered, "demonstration, to log in": server.seconds}


def main():
    binary, *options = sys.argv[1:]
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    bench, starts = asyncio.run(measured(binary))
    reached = goals(bench, starts)
    if "--json" in options:
        figures = [{"page": name, "agreements": size, **values} for (name, size), values in bench.figures.items()]
        print(json.dumps({"figures": figures, "bytes": bench.bytes, "commands": bench.commands, "starts": starts, "goals": reached}, indent=2))
    else:
        table(bench, starts, reached)
    sys.exit(0 if all(reached.values()) else 1)


main()
