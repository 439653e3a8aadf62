"""Run in a process of its own, to see how much memory a whole run takes at most.

``python -m benchmarks.whole_process ours OFFICE`` pairs the office and saves the run, without
listing it; ``scipy`` in place of ``ours`` makes the same scores into a table of doubles, a column
for each place, and lets SciPy solve that: the program that one would write first. Prints the peak
in bytes, that of the largest child process included.
"""

import sys
from pathlib import Path

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR
from mentorapp.operations import Database, offices, pairing, schemes
from mentorapp.operations.memory import collect_seldom


def main() -> int:
    """``ours`` or ``scipy``, and a file that may be changed."""
    how, office = sys.argv[1:]
    collect_seldom()
    database = offices.open_office(Path(office), create=False)
    if how == "ours":
        _ours(database)
    else:
        _scipy(database)
    database.close()
    print(peak())
    return 0


def peak() -> int:
    """The most memory this process has had, and its largest child on top of that.

    Linux's own count begins anew with each program; ``getrusage`` there hands down what the process
    had that started this one. Windows has neither.
    """
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit + child
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 + child


def _ours(database: Database) -> None:
    with database.read() as tx:
        scheme = schemes.find(tx, "benchmark")
        given = pairing.gather(tx, scheme.id, TODAY)
    found = pairing.solve(given)
    with database.write(ACTOR) as tx:
        pairing.keep(tx, given, found)


def _scipy(database: Database) -> None:
    from benchmarks.solver_runs import scipy_table, scipy_total
    from benchmarks.whole_runs import scored

    with database.read() as tx:
        given = pairing.gather(tx, schemes.find(tx, "benchmark").id, TODAY)
    problem = scored(given)
    bonus = int(problem.scores.max(initial=0)) * problem.shape[0] + 1
    scipy_total(scipy_table(problem, bonus))


if __name__ == "__main__":
    sys.exit(main())
