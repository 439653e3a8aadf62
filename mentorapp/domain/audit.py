"""Who did what to which record, and who saw it: field names only, never the values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Did(StrEnum):
    """What was done; the words of the audit."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    RESTORED = "restored"
    ERASED = "erased"
    """Removed from the file for good; from here on nothing that can be undone."""
    SEEN = "seen"
    """Somebody protected was looked at: the file, a pair, a proposal."""
    LISTED = "listed"
    """Somebody protected stood in a list on the screen."""
    PRINTED = "printed"
    EXPORTED = "exported"
    CAME_IN = "came_in"
    TURNED_AWAY = "turned_away"
    """The office was not opened: the passphrase was wrong."""
    AGREED = "agreed"
    """A second person gave her passphrase where two are needed; the record is her account."""
    PUT_BACK = "put_back"
    """The whole office was put back from a backup."""
    THINNED = "thinned"
    """The beginning of the log went, as it was older than the office keeps it."""


#: Of TURNED_AWAY where somebody who was in asked for a second person: the actor is who asked.
OF_THE_SECOND = ("second",)


class Sort(StrEnum):
    """What somebody looks for in the audit."""

    LOOKS = "looks"
    CHANGES = "changes"
    PAPERS = "papers"
    COMING_IN = "coming_in"
    RESTORES = "restores"


SORTS: Mapping[Sort, tuple[Did, ...]] = {
    Sort.LOOKS: (Did.SEEN, Did.LISTED),
    Sort.CHANGES: (
        Did.ADDED,
        Did.CHANGED,
        Did.DELETED,
        Did.RESTORED,
        Did.ERASED,
        Did.AGREED,
        Did.THINNED,
    ),
    Sort.PAPERS: (Did.PRINTED, Did.EXPORTED),
    Sort.COMING_IN: (Did.CAME_IN, Did.TURNED_AWAY),
    Sort.RESTORES: (Did.PUT_BACK,),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: on these days of the wall clock, by this actor and of these sorts; none of
    either means any.
    """

    first: date
    last: date
    actor: str = ""
    sorts: frozenset[Sort] = frozenset()

    @property
    def changes(self) -> tuple[Did, ...]:
        """What was done in the lines that are looked for."""
        return tuple(did for sort in Sort if sort in (self.sorts or Sort) for did in SORTS[sort])


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line. ``at`` is UTC; ``operation`` such as ``meetings.log``; ``record`` the table.

    ``seq`` counts from 1 without a gap, and ``mac`` ties the line to the one before; see
    ``audit_chain``.
    """

    seq: int
    at: datetime
    actor: str
    operation: str
    record: str
    record_id: UUID
    change: str
    fields: tuple[str, ...]
    mac: bytes = field(default=b"", repr=False)
