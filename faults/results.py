"""What a rig found out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Result:
    """How often something was tried and how often the claim did not hold.

    A ``control`` is the opposite: something that is known to be unsafe was done on purpose, and a
    rig that sees no failure there sees nothing at all. ``skipped`` says why nothing was tried.
    """

    claim: str
    runs: int
    failures: int
    note: str = ""
    control: bool = False
    skipped: str = ""

    @property
    def holds(self) -> bool:
        """Whether the claim may stand, as far as it was tried."""
        if self.skipped:
            return True
        return self.runs > 0 and (self.failures > 0) is self.control


@dataclass(frozen=True, slots=True)
class Size:
    """How much is tried: ``share`` of the full form."""

    share: float

    def of(self, full: int, least: int = 3) -> int:
        """So many of what the full form tries ``full`` times."""
        return min(full, max(least, round(full * self.share)))


#: A rig is given an empty folder of its own.
Rig = Callable[[Path, Size], Sequence[Result]]


def skipped(claim: str, why: str) -> Result:
    """Nothing could be tried here."""
    return Result(claim, 0, 0, skipped=why)


@dataclass(slots=True)
class Tally:
    """Counts runs and failures, and remembers what the first failures were."""

    runs: int = 0
    failures: int = 0
    first: str = ""

    def add(self, trouble: str) -> None:
        """One run; ``trouble`` is empty where all was well."""
        self.runs += 1
        if trouble:
            self.failures += 1
            self.first = self.first or trouble

    def result(self, claim: str, note: str = "", *, control: bool = False) -> Result:
        """The line of the table; the first failure stands in its note."""
        said = self.first if self.first and not control else note
        return Result(claim, self.runs, self.failures, said, control)
