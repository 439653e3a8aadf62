"""Places and placements of the example office: three years at public and private organisations.

After Lørenskog (three months to one year, tied to teaching; a goal of 40 places) and Asker
(language practice at an after-school place, with a consented quotation).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.interviews import Quote
from mentorapp.domain.languages import Level
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import ContactPerson, Organisation, OrganisationKind
from mentorapp.domain.pairings import months_later
from mentorapp.domain.people import Person
from mentorapp.domain.placements import Placement, PlacementEnd, PlacementKind, PlacementSetting
from mentorapp.domain.protection import Protection
from mentorapp.operations import capacity, organisations, placement_papers, placements, quotes
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

_WORK, _LANGUAGE = PlacementKind.WORK, PlacementKind.LANGUAGE
_TRAINEE, _LOW = PlacementKind.TRAINEE, PlacementKind.LOW_THRESHOLD
_WAGE = PlacementKind.WAGE_SUBSIDY
_JOB, _STUDY, _DONE = PlacementEnd.JOB, PlacementEnd.EDUCATION, PlacementEnd.FINISHED
_STOPPED = PlacementEnd.STOPPED

_NURSING_HOME = "Fjordvik Sykehjem"
_STEEL = "Salten Stål og Sveis AS"
_CAFE = "Blåskjell Kafé og Catering AS"
_SCHOOL = "Storvatn skole og SFO"
_FISH = "Meløy Havbruk AS"
_TRANSPORT = "Kyst og Fjell Transport AS"
_BUILDERS = "Steigen Bygg og Tømrer AS"
_PROPERTY = "Havblikk Eiendom AS"

#: Organisation, kind, places, months ago the offer began, months ago it ended.
_OFFERS: tuple[tuple[str, PlacementKind, int, int, int | None], ...] = (
    (_NURSING_HOME, _WORK, 2, 36, 12),
    (_NURSING_HOME, _WORK, 4, 12, None),
    (_NURSING_HOME, _LANGUAGE, 2, 24, None),
    (_SCHOOL, _LANGUAGE, 3, 30, None),
    (_STEEL, _WORK, 2, 34, None),
    (_STEEL, _TRAINEE, 1, 10, None),
    (_CAFE, _LOW, 2, 28, None),
    (_CAFE, _WORK, 1, 20, None),
    (_FISH, _WORK, 3, 18, None),
    (_TRANSPORT, _WAGE, 2, 14, None),
    (_BUILDERS, _WORK, 2, 26, 2),
    (_PROPERTY, _LOW, 1, 8, None),
)


@dataclass(frozen=True, slots=True)
class _One:
    """``began`` and ``months`` are when it began, months ago, and for how long it is planned."""

    organisation: str
    kind: PlacementKind
    began: int
    months: int
    unit: str
    supervisor: str
    hours: int
    days: int
    end: PlacementEnd | None = None
    ended_early: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    setting: PlacementSetting = PlacementSetting.NOT_GIVEN
    levels: tuple[Level | None, Level | None] = (None, None)
    talked: bool = True


_COURSE = "Norskopplæring, spor 2"
_PLACEMENTS = (
    _One(_NURSING_HOME, _WORK, 35, 6, "Kjøkken", "Tone Bjørkmo", 22, 3, _JOB,
         texts={"teaching": _COURSE, "learnt": "Renhold, hygiene og servering."}),
    _One(_STEEL, _WORK, 33, 9, "Verksted", "Per Olav Grimsø", 30, 4, _JOB,
         texts={"teaching": _COURSE, "learnt": "MAG-sveising og HMS på norsk."}),
    _One(_SCHOOL, _LANGUAGE, 29, 6, "Avdeling Bjørka", "Randi Solhaug", 15, 3, _STUDY,
         texts={"teaching": "Norskopplæring, spor 1",
                "practised": "Snakke med barna, lese høyt, lage mat sammen.",
                "learnt": "Ord for lek, mat og klær. Tør å ta telefonen."},
         setting=PlacementSetting.AFTER_SCHOOL, levels=(Level.A2, Level.B1)),
    _One(_CAFE, _LOW, 27, 8, "Kjøkken", "Ida Sørvoll", 20, 4, _DONE,
         texts={"learnt": "Kaldkjøkken og oppvask."}),
    _One(_BUILDERS, _WORK, 25, 6, "Byggeplass", "Ole Martin Bakkejord", 37, 5, _STOPPED,
         ended_early=4, texts={"teaching": _COURSE,
                               "end_note": "Bussen går ikke til byggeplassen om morgenen."}),
    _One(_NURSING_HOME, _LANGUAGE, 22, 6, "Avdeling 2", "Tone Bjørkmo", 12, 2, _DONE,
         texts={"practised": "Lytte til beboerne, fortelle om dagen, skrive korte beskjeder."},
         setting=PlacementSetting.CARE, levels=(Level.A2, Level.A2)),
    _One(_STEEL, _WORK, 20, 16, "Verksted", "Per Olav Grimsø", 37, 5, _JOB,
         texts={"teaching": "Fagbrev på jobb", "learnt": "Klar for fagprøven som sveiser."}),
    _One(_FISH, _WORK, 16, 6, "Slakteri", "Siri Kvam", 30, 4, _JOB,
         texts={"learnt": "Kjølekjede og pakking."}),
    _One(_TRANSPORT, _WAGE, 13, 12, "Lager", "Rolf Skjelmo", 37, 5, _JOB,
         texts={"learnt": "Truckførerbevis og varemottak."}),
    _One(_CAFE, _WORK, 12, 4, "Servering", "Ida Sørvoll", 20, 3, _STOPPED, ended_early=1,
         texts={"end_note": "Fikk barnehageplass i en annen bydel, tidene passet ikke."}),
    _One(_NURSING_HOME, _WORK, 14, 15, "Avdeling 1", "Tone Bjørkmo", 26, 4,
         texts={"teaching": "Helsefagarbeider, modul 1"}),
    _One(_SCHOOL, _LANGUAGE, 5, 8, "Avdeling Rogn", "Randi Solhaug", 15, 3,
         texts={"teaching": "Norskopplæring, spor 2",
                "practised": "Samtaler med barn og foreldre, tall og klokka."},
         setting=PlacementSetting.AFTER_SCHOOL, levels=(Level.A2, None)),
    _One(_STEEL, _TRAINEE, 7, 10, "Prosjekt", "Per Olav Grimsø", 37, 5,
         texts={"practised": "Prosjektspråk og rapporter."}),
    _One(_FISH, _WORK, 4, 6, "Slakteri", "Siri Kvam", 30, 4, talked=False),
    _One(_CAFE, _LOW, 6, 6, "Kjøkken", "Ida Sørvoll", 20, 4),
    _One(_PROPERTY, _LOW, 3, 6, "Renhold", "Eli Marken", 15, 3, talked=False),
)  # fmt: skip
_QUOTED = 2
#: Months from the registration to a placement in which somebody is looked for first.
_WAIT = 8
_LOW_THRESHOLD = (_CAFE, _PROPERTY)


def fill(tx: Transaction, today: date) -> None:
    """Offers, placements with their ends, what is quoted, and who has low-threshold jobs."""
    school = Organisation(
        name=_SCHOOL,
        kind=OrganisationKind.PUBLIC,
        registration_number="999000142",
        address="Skoleveien 8",
        postal_code="8200",
        contact_persons=(ContactPerson("Randi Solhaug", "SFO-leder"),),
    )
    organisations.save(tx, school)
    there = {one.name: one for one in records.find(tx, Organisation)}
    for name, kind, places, began, ended in _OFFERS:
        last = None if ended is None else months_later(today, -ended) - timedelta(days=1)
        capacity.save(
            tx,
            OfferedPlaces(
                organisation_id=there[name].id,
                kind=kind,
                places=places,
                from_date=months_later(today, -began),
                to_date=last,
            ),
        )
    for name in _LOW_THRESHOLD:
        organisations.save(tx, replace(organisations.read(tx, there[name].id), low_threshold=True))
    people = _people(tx, today)
    for at, (one, person_id) in enumerate(zip(_PLACEMENTS, people, strict=True)):
        made = _place(tx, one, person_id, there[one.organisation].id, today)
        if at == _QUOTED:
            _quote(tx, made, today)


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """The agreement about the language practice that runs now."""
    running = [
        one
        for one in records.find(tx, Placement)
        if one.kind is _LANGUAGE
        and one.is_running(today)
        and shields.protection_of(tx, one.person_id) is Protection.NONE
    ]
    first = min(running, key=lambda one: one.number)
    values = placement_papers.agreement_values(tx, first.id)
    return {"placement-agreement": placement_papers.agreement_pdf(values, words, today)}


def _people(tx: Transaction, today: date) -> list[UUID]:
    """For each placement a newcomer who was registered some months before it, and may be told of.

    Where nobody was, somebody registered earlier; nobody is taken twice.
    """
    levels = shields.protections(tx)
    numbers = {one.id: one.number for one in records.find(tx, Person)}
    free = sorted(
        (one for one in records.find(tx, Newcomer) if one.person_id not in levels),
        key=lambda one: (one.registered_on, numbers[one.person_id]),
    )
    chosen = []
    for one in sorted(_PLACEMENTS, key=lambda each: -each.began):
        started = months_later(today, -one.began)
        near = [who for who in free if months_later(started, -_WAIT) <= who.registered_on]
        before = [who for who in near if who.registered_on < started]
        who = (before or [who for who in free if who.registered_on < started][-1:] or free)[0]
        free.remove(who)
        chosen.append((one, who.person_id))
    return [next(person for other, person in chosen if other is one) for one in _PLACEMENTS]


def _place(
    tx: Transaction, one: _One, person_id: UUID, organisation_id: UUID, today: date
) -> Placement:
    started = months_later(today, -one.began)
    planned = months_later(started, one.months) - timedelta(days=1)
    made = placements.register(
        tx,
        Placement(
            person_id=person_id,
            organisation_id=organisation_id,
            kind=one.kind,
            setting=one.setting,
            unit=one.unit,
            supervisor=one.supervisor,
            started_on=started,
            planned_end=planned,
            weekly_minutes=one.hours * 60,
            days_per_week=one.days,
            teaching=one.texts.get("teaching", ""),
            practised=one.texts.get("practised", ""),
            level_before=one.levels[0],
            agreement_signed_on=started - timedelta(days=7),
        ),
        today,
    )
    ended = months_later(planned, -one.ended_early) if one.end else None
    midway = made.midway_on
    if one.talked and midway is not None and midway <= (ended or today):
        made = placements.midway_held(tx, made.id, midway, today, "Går etter planen.")
    if one.end is not None and ended is not None:
        made = placements.end(
            tx,
            made.id,
            ended,
            one.end,
            today,
            one.texts.get("end_note", ""),
            learnt=one.texts.get("learnt", ""),
            level_after=one.levels[1],
        )
    return made


def _quote(tx: Transaction, placement: Placement, today: date) -> None:
    said_on = placement.ended_on or today
    quotes.save(
        tx,
        Quote(
            person_id=placement.person_id,
            placement_id=placement.id,
            text="Barna retter på meg når jeg sier feil. Det er den beste skolen.",
            said_on=said_on,
            credit="deltaker på SFO",
            consent_on=said_on,
        ),
        today,
    )
