"""``python -m faults``: lets everything go wrong that a rig knows, and prints one table."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from faults.results import Result, Rig, Size
from faults.rigs import RIGS
from faults.table import markdown_table, surroundings, text_table

#: Of everything, in the short form.
_SHORT = 0.02


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; the table goes to standard output, the progress beside it.

    The answer is 1 where a claim does not hold.
    """
    chosen = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    size = Size(1.0 if chosen.full else chosen.share)
    found: list[Result] = []
    for name in chosen.only or RIGS:
        print(f"{name} …", end=" ", file=sys.stderr, flush=True)
        start = perf_counter()
        rig: Rig = import_module(f"faults.{RIGS[name]}").results
        with TemporaryDirectory(prefix="mentorapp-faults-") as folder:
            found += rig(Path(folder), size)
        print(f"{perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    table = markdown_table if chosen.markdown else text_table
    print(f"{table(found)}\n\n{surroundings()}")
    return 0 if all(one.holds for one in found) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=RIGS, help="these alone")
    parser.add_argument("--full", action="store_true", help="as often as docs/reliability.md says")
    parser.add_argument("--share", type=float, default=_SHORT, help="this much of the full form")
    parser.add_argument("--markdown", action="store_true", help="for docs/reliability.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
