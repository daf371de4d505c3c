"""Reads `name value` lines, takes the median of each name, and prints the table, or JSON with --json.

Exit code 1 when a goal is missed.
"""

import json
import statistics
import sys

rounds = {}
for line in sys.stdin:
    name, value = line.split()
    rounds.setdefault(name, []).append(float(value))
figures = {name: statistics.median(values) for name, values in rounds.items()}


def figure(name):
    return figures.get(name, float("nan"))


qt = figure("qt.events")
scale = statistics.median(
    large / small for small, large in zip(rounds["states.10"], rounds["states.1000"], strict=True))
gates = sorted(name for name in figures if name.startswith("gate."))
goals = {
    "ten times Qt's events per second": figure("entente.events") >= 10 * qt,
    "no allocation per event": figure("allocations.event") == 0,
    "1,000 states at most 1.3 times 10 states": scale <= 1.3,
    "a guard in at most 1 microsecond": figure("guard.nanoseconds") <= 1_000,
    "each definition proved in less than 2 s": bool(gates) and all(figure(name) < 2 for name in gates),
}


def table():
    print(f"{'events per second of processor time':<44}{'events/s':>12}{'to Qt':>9}")
    for name, title in [
        ("entente.events", "Entente, journal of numbers"),
        ("entente.traces", "Entente, trace with names"),
        ("qt.events", "Qt SCXML (null data model)"),
        ("sismic.events", "sismic"),
        ("python-statemachine.events", "python-statemachine"),
    ]:
        print(f"  {title:<42}{figure(name):>12,.0f}{figure(name) / qt:>9.2f}")
    print(f"\n{'allocations per event':<44}{figure('allocations.event'):>12.3f}")
    print(f"\n{'time per event by size of chart':<44}{'ns':>12}{'to 10':>9}")
    for states in ("10", "100", "1000"):
        time = figure(f"states.{states}")
        print(f"  {states + ' states':<42}{time:>12,.0f}{time / figure('states.10'):>9.2f}")
    print(f"\n{'a guard of four clauses':<44}{figure('guard.nanoseconds'):>12,.0f} ns\n")
    print(f"{'the proof of a definition':<44}{'s':>12}")
    for name in gates:
        print(f"  {name.removeprefix('gate.'):<42}{figure(name):>12.2f}")
    print()
    for goal, met in goals.items():
        print(f"{'met   ' if met else 'missed'}  {goal}")


if "--json" in sys.argv[1:]:
    print(json.dumps({"figures": figures, "scale": scale, "rounds": rounds, "goals": goals}, indent=2))
else:
    table()
sys.exit(0 if all(goals.values()) else 1)
