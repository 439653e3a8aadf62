"""Named projects: a tag with a period and partners on pairings, placements and events.

Asker's «Sisters in Business systue» with IKEA and «Ta Askersjansen» are such; figures can be told
by project.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.events import Attendance, Event, Invitation
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.placements import Placement, PlacementEnd
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFigures:
    """What carries the project's tag, whenever it began; counted as things stood on ``until``.

    - ``people``: different newcomers in its pairs and people in its placements.
    - ``meetings`` and ``minutes``: of its pairs, attempts aside.
    - ``placement_ends``: how its placements ended, by what they led to.
    - ``events`` were held and not cancelled; ``guests`` were noted as present, each time anew.
    """

    until: date
    people: int
    pairings: int
    pairings_running: int
    pairings_completed: int
    pairings_ended_early: int
    meetings: int
    minutes: int
    placements: int
    placements_running: int
    placement_ends: Mapping[PlacementEnd, int]
    events: int
    guests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """Everything with the project's tag; ``newcomers`` are persons by role."""

    pairings: Sequence[Pairing] = ()
    newcomers: Mapping[UUID, UUID] = field(default_factory=dict)
    meetings: Sequence[Meeting] = ()
    placements: Sequence[Placement] = ()
    events: Sequence[Event] = ()
    invitations: Sequence[Invitation] = ()


def project_figures(tagged: Tagged, until: date) -> ProjectFigures:
    """Count what has begun by ``until``."""
    pairs = [one for one in tagged.pairings if one.agreed_on <= until]
    places = [one for one in tagged.placements if one.started_on <= until]
    held = {
        one.id
        for one in tagged.events
        if one.starts_at.date() <= until and one.cancelled_on is None
    }
    met = [one for one in tagged.meetings if one.counts and one.held_on <= until]
    ended = [one for one in places if one.ended_on is not None and one.ended_on <= until]
    over = [one for one in pairs if one.ended_on is not None and one.ended_on <= until]
    early = sum(one.status is PairingStatus.ENDED_EARLY for one in over)
    return ProjectFigures(
        until=until,
        people=len(
            {tagged.newcomers[one.newcomer_id] for one in pairs} | {one.person_id for one in places}
        ),
        pairings=len(pairs),
        pairings_running=len(pairs) - len(over),
        pairings_completed=len(over) - early,
        pairings_ended_early=early,
        meetings=len(met),
        minutes=sum(one.minutes for one in met),
        placements=len(places),
        placements_running=len(places) - len(ended),
        placement_ends=dict(Counter(one.end for one in ended if one.end is not None)),
        events=len(held),
        guests=sum(
            one.event_id in held and one.attendance is Attendance.PRESENT
            for one in tagged.invitations
        ),
    )
