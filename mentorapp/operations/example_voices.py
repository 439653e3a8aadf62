"""What the people of the example office say: barriers, interviews, quotations, networks."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.barriers import Barrier, BarrierCheck
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.networks import NetworkCheck, NetworkStage
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.operations import barriers, interviews, networks, pairings, people, quotes
from mentorapp.operations.pairings import PairingRow
from mentorapp.storage.database import Transaction

_DAY = timedelta(days=1)
_ASKED = 36
_ENDED = 20
_RUNNING = 8
#: What is ticked first, after half a year and now; what is solved goes, some of it comes late.
_COURSES = (
    ("childcare language network", "language network", "network"),
    ("language transport", "language transport", "transport"),
    ("language network housing", "language network", "network"),
    ("time childcare", "childcare", "childcare"),
    ("recognition language", "recognition language", "recognition"),
    ("network transport digital", "transport", ""),
    ("language money housing", "money", "money time"),
    ("network", "", ""),
)
#: Ratings (recommend, fit, language, at_home) and answers (good, hard, changed, otherwise).
_TOLD = (
    ((5, 5, 4, 4), ("Vi lager mat og snakker om alt.", "Vinteren og mørket.",
                    "Jeg tør å ringe selv nå.", "Flere kvelder med barnepass.")),
    ((5, 4, 4, 3), ("Mentoren forklarte hvordan jobbintervju er her.", "Å finne tid.",
                    "Jeg fikk praksis på verkstedet.", "Godkjenne utdanningen raskere.")),
    ((4, 4, 3, 4), ("Turene i fjellet.", "Dialekten.", "Jeg kjenner naboene.", "")),
    ((3, 2, 3, 3), ("Å treffe noen utenfor kurset.", "Vi hadde ikke så mye felles.", "",
                    "Spørre mer om interesser først.")),
    ((5, 5, 5, 4), ("Barna lærte meg mye norsk.", "Bussen går sjelden.",
                    "Jeg snakker norsk hver dag.", "Buss om kvelden.")),
    ((4, 5, 3, 5), ("Hun ble en venn.", "", "Jeg er med i koret.", "")),
    ((5, 4, 5, 4), ("Øve på førerprøven.", "Ordene i teoriprøven.", "Jeg har lappen.",
                    "Mer øving før prøven.")),
    ((2, 3, 2, 2), ("Kontoret ringte tilbake.", "Mentoren fikk ny jobb.", "",
                    "Finne ny mentor fortere.")),
    ((5, 5, 4, 5), ("Å bli invitert hjem.", "Å være alene den første tiden.",
                    "Jeg har noen å spørre.", "Fortell om ordningen på læringssenteret.")),
    ((4, 4, 4, 4), ("Hjelp med CV.", "Mange skjemaer.", "Jeg har søkt fire jobber.",
                    "Ett sted å spørre.")),
)  # fmt: skip
_KEYS = ("good", "hard", "changed", "otherwise")
_RATINGS = ("recommend", "fit", "language", "at_home")
#: The interview it is from, the words, and what became of the consent.
_QUOTES = (
    (0, "Jeg tør å ringe selv nå.", "agreed"),
    (4, "Barna lærte meg mye norsk.", "agreed"),
    (1, "Mentoren forklarte hvordan jobbintervju er her.", "agreed"),
    (8, "Jeg har noen å spørre.", "agreed"),
    (6, "Jeg har lappen.", "withdrawn"),
    (3, "Vi hadde ikke så mye felles.", "not asked"),
)
_CREDITS = {Gender.WOMAN: "kvinne", Gender.MAN: "mann"}
#: People to ask and days of speaking, at the start, midway and at the end.
_NETWORKS = (
    ((1, 0), (3, 2), (5, 4)),
    ((2, 1), (3, 3), (6, 5)),
    ((0, 0), (2, 1), (4, 2)),
    ((3, 2), (3, 2), (3, 3)),
    ((1, 1), (4, 3), (8, 6)),
    ((4, 3), (3, 3), (3, 2)),
    ((2, 0), (2, 2), (5, 4)),
)


def fill(tx: Transaction, today: date) -> None:
    """Barriers over time, interviews with quotations, networks from the start to the end."""
    hidden = {
        one.person.id for one in people.all_people(tx) if one.protection is not Protection.NONE
    }
    rows = [row for row in pairings.rows(tx, today) if row.newcomer_person_id not in hidden]
    running = [row for row in rows if row.status is PairingStatus.ACTIVE]
    ended = [row for row in rows if row.ended_on is not None and row.meetings]
    ended = sorted(ended, key=lambda row: (row.ended_on or today, row.number))[-2 * _ENDED :]
    _ask_about_barriers(tx, [*running, *reversed(ended)], today)
    _interview(tx, ended[::-4][: len(_TOLD)], today)
    _ask_about_networks(tx, ended[::2], running[:_RUNNING], today)


def _ask_about_barriers(tx: Transaction, rows: Iterable[PairingRow], today: date) -> None:
    newest = {row.newcomer_person_id: row for row in rows}
    for at, (person_id, row) in enumerate(list(newest.items())[:_ASKED]):
        course = _COURSES[at % len(_COURSES)]
        for step, ticked in enumerate(course[: 1 + at % len(course)]):
            day = row.agreed_on + (10 + 90 * step) * _DAY
            if day <= today:
                check = BarrierCheck(
                    person_id=person_id,
                    checked_on=day,
                    barriers=frozenset(Barrier(one) for one in ticked.split()),
                )
                barriers.save(tx, check, today)


def _interview(tx: Transaction, rows: Sequence[PairingRow], today: date) -> None:
    held = []
    for row, (ratings, answers) in zip(rows, _TOLD, strict=True):
        day = min((row.ended_on or today) + 5 * _DAY, today)
        interview = Interview(
            person_id=row.newcomer_person_id,
            pairing_id=row.id,
            held_on=day,
            held_by=row.coordinator,
            answers=dict(zip(_KEYS, answers, strict=True)),
            ratings=dict(zip(_RATINGS, ratings, strict=True)),
        )
        held.append(interviews.save(tx, interview, today))
    for at, text, consent in _QUOTES:
        quote = Quote(
            person_id=held[at].person_id,
            interview_id=held[at].id,
            text=text,
            said_on=held[at].held_on,
            credit=_credit(tx, held[at].person_id, today) if consent != "not asked" else "",
            consent_on=None if consent == "not asked" else held[at].held_on,
        )
        said = quotes.save(tx, quote, today)
        if consent == "withdrawn":
            quotes.withdraw(tx, said.id, today, today)


def _credit(tx: Transaction, person_id: UUID, today: date) -> str:
    """As quotations are signed: who says it without a name."""
    person = people.read(tx, person_id, today).registration.person
    who = _CREDITS.get(person.gender, "deltaker")
    return f"{who}, {today.year - person.birth_year}" if person.birth_year else who


def _ask_about_networks(
    tx: Transaction, ended: Sequence[PairingRow], running: Sequence[PairingRow], today: date
) -> None:
    for at, row in enumerate([*ended, *running]):
        told = dict(zip(NetworkStage, _NETWORKS[at % len(_NETWORKS)], strict=True))
        last = row.ended_on or today
        days = {
            NetworkStage.START: row.agreed_on + 12 * _DAY,
            NetworkStage.MIDWAY: row.agreed_on + 90 * _DAY,
            NetworkStage.END: last,
        }
        stages = [NetworkStage.START]
        if at % 2 == 0:
            stages.append(NetworkStage.MIDWAY)
        if row.ended_on is not None and at % 9 != 4:  # one in nine could not be reached
            stages.append(NetworkStage.END)
        for stage in stages:
            if days[stage] <= last:
                _note(tx, row, stage, days[stage], told[stage], today)


def _note(
    tx: Transaction,
    row: PairingRow,
    stage: NetworkStage,
    day: date,
    told: tuple[int, int],
    today: date,
) -> None:
    check = NetworkCheck(
        person_id=row.newcomer_person_id,
        pairing_id=row.id,
        stage=stage,
        asked_on=day,
        people_to_ask=told[0],
        language_days=told[1],
    )
    networks.save(tx, check, today)
