"""Three years of events in the example office: evenings, courses, an international week, talks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from mentorapp.domain.event_filters import EventFilter, GuestPair, GuestRole
from mentorapp.domain.events import Answer, Attendance, Event, EventKind, Invitation
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.operations import event_papers, events, guests, invitations
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

_MENTORS = EventFilter(roles=frozenset({GuestRole.MENTOR}))
_NEWCOMERS = EventFilter(roles=frozenset({GuestRole.NEWCOMER}))
_PAIRED = EventFilter(pair=GuestPair.PAIRED)
_WAITING = EventFilter(roles=frozenset({GuestRole.NEWCOMER}), pair=GuestPair.WAITING)
_UNTRAINED = EventFilter(roles=frozenset({GuestRole.MENTOR}), untrained=True)
_STAFF = (
    ("Nils Vik", "NAV Fjordvik"),
    ("Anne Holmen", "NAV Fjordvik"),
    ("Lise Strand", "Servicetorget"),
    ("Per Arne Moe", "Voksenopplæringen"),
)


@dataclass(frozen=True, slots=True)
class _Made:
    """An event ``days`` from today (before, when negative) and the first ``many`` of a filter."""

    days: int
    name: str
    kind: EventKind
    hour: int
    hours: float
    place: str
    wanted: EventFilter | None = None
    many: int = 0
    seats: int | None = None
    childcare: bool = False
    description: str = ""


_EVENTS = (
    _Made(-640, "Velkomstkveld for nye mentorer", EventKind.MENTOR_TRAINING, 18, 3,
          "Rådhuset, møterom 2", _MENTORS, 8, 30),
    _Made(-905, "Temakveld: arbeidslivet i Norge", EventKind.THEME_EVENING, 18, 2,
          "Biblioteket", _PAIRED, 22, 40, description="NAV og to bedrifter forteller."),
    _Made(-760, "Internasjonal uke", EventKind.INTERNATIONAL, 12, 5 * 24 + 4,
          "Kulturhuset", _NEWCOMERS, 30, None, childcare=True,
          description="Mat, musikk og håndverk fra hele verden."),
    _Made(-655, "Kurs for NAV: mangfold i praksis", EventKind.STAFF_COURSE, 9, 3,
          "NAV Fjordvik"),
    _Made(-540, "Nettverkstreff på Mekaniske", EventKind.NETWORK, 17, 2,
          "Nordlys Mekaniske", _PAIRED, 18, 25),
    _Made(-420, "Kurs for alle: jobbsøknad og CV", EventKind.COURSE, 17, 2.5,
          "Biblioteket", _NEWCOMERS, 20, 16),
    _Made(-365, "Samtale om henvisning til mentor", EventKind.STAFF_CONTACT, 13, 1,
          "Servicetorget"),
    _Made(-300, "Tur til Fjordviktinden", EventKind.OUTING, 10, 6,
          "Oppmøte ved skolen", _PAIRED, 16, 30, childcare=True),
    _Made(-190, "Opplæring for mentorer", EventKind.MENTOR_TRAINING, 18, 3,
          "Rådhuset, møterom 2", _UNTRAINED, 8, 30),
    _Made(-120, "Temakveld: barn, skole og foreldremøter", EventKind.THEME_EVENING, 18, 2,
          "Sentrum skole", _NEWCOMERS, 24, 40, childcare=True),
    _Made(-75, "Kurs for servicetorget: klarspråk og tolk", EventKind.STAFF_COURSE, 9, 4,
          "Rådhuset"),
    _Made(-40, "Samtale om felles kontaktpunkt", EventKind.STAFF_CONTACT, 10, 1, "NAV Fjordvik"),
    _Made(-9, "Nettverkskveld for kvinner", EventKind.NETWORK, 18, 2, "Biblioteket",
          EventFilter(roles=frozenset({GuestRole.NEWCOMER}), childcare=True), 14, 20,
          childcare=True),
    _Made(9, "Temakveld: vinter, mørke og friluftsliv", EventKind.THEME_EVENING, 18, 2,
          "Biblioteket", _PAIRED, 22, 12, childcare=True,
          description="Vi prøver brodder og ullklær, og lager bål i bakgården."),
    _Made(33, "Opplæring for mentorer", EventKind.MENTOR_TRAINING, 18, 3,
          "Rådhuset, møterom 2", _UNTRAINED, 12, 30),
)  # fmt: skip
#: How guests answer and whether they come, one after the other.
_ANSWERS = (Answer.YES, Answer.YES, Answer.NO, Answer.YES, Answer.NONE, Answer.YES, Answer.YES)
_ATTENDANCE = (
    Attendance.PRESENT,
    Attendance.PRESENT,
    Attendance.PRESENT,
    Attendance.EXCUSED,
    Attendance.PRESENT,
    Attendance.ABSENT,
)
#: Whoever was registered so long before an event was asked to it.
_LATELY, _LONG = timedelta(0), timedelta(days=900)
_THURSDAY = 3
#: The list of the last network evening still lies on the desk.
_NOT_NOTED = -9


def fill(tx: Transaction, today: date) -> None:
    """Register the events, invite, answer and note who was there."""
    for one in _EVENTS:
        day = today + timedelta(days=one.days)
        if one.kind is not EventKind.OUTING and day.weekday() > _THURSDAY:
            day += timedelta(days=7 - day.weekday())
        starts = datetime.combine(day, time(one.hour))
        event = events.save(
            tx,
            Event(
                name=one.name,
                kind=one.kind,
                starts_at=starts,
                ends_at=starts + timedelta(hours=one.hours),
                place=one.place,
                seats=one.seats,
                childcare=one.childcare,
                description=one.description,
            ),
            today,
        )
        _answers(tx, event, list(_guests(tx, event, one, today)), one, today)


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """Invitations and the list at the door of the event that comes next."""
    coming = [row for row in reversed(events.rows(tx, today)) if not row.past]
    if not coming:
        return {}
    next_one = coming[0].id
    letters = event_papers.make_letters(event_papers.prepare_letters(tx, next_one, today))
    sheet = event_papers.sheet(tx, next_one, words)
    return {"event-invitations": letters.data, "event-attendance-sheet": sheet.data}


def _guests(tx: Transaction, event: Event, one: _Made, today: date) -> Iterable[Invitation]:
    asked = min(today, event.day - timedelta(days=21))
    if one.wanted is None:
        count = 4 if event.kind is EventKind.STAFF_COURSE else 2
        for name, service in _STAFF[:count]:
            yield invitations.invite_guest(tx, event.id, name, service, asked)
        return
    wanted = one.wanted
    if event.day < today:  # who was paired or untrained then is not known any more
        wanted = replace(wanted, pair=None, untrained=False, former=True)
    people = guests.preview(tx, event.id, wanted, today).people
    registered = _registered(tx)
    known = [one for one in people if _LATELY <= asked - registered[one.id] <= _LONG]
    # Evenly through the alphabet, so that not the same few are at everything.
    step = max(1, len(known) // max(one.many, 1))
    for person in known[::step][: one.many]:
        yield invitations.invite_person(tx, event.id, person.id, asked)


def _registered(tx: Transaction) -> dict[UUID, date]:
    """Since when each person has been in the register."""
    found: dict[UUID, date] = {}
    roles: list[Mentor | Newcomer] = [*records.find(tx, Mentor), *records.find(tx, Newcomer)]
    for role in roles:
        day = role.registered_on
        found[role.person_id] = min(day, found.get(role.person_id, day))
    return found


def _answers(
    tx: Transaction, event: Event, invited: list[Invitation], one: _Made, today: date
) -> None:
    for at, guest in enumerate(invited):
        staff = guest.person_id is None
        said = Answer.YES if staff else _ANSWERS[at % len(_ANSWERS)]
        if said is not Answer.NONE:
            on = min(today, guest.invited_on + timedelta(days=2 + at % 9))
            invitations.answer(tx, guest.id, said, today, on)
        if event.day < today and one.days != _NOT_NOTED:
            _note(tx, guest.id, said, at, today)


def _note(tx: Transaction, invitation_id: UUID, said: Answer, at: int, today: date) -> None:
    came = _ATTENDANCE[at % len(_ATTENDANCE)] if said is Answer.YES else Attendance.ABSENT
    if said is Answer.NO:
        came = Attendance.EXCUSED
    invitations.note(tx, invitation_id, came, today)
