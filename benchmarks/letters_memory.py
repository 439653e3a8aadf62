"""Run in a process of its own: ``python -m benchmarks.letters_memory 500`` prints the MiB that
printing so many letters into one PDF takes at most, on top of what the program and the letters
take.
"""

import sys

from benchmarks.letter_samples import invented_letters
from benchmarks.whole_process import peak
from mentorapp.reports.letters import print_letters
from mentorapp.words import Words


def main() -> int:
    """Print two letters first: fonts and templates are read once."""
    letters = invented_letters(int(sys.argv[1]))
    print_letters(letters[:2], Words)
    before = peak()
    print_letters(letters, Words)
    print((peak() - before) / 2**20)
    return 0


if __name__ == "__main__":
    sys.exit(main())
