"""Associations, projects and pairs of families in the example office."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.events import Event
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Side
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.projects import Project
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    associations,
    households,
    introductions,
    nearby,
    pairings,
    projects,
)
from mentorapp.operations.pairings import PairingRow
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

_SPORT, _WALKS = "Fjordvik Idrettsforening", "Tindtopp Turlag"
_WOMEN, _CENTRE = "Nordlys Kvinnelag", "Fjordvik Frivilligsentral"
_CAFE, _HOUSES, _HOME = "Blåskjell Kafé og Catering AS", "Havblikk Eiendom AS", "Fjordvik Sykehjem"
_ACTIVITIES = f"""
{_SPORT}|Fotball for voksne|football|Fjordvikhallen|8200|tirsdag kl. 19.00|gratis den første måneden|Jonas Hagemo|ja
{_SPORT}|Svømming for kvinner|swimming|Fjordvik bad|8200|mandag kl. 18.00|50 kr per gang|Jonas Hagemo|ja
{_SPORT}|Styrke og bevegelse|strength_training yoga|Fjordvikhallen|8009|torsdag kl. 18.00|400 kr i halvåret|Jonas Hagemo|ja
{_SPORT}|Håndball, A-laget|handball|Fjordvikhallen|8009|onsdag og fredag kl. 20.00|1 800 kr i året|Jonas Hagemo|nei
{_WALKS}|Onsdagsturen|hiking|fra torget|8200|onsdag kl. 17.30|gratis|Harald Fossmo|ja
{_WALKS}|Skikurs for nybegynnere|skiing|lysløypa|8009|lørdager i januar|gratis, ski kan lånes|Harald Fossmo|fullt
{_WALKS}|Sopp- og bærtur|berry_picking hiking|fra biblioteket|8200|søndag kl. 11.00|gratis|Harald Fossmo|ja
{_WOMEN}|Strikkekveld|knitting sewing|Samfunnshuset|8250|tirsdag kl. 18.00|20 kr til kaffe|Gerd Lillevik|ja
{_WOMEN}|Mat fra hele verden|cooking|Samfunnshuset|8250|første torsdag i måneden|50 kr|Gerd Lillevik|ja
{_CENTRE}|Brettspillkveld|board_games chess|Frivilligsentralen|8200|fredag kl. 18.00|gratis|Nils Petter Aune|ja
{_CENTRE}|Språkkafé|languages coffee|Biblioteket|8200|lørdag kl. 12.00|gratis|Nils Petter Aune|ja
"""  # noqa: E501
_INTRODUCED = 16
#: Days after the introduction of the first visit, joining, the last look and leaving.
_COURSES: tuple[tuple[int | None, int | None, int | None, int | None], ...] = (
    (7, 30, 400, None),
    (10, 45, None, 260),
    (5, 20, 200, None),
    (14, None, None, 60),
    (9, 40, None, None),
    (None, None, None, None),
)
_MOST_TAGGED = 6


def fill_associations(tx: Transaction, today: date) -> None:
    """What associations offer, and three years of introductions, mostly by the mentor or buddy."""
    homes = {one.name: one for one in records.find(tx, Organisation)}
    for line in _ACTIVITIES.strip().splitlines():
        associations.save(tx, _activity(homes, line.split("|")))
    pairs = _known_pairs(tx, today)
    step = max(1, len(pairs) // _INTRODUCED)
    for at, pair in enumerate(pairs[::step][:_INTRODUCED]):
        suggestions = nearby.nearby(tx, pair.newcomer_person_id)
        if suggestions:
            chosen = suggestions[at % min(3, len(suggestions))]
            made = _introduction(pair, chosen.activity, at, today)
            introductions.introduce(tx, made, today)


def fill_projects(tx: Transaction, today: date) -> None:
    """Two projects with partners, and what is under them."""
    homes = {one.name: one.id for one in records.find(tx, Organisation)}
    systua, chance = (
        projects.save(
            tx,
            Project(
                name=name,
                from_date=today - timedelta(days=begun),
                to_date=today + timedelta(days=ends) if ends else None,
                partners=frozenset(homes[partner] for partner in partners),
                notes=notes,
            ),
        )
        for name, begun, ends, partners, notes in (
            (
                "Systua",
                730,
                None,
                (_WOMEN, _CAFE),
                "Kvinner syr sammen, øver norsk og lærer å drive et lite verksted.",
            ),
            (
                "Fjordviksjansen",
                400,
                330,
                (_HOUSES, _HOME),
                "Praksis og mentor samtidig, for dem som står lengst fra arbeid.",
            ),
        )
    )
    women = {one.id for one in records.find(tx, Person, gender=Gender.WOMAN)}
    rows = [row for row in pairings.rows(tx, today) if row.scheme.key == "work_mentor"]
    for project, wanted in (
        (systua, [row for row in rows if row.newcomer_person_id in women]),
        (chance, [row for row in rows if row.newcomer_person_id not in women]),
    ):
        recent = [row for row in wanted if row.agreed_on >= project.from_date]
        for row in recent[-_MOST_TAGGED:]:
            projects.tag_pairing(tx, row.id, project.id)
    _tag_others(tx, systua, chance)


def fill_families(tx: Transaction, today: date) -> None:
    """Two buddies of whole families, and families who wish to live near a school."""
    homes = households.rows(tx)
    at_home = {person_id for row in homes for person_id, _name in row.members}
    buddies = [
        row
        for row in pairings.rows(tx, today)
        if row.scheme.key == "buddy"
        and row.ended_on is None
        and row.protection is Protection.NONE
        and row.newcomer_person_id in at_home
    ]
    for row in buddies[:2]:
        households.set_sides(tx, row.id, Side.PERSON, Side.HOUSEHOLD)
    with_children = [
        row for row in homes if row.protection is Protection.NONE and row.household.child_bands
    ]
    for home in with_children[:9:3]:
        households.save(tx, replace(home.household, near_school=True))


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """A leaflet for somebody who waits, and the page about a project."""
    systua = projects.find(tx, "Systua")
    found = {"project": projects.report_pdf(projects.report(tx, systua.id, today), words)}
    reader = next(_readers(tx), None)
    if reader is not None:
        found["what-fits-nearby"] = nearby.leaflet(tx, reader.id)
    return found


def _activity(homes: Mapping[str, Organisation], cells: list[str]) -> Activity:
    name, title, likes, place, code, time, price, contact, welcomes = cells
    home = homes[name]
    phone = next((one.phone for one in home.contact_persons if one.name == contact), "")
    return Activity(
        organisation_id=home.id,
        name=title,
        interests=frozenset(likes.split()),
        place=place,
        postal_code=code,
        country=home.country,
        time=time,
        price=price,
        welcomes_beginners=welcomes != "nei",
        open=welcomes != "fullt",
        contact=contact,
        contact_phone=phone,
    )


def _known_pairs(tx: Transaction, today: date) -> list[PairingRow]:
    """Pairs of three years, each newcomer once, the earliest first."""
    found: dict[object, PairingRow] = {}
    for row in sorted(pairings.rows(tx, today), key=lambda row: (row.agreed_on, row.number)):
        recent = today - timedelta(days=3 * 365) <= row.agreed_on <= today - timedelta(days=45)
        if recent and row.protection is Protection.NONE:
            found.setdefault(row.newcomer_person_id, row)
    return list(found.values())


def _introduction(pair: PairingRow, to: Activity, at: int, today: date) -> Introduction:
    made = pair.agreed_on + timedelta(days=20 + 3 * (at % 4))

    def after(days: int | None) -> date | None:
        day = made + timedelta(days=days) if days is not None else None
        return day if day is not None and day <= today else None

    visit, joined, seen, left = _COURSES[at % len(_COURSES)]
    if visit is None and made < today - timedelta(days=120):
        left = 90  # nobody leaves it open for years
    return Introduction(
        person_id=pair.newcomer_person_id,
        activity_id=to.id,
        introduced_on=made,
        introduced_by_id=pair.mentor_person_id if at % 5 else None,
        introduced_by="" if at % 5 else "læreren på voksenopplæringen",
        first_visit_on=after(visit),
        joined_on=after(joined),
        member_on=after(seen),
        left_on=after(left),
    )


def _tag_others(tx: Transaction, systua: Project, chance: Project) -> None:
    """Placements go under the one, events under both."""
    placements = sorted(records.find(tx, Placement), key=lambda one: one.number)
    recent = [one for one in placements if one.started_on >= chance.from_date]
    for placement in recent[:_MOST_TAGGED]:
        projects.tag(tx, placement, chance.id)
    events = sorted(records.find(tx, Event), key=lambda one: one.number)
    for at, event in enumerate(events[:4]):
        projects.tag(tx, event, (systua if at % 2 else chance).id)


def _readers(tx: Transaction) -> Iterator[Person]:
    """Newcomers without protection who share an interest with what is offered near them."""
    levels = shields.protections(tx)
    newcomers = {one.person_id for one in records.find(tx, Newcomer)}
    people = records.find(tx, Person, id=newcomers)
    for one in sorted(people, key=lambda one: one.number):
        if one.interests and one.id not in levels:
            first = nearby.nearby(tx, one.id, 1)
            if first and first[0].shared:
                yield one
