"""Named projects: a tag with a period and partners on pairings, placements and events.

Asker's «Sisters in Business systue» with IKEA and «Ta Askersjansen» are such; figures can be told
by project.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """``partners`` are organisations; without ``to_date`` the project goes on."""

    name: str
    from_date: date
    to_date: date | None = None
    partners: frozenset[UUID] = frozenset()
    notes: str = ""


def check_project(project: Project) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not project.name.strip():
        raise InvalidField("name", Problem.MISSING)
    check_length("name", project.name, NAME_LIMIT)
    check_length("notes", project.notes, NOTE_LIMIT)
    if project.to_date is not None and project.to_date < project.from_date:
        raise InvalidField("to_date", Problem.BEFORE_START, project.to_date.isoformat())
