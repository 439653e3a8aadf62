"""The years before: pairs that ended in 2018–2025, as three old lists of the example office.

An office that begins with the program brings such lists along. Of the first years only the pairs
were written down; from three years before the anchor on there are slips of their meetings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from installer import example_lists as lists
from installer.example_pairs import MEETING_HEADINGS, PAIR_HEADINGS, Pair, meetings
from installer.example_people import ANCHOR, SCHEMES, Cell, Someone

#: How many pairs ended in which year.
COHORTS: Final = {2018: 16, 2019: 15, 2020: 14, 2021: 15, 2022: 16, 2023: 18, 2024: 20, 2025: 12}
MENTORS: Final = 24
NEWCOMER_HEADINGS: Final = (
    "Fornavn;Etternavn;Fødselsår;Kjønn;Språk;Postnr;Registrert dato;Ønsket ordning;Utdanning;"
    "Tidligere yrke;Ønsket yrke;Status"
).split(";")
MENTOR_HEADINGS: Final = (
    "Registrert dato;Fornavn;Etternavn;Fødselsår;Kjønn;Arbeidssted/organisasjon;Språk;Postnr;"
    "Ordning;Status"
).split(";")
_SLIPS_FROM: Final = ANCHOR - timedelta(days=3 * 365)
_SCHEMES: Final = (
    *("Fadder",) * 9,
    *("Arbeidsmentor",) * 7,
    *("Språkpraksis",) * 3,
    *("Øvelseskjøring",) * 2,
)
_LANGUAGES: Final = {
    **dict.fromkeys(range(2018, 2022), ("arabisk", "arabisk", "tigrinja", "dari", "swahili")),
    **dict.fromkeys(range(2022, 2026), ("ukrainsk", "ukrainsk", "ukrainsk", "arabisk", "tigrinja")),
}
_REASONS: Final = (
    ("flyttet", "deltaker"),
    ("fikk jobb", "deltaker"),
    ("mangel på tid", "mentor"),
    ("ikke kontakt", "koordinator"),
)
_LEFT: Final = {"flyttet", "fikk jobb"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """Rows of the old lists, in the order of their headings."""

    mentors: list[dict[str, Cell]]
    newcomers: list[dict[str, Cell]]
    pairs: list[dict[str, Cell]]
    meetings: list[dict[str, Cell]]


def earlier(random: Random, taken: Iterable[str], workplaces: Sequence[str]) -> Earlier:
    """The same rows for the same `random`; nobody is called as one of `taken`.

    `workplaces` are the organisations some of the mentors come from.
    """
    names = set(taken)
    helpers = _mentors(random, names, workplaces)
    busy: dict[str, date] = {}
    made = []
    for year, count in COHORTS.items():
        for at in range(count):
            ended = date(year, 1, 8) + timedelta(days=(at * 351) // count + random.randint(0, 6))
            made.append(_pair(random, names, helpers, busy, ended))
    slips = meetings(random, [pair for pair in made if pair.start >= _SLIPS_FROM])
    return Earlier(
        mentors=[one.row for one in helpers],
        newcomers=[pair.newcomer.row for pair in made],
        pairs=[dict(pair.row(random.choice(lists.COORDINATORS))) for pair in made],
        meetings=slips,
    )


def _pair(
    random: Random, names: set[str], helpers: list[Someone], busy: dict[str, date], ended: date
) -> Pair:
    scheme = random.choice(_SCHEMES)
    planned = timedelta(days=SCHEMES[scheme] * 30 + 2)
    early = random.random() < 0.22
    length = timedelta(days=random.randint(35, 75)) if early else planned
    start = ended - length
    mentor = next(
        (
            one
            for one in random.sample(helpers, len(helpers))
            if scheme in one.schemes
            and busy.get(one.name, date.min) < start
            and one.ready_from < start
        ),
        None,
    ) or next(one for one in helpers if scheme in one.schemes)
    busy[mentor.name] = ended
    reason, initiator = random.choice(_REASONS) if early else ("", "")
    registered = start - timedelta(days=random.randint(14, 120))
    newcomer = _newcomer(random, names, scheme, registered, reason, ended.year)
    until = ended - timedelta(days=random.randint(2, 9))
    return Pair(mentor, newcomer, scheme, start, start + planned, ended, reason, initiator, until)


def _newcomer(
    random: Random, names: set[str], scheme: str, registered: date, reason: str, year: int
) -> Someone:
    language = random.choice(_LANGUAGES[year])
    first, last, gender = _name(random, names, language)
    job, _, education = random.choice(lists.NEWCOMER_JOBS).partition(":")
    level = random.choice(("A1", "A2", "A2", "B1"))
    values: tuple[Cell, ...] = (
        first,
        last,
        random.randint(1962, 1999),
        gender,
        f"norsk {level}, {language} (morsmål)",
        random.choice(lists.HOMES).partition(" ")[0],
        f"{registered:%d.%m.%Y}",
        scheme,
        education,
        job,
        random.choice(lists.WISHED_JOBS),
        "Trukket seg" if reason in _LEFT else "Fullført",
    )
    row = dict(zip(NEWCOMER_HEADINGS, values, strict=True))
    return _someone(f"{first} {last}", gender, (scheme,), registered, row)


def _mentors(random: Random, names: set[str], workplaces: Sequence[str]) -> list[Someone]:
    made = []
    for at in range(MENTORS):
        women = at % 2 == 0
        pool = lists.MENTOR_WOMEN if women else lists.MENTOR_MEN
        first, last = _unused(random, names, pool, lists.MENTOR_SURNAMES)
        gender = "Kvinne" if women else "Mann"
        registered = date(2016, 9, 1) + timedelta(days=random.randint(0, 300))
        schemes = [("Fadder", "Arbeidsmentor"), ("Fadder", "Språkpraksis", "Øvelseskjøring")][
            at % 2
        ]
        values: tuple[Cell, ...] = (
            f"{registered:%d.%m.%Y}",
            first,
            last,
            random.randint(1948, 1985),
            gender,
            random.choice([*workplaces, "", "", "", ""]),
            "norsk (morsmål), engelsk B2",
            random.choice(lists.HOMES).partition(" ")[0],
            ", ".join(schemes),
            "Sluttet",
        )
        row = dict(zip(MENTOR_HEADINGS, values, strict=True))
        made.append(_someone(f"{first} {last}", gender, tuple(schemes), registered, row))
    return made


def _someone(
    name: str, gender: str, schemes: tuple[str, ...], since: date, row: dict[str, Cell]
) -> Someone:
    return Someone(
        name=name,
        gender=gender,
        languages=frozenset({"norsk"}),
        schemes=schemes,
        postal_code="",
        kilometres=0,
        wish="",
        ready_from=since,
        status=str(row["Status"]),
        capacity=1,
        row=row,
    )


def _name(random: Random, names: set[str], language: str) -> tuple[str, str, str]:
    women, men, surnames = lists.ORIGINS[language]
    both = [(_latin(women), "Kvinne"), (_latin(men), "Mann")]
    firsts, gender = random.choice([one for one in both if one[0]])
    first, last = _unused(random, names, firsts, _latin(surnames))
    return first, last, gender


def _latin(names: str) -> list[str]:
    return [part.partition("=")[0] for part in names.split("|") if part]


def _unused(
    random: Random, names: set[str], firsts: Iterable[str], lasts: Iterable[str]
) -> tuple[str, str]:
    """A name that nobody has so far."""
    chosen = random.choice(
        [(f, last) for f in firsts for last in lasts if f"{f} {last}" not in names]
    )
    names.add(" ".join(chosen))
    return chosen


EARLIER_HEADINGS: Final = {
    "tidligere_mentorer.csv": MENTOR_HEADINGS,
    "tidligere_nyankomne.csv": NEWCOMER_HEADINGS,
    "tidligere_koblinger.csv": PAIR_HEADINGS,
    "tidligere_moter.csv": MEETING_HEADINGS,
}
