"""Earlier and running pairs of the example office, and their meetings over four quarters."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from installer import example_lists as lists
from installer.example_people import ANCHOR, SCHEMES, Cell, Someone
from mentorapp.reference.places import distance_km, place

PAIR_HEADINGS: Final = (
    "Mentor;Deltaker;Ordning;Avtale signert;Startdato;Planlagt slutt;Avsluttet;Årsak;Initiativ;"
    "Koordinator"
).split(";")
MEETING_HEADINGS: Final = (
    "Mentor;Deltaker;Dato;Varighet;Møteform;Sted;Hva gjorde dere?;Neste møte"
).split(";")
#: Pairs that ran their time, were broken off, or run still.
COMPLETED, ENDED_EARLY, RUNNING = 11, 6, 18
#: Days since the last meeting of the running pairs; the new one has not met yet.
_SILENT_FOR: Final = (2, 3, 4, 5, 6, 7, 8, 8, 9, 11, 12, 16, 19, 24, 28, 36, 52)
_REASONS: Final = (
    ("flyttet", "deltaker"),
    ("fikk jobb", "deltaker"),
    ("mangel på tid", "mentor"),
    ("ikke kontakt", "koordinator"),
    ("passet ikke", "begge"),
    ("personlige årsaker", "mentor"),
)
_TRY_AGAIN: Final = {"mangel på tid", "personlige årsaker", "passet ikke"}
_MOST: Final = 2
_HOLIDAYS: Final = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1), (5, 1), (5, 17)}
_PER_MONTH: Final = {"Arbeidsmentor": 2, "Fadder": 2.2, "Språkpraksis": 4, "Øvelseskjøring": 3}


@dataclass(frozen=True, slots=True)
class Pair:
    """`until` is the last day a meeting can have been on, None when they have not met."""

    mentor: Someone
    newcomer: Someone
    scheme: str
    start: date
    planned_end: date
    ended: date | None
    reason: str
    initiator: str
    until: date | None

    def row(self, coordinator: str) -> dict[str, Cell]:
        """In the order of `PAIR_HEADINGS`."""
        names = (self.mentor.name, self.newcomer.name, self.scheme)
        dates = (
            _working_day(self.start - timedelta(days=1)),
            self.start,
            self.planned_end,
            self.ended,
        )
        values = (*names, *dates, self.reason, self.initiator, coordinator)
        return dict(zip(PAIR_HEADINGS, values, strict=True))


def pairs(random: Random, mentors: list[Someone], newcomers: list[Someone]) -> list[Pair]:
    """Thirty-five pairs of people who suit each other; one newcomer is in two of them."""
    able = [mentor for mentor in mentors if mentor.status == "Godkjent"]
    kinds = ["completed"] * COMPLETED + ["early"] * ENDED_EARLY + ["new", "second"]
    kinds += ["running"] * (RUNNING - 2)
    made: list[Pair] = []
    silent = list(_SILENT_FOR)
    reasons = list(_REASONS)
    for kind in kinds:
        pair = _couple(random, able, _waiting(kind, newcomers, made), kind, made)
        if kind == "completed":
            ended = min(
                pair.planned_end + timedelta(days=random.randint(-6, 6)), ANCHOR - timedelta(days=5)
            )
            until = ended - timedelta(days=random.randint(1, 8))
            pair = replace(pair, ended=ended, until=until)
        elif kind == "early":
            reason, initiator = reasons.pop()
            ended = pair.start + timedelta(days=random.randint(32, 75))
            until = ended - timedelta(days=random.randint(3, 20))
            pair = replace(pair, ended=ended, until=until, reason=reason, initiator=initiator)
        elif kind != "new":
            pair = replace(pair, until=ANCHOR - timedelta(days=silent.pop()))
        made.append(pair)
    return sorted(made, key=lambda pair: (pair.start, pair.mentor.name))


def _waiting(kind: str, newcomers: list[Someone], made: list[Pair]) -> list[Someone]:
    """Who may be in the next pair; the earlier pairs were of those who came first."""
    if kind == "second":
        return [pair.newcomer for pair in made if pair.reason in _TRY_AGAIN]
    seen = {pair.newcomer.name for pair in made}
    waiting = [newcomer for newcomer in newcomers if newcomer.name not in seen]
    return waiting[:25] if kind in {"completed", "early"} else waiting


def _couple(
    random: Random, mentors: list[Someone], waiting: list[Someone], kind: str, made: list[Pair]
) -> Pair:
    """The two, what they do and since when, as a pair without an end."""
    for newcomer in random.sample(waiting, len(waiting)):
        for mentor in random.sample(mentors, len(mentors)):
            common = [scheme for scheme in newcomer.schemes if scheme in mentor.schemes]
            if not common or not _suit(mentor, newcomer):
                continue
            start = _start(random, kind, common[0], mentor, newcomer)
            if start is not None and _free(mentor, newcomer, start, made):
                planned = start + timedelta(days=SCHEMES[common[0]] * 30 + 2)
                return Pair(mentor, newcomer, common[0], start, planned, None, "", "", None)
    raise LookupError(f"no pair to be made: {kind}")


def _free(mentor: Someone, newcomer: Someone, start: date, made: list[Pair]) -> bool:
    """Room at the mentor's from that day on, and the newcomer's earlier pair, if any, is over."""
    theirs = [pair for pair in made if pair.newcomer is newcomer]
    if any(pair.mentor is mentor or (pair.ended or ANCHOR) > start for pair in theirs):
        return False
    his = [pair for pair in made if pair.mentor is mentor]
    return len(his) < _MOST and mentor.capacity > sum(
        1 for pair in his if pair.ended is None or pair.ended >= start
    )


def _suit(mentor: Someone, newcomer: Someone) -> bool:
    if newcomer.row["Adressesperre"] or not mentor.languages & newcomer.languages:
        return False
    if not (mentor.suits(newcomer.gender) and newcomer.suits(mentor.gender)):
        return False
    here, there = (place("NO", person.postal_code) for person in (mentor, newcomer))
    return bool(here and there and distance_km(here, there) <= mentor.kilometres)


def _start(
    random: Random, kind: str, scheme: str, mentor: Someone, newcomer: Someone
) -> date | None:
    """A working day on which both were ready and which leaves the pair the time it needs."""
    length = timedelta(days=SCHEMES[scheme] * 30 + 2)
    earliest = max(mentor.ready_from, newcomer.ready_from + timedelta(days=12), date(2025, 9, 8))
    latest = {
        "completed": ANCHOR - length - timedelta(days=5),
        "early": ANCHOR - timedelta(days=85),
        "second": ANCHOR - timedelta(days=60),
        "running": ANCHOR - timedelta(days=60),
        "new": ANCHOR - timedelta(days=8),
    }[kind]
    if kind == "new":
        earliest = max(earliest, ANCHOR - timedelta(days=13))
    if kind in {"running", "second"}:
        earliest = max(earliest, ANCHOR - length + timedelta(days=12))
    if earliest > latest:
        return None
    start = earliest + timedelta(days=random.randint(0, min(60, (latest - earliest).days)))
    return _working_day(start)


def _working_day(day: date) -> date:
    """The day itself, or the Friday before a weekend; 1 May is the day before."""
    day -= timedelta(days=max(0, day.weekday() - 4))
    return day - timedelta(days=1) if (day.month, day.day) == (5, 1) else day


def meetings(random: Random, made: list[Pair]) -> list[dict[str, Cell]]:
    """The slips of all pairs in the order of their dates, as typed into one list."""
    found = [(day, row) for pair in made for day, row in _of_pair(random, pair)]
    found.sort(key=lambda item: (item[0], str(item[1]["Mentor"])))
    return [row for _, row in found]


def _of_pair(random: Random, pair: Pair) -> Iterator[tuple[date, dict[str, Cell]]]:
    if pair.until is None:
        return
    notes = random.sample(lists.MEETING_NOTES[pair.scheme], len(lists.MEETING_NOTES[pair.scheme]))
    gap = 30 / _PER_MONTH[pair.scheme]
    day = pair.start + timedelta(days=random.randint(3, 13))
    count = 0
    while day < pair.until:
        following = _no_holiday(day + timedelta(days=max(2, round(random.gauss(gap, gap / 3)))))
        if (pair.until - following).days < gap / 2:
            following = pair.until
        yield day, _slip(random, pair, day, following, notes[count % len(notes)])
        count += 1
        day = following
    yield pair.until, _slip(random, pair, pair.until, None, notes[count % len(notes)])


def _no_holiday(day: date) -> date:
    """Nobody meets at the library at Christmas."""
    while (day.month, day.day) in _HOLIDAYS:
        day += timedelta(days=1)
    return day


def _slip(
    random: Random, pair: Pair, day: date, following: date | None, note: str
) -> dict[str, Cell]:
    if day.month not in lists.SEASONS.get(note.partition("@")[0], (day.month,)):
        usual = [
            n for n in lists.MEETING_NOTES[pair.scheme] if n.partition("@")[0] not in lists.SEASONS
        ]
        note = random.choice(usual)
    note, _, spot = note.partition("@")
    form = random.choices(
        ("fysisk", "telefon", "video", "aktivitet", "ikke møtt"), (70, 8, 5, 12, 5)
    )[0]
    duration = random.choice(
        ("1 t", "1,5 t", "2 t", "90 min", "1:30", "60 min", "45 min", "2 timer", "1:00", "75 min")
    )
    if pair.scheme == "Øvelseskjøring":
        form = "fysisk" if form != "ikke møtt" else form
    if form in {"telefon", "video"}:
        spot, note, duration = "", "Pratet om uka som har gått", random.choice(("20 min", "0:30"))
    if form == "ikke møtt":
        spot, note, duration = "", random.choice(lists.ATTEMPTS), ""
    agreed = following if following and random.random() < 0.6 else None
    values: tuple[Cell, ...] = (pair.mentor.name, pair.newcomer.name, f"{day:%d.%m.%Y}", duration)
    values += (form, spot, note, f"{agreed:%d.%m.%Y}" if agreed else "")
    return dict(zip(MEETING_HEADINGS, values, strict=True))
