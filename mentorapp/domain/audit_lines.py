"""Lines of the audit as they are told to somebody."""

from dataclasses import dataclass

from mentorapp.domain.audit import AuditEntry, Did
from mentorapp.domain.letters import LetterKind


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A line with the kind of record it is about and its number, 0 where there is none to tell.

    ``letter`` is the kind of letter that a line about a printed letter tells of.
    """

    entry: AuditEntry
    kind: str
    number: int
    letter: LetterKind | None = None

    @property
    def id(self) -> int:
        """The number of the line."""
        return self.entry.seq

    @property
    def did(self) -> Did:
        """What was done."""
        return Did(self.entry.change)


@dataclass(frozen=True, slots=True)
class Lines:
    """The newest lines of those wanted; ``more`` says that there are others. ``actors`` is
    everybody who stands in the audit.
    """

    lines: tuple[AuditLine, ...]
    more: bool
    actors: tuple[str, ...]
