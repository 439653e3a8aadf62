"""Run in a process of its own: ``python -m benchmarks.letters_memory 500`` prints the MiB that
printing so many letters into one PDF takes at most, on top of what the program and the letters
take. ``python -m benchmarks.letters_memory 1250 FILE`` prints those of a bare canvas that writes so
many pages, read from a file with a page of lines on each line, begun again at its end.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.letter_samples import invented_letters
from benchmarks.letters import Line, bare
from benchmarks.whole_process import peak
from mentorapp.reports.letters import print_letters
from mentorapp.words import Words


def main() -> int:
    """Print two letters first: fonts and templates are read once."""
    many, lines = int(sys.argv[1]), sys.argv[2:]
    letters = invented_letters(2 if lines else many)
    print_letters(letters[:2], Words)
    before = peak()
    if lines:
        bare(islice(_pages(Path(lines[0])), many))
    else:
        print_letters(letters, Words)
    print((peak() - before) / 2**20)
    return 0


def _pages(file: Path) -> Iterator[Sequence[Line]]:
    while True:
        with file.open(encoding="utf-8") as pages:
            yield from map(json.loads, pages)


if __name__ == "__main__":
    sys.exit(main())
