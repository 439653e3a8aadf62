"""``python -m benchmarks``: measures and prints one table."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.table import markdown_table, surroundings, text_table
from mentorapp.operations.memory import collect_seldom

if TYPE_CHECKING:
    from benchmarks.measuring import Figure

#: Measured when nothing else is asked for, and what takes a quarter of an hour.
USUAL = ("startup", "lists", "finding", "blocks", "importing", "letters", "encryption", "pairing")
NAMES = (*USUAL, "pairing_large")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; the table goes to standard output, the progress beside it."""
    chosen = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    collect_seldom()  # as both programs do
    rounds = chosen.rounds or (1 if chosen.quick else 5)
    found: list[Figure] = []
    for name in chosen.only or USUAL:
        print(f"measuring {name} …", file=sys.stderr)
        figures: Callable[..., list[Figure]] = import_module(f"benchmarks.{name}").figures
        with TemporaryDirectory(prefix="mentorapp-bench-") as folder:
            found += figures(Path(folder), rounds, quick=chosen.quick)
    table = markdown_table if chosen.markdown else text_table
    print(f"{table(found)}\n\n{surroundings(rounds)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=NAMES, help="these alone")
    parser.add_argument("--rounds", type=int, help="how often each is measured (5)")
    parser.add_argument("--quick", action="store_true", help="tiny sizes: does it run at all?")
    parser.add_argument("--markdown", action="store_true", help="for docs/performance.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
