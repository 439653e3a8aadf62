"""The example office: what people can, what organisations look for, and a plan.

With the crane operator of Lørenskog’s plan among them, who works as a caretaker and has the trade
and the certificate, and needs B1 for the radio.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.competences import CompetenceCard, GapKind
from mentorapp.domain.demands import Demand, DemandKind
from mentorapp.domain.languages import Level
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.plans import PlanGoal, PlanStep, StepOwner
from mentorapp.domain.protection import Protection
from mentorapp.operations import competence_papers, competences, demands, people, plans
from mentorapp.operations.example_plans import fill_plans
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

_CRANE = "kranfører"
#: What those who had an occupation have on their cards.
_CARDS: Mapping[str, dict[str, Any]] = {
    "sykepleier": {
        "education_field": "sykepleie, fire år",
        "experience": "Fem år på kirurgisk avdeling",
        "gaps": frozenset({GapKind.RECOGNITION, GapKind.LANGUAGE}),
        "needed_level": Level.B2,
        "gap_note": "journalen",
    },
    "farmasøyt": {
        "education_field": "farmasi",
        "gaps": frozenset({GapKind.RECOGNITION}),
        "needed_level": Level.B2,
    },
    "lærer": {
        "education_field": "matematikk og naturfag",
        "skills": ("planlegge undervisning", "Excel"),
        "gaps": frozenset({GapKind.RECOGNITION}),
        "needed_level": Level.C1,
        "gap_note": "undervisning på norsk",
    },
    "ingeniør": {
        "education_field": "bygg og anlegg",
        "skills": ("AutoCAD", "tegninger"),
        "licences": ("B",),
        "gaps": frozenset({GapKind.NETWORK}),
        "needed_level": Level.B1,
    },
    "programmerer": {
        "education_field": "informatikk",
        "skills": ("Python", "Java"),
        "gaps": frozenset({GapKind.NETWORK}),
    },
    "jurist": {"education_field": "rettsvitenskap", "gaps": frozenset({GapKind.EDUCATION})},
    "kokk": {
        "experience": "Eget spisested i ti år",
        "skills": ("storkjøkken", "allergener"),
        "certificates": ("hygienekurs",),
        "needed_level": Level.A2,
    },
    "baker": {"skills": ("brød", "nattarbeid"), "certificates": ("hygienekurs",)},
    "skredder": {"skills": ("sy om", "mønster"), "gaps": frozenset({GapKind.NETWORK})},
    "frisør": {"skills": ("klipp", "farge"), "gaps": frozenset({GapKind.EXPERIENCE})},
    "butikkmedarbeider": {"skills": ("kasse", "varebestilling"), "needed_level": Level.B1},
    "bonde": {
        "experience": "Drev gård med geiter",
        "licences": ("T",),
        "gaps": frozenset({GapKind.EDUCATION}),
    },
    "sjåfør": {
        "licences": ("B", "C", "D"),
        "gaps": frozenset({GapKind.CERTIFICATE}),
        "needed_level": Level.B1,
        "gap_note": "passasjerene",
    },
    "elektriker": {
        "education_field": "elektro",
        "gaps": frozenset({GapKind.RECOGNITION, GapKind.CERTIFICATE}),
        "needed_level": Level.B1,
        "gap_note": "sikkerheten",
    },
    "sveiser": {
        "experience": "Skipsverft i seks år",
        "skills": ("MIG", "TIG"),
        "certificates": ("sveisesertifikat",),
        "needed_level": Level.B1,
    },
    "bilmekaniker": {"skills": ("bremser", "diagnose"), "licences": ("B",)},
    "snekker": {"skills": ("møbler", "tak"), "certificates": ("HMS-kurs",)},
    "barnehageassistent": {
        "experience": "Barnehage i tre år",
        "gaps": frozenset({GapKind.LANGUAGE}),
        "needed_level": Level.B1,
        "gap_note": "samtaler med foreldre",
    },
}
#: Organisation, days ago, then the demand.
_DEMANDS: tuple[tuple[str, int, dict[str, Any]], ...] = (
    (
        "Kyst og Fjell Transport AS",
        45,
        {
            "occupation": _CRANE,
            "level": Level.B1,
            "level_note": "radioen",
            "certificates": ("kranførerbevis",),
            "skills": ("anhuking",),
        },
    ),
    (
        "Kyst og Fjell Transport AS",
        30,
        {
            "occupation": "bussjåfør",
            "people": 2,
            "level": Level.B1,
            "level_note": "passasjerene",
            "licences": ("D",),
        },
    ),
    (
        "Fjordvik Sykehjem",
        75,
        {
            "occupation": "helsefagarbeider",
            "people": 2,
            "level": Level.B2,
            "level_note": "journalen",
        },
    ),
    (
        "Fjordvik Sykehjem",
        20,
        {"occupation": "renholder", "kind": DemandKind.PLACEMENT, "level": Level.A2},
    ),
    (
        "Blåskjell Kafé og Catering AS",
        12,
        {
            "occupation": "kokk",
            "kind": DemandKind.TRAINEE,
            "level": Level.A2,
            "certificates": ("hygienekurs",),
        },
    ),
    (
        "Meløy Havbruk AS",
        100,
        {
            "occupation": "fiskeindustri",
            "people": 3,
            "level": Level.A2,
            "level_note": "opplæringen i sikkerhet",
        },
    ),
    (
        "Steigen Bygg og Tømrer AS",
        60,
        {
            "occupation": "tømrer",
            "kind": DemandKind.APPRENTICE,
            "level": Level.B1,
            "certificates": ("HMS-kurs",),
        },
    ),
    (
        "Salten Stål og Sveis AS",
        800,
        {"occupation": "sveiser", "certificates": ("sveisesertifikat",), "closed": 640},
    ),
)


def fill(tx: Transaction, today: date) -> None:
    """About twenty cards, eight demands and a dozen plans."""
    named = {one.name: one for one in records.find(tx, Organisation)}
    for name, days, values in _DEMANDS:
        _ask(tx, named[name].id, today - timedelta(days=days), dict(values), today)
    crane = _crane_operator(tx, today)
    for one in _for_cards(tx, crane):
        values = dict(_CARDS[one.earlier_occupation])
        card = CompetenceCard(person_id=one.person_id, updated_on=today, **values)
        competences.save(tx, card, max(one.registered_on, today - timedelta(days=30)))
    fill_plans(tx, [one for one in _newcomers(tx) if one.person_id != crane], today)


def papers(tx: Transaction, today: date, _words: Words) -> dict[str, bytes]:
    """The crane operator's card and plan."""
    person_id = next(
        row.id
        for row in competences.rows(tx)
        if _CRANE in (row.earlier.words, row.wished.words) and row.wished == row.earlier
    )
    return {
        "competence-card": competence_papers.card_pdf(tx, person_id, today),
        "plan": competence_papers.plan_pdf(tx, person_id, today),
    }


def _ask(
    tx: Transaction, organisation_id: UUID, asked_on: date, values: dict[str, Any], today: date
) -> None:
    closed = values.pop("closed", None)
    if closed is not None:
        values["closed_on"] = today - timedelta(days=closed)
    demand = Demand(organisation_id=organisation_id, asked_on=asked_on, **values)
    demands.save(tx, demand, today)


def _crane_operator(tx: Transaction, today: date) -> UUID:
    """Somebody who drove cranes and wants to again, and speaks some Norwegian."""
    found = [
        one for one in _newcomers(tx) if one.earlier_occupation == _CRANE == one.wished_occupation
    ]
    registration = people.read(tx, found[0].person_id, today).registration
    person = replace(registration.person, occupation="vaktmester", occupation_group="caretaking")
    people.save(tx, replace(registration, person=person), today)
    competences.save(
        tx,
        CompetenceCard(
            person_id=person.id,
            education_field="kranfører, fagbrev",
            experience="Tårnkran og mobilkran i åtte år. Arbeider nå som vaktmester.",
            skills=("anhuking", "vedlikehold"),
            licences=("B", "C1"),
            certificates=("Kranførerbevis G1 og G4",),
            gaps=frozenset({GapKind.NETWORK}),
            needed_level=Level.B1,
            gap_note="radioen",
            updated_on=today,
        ),
        today,
    )
    goal = PlanGoal(
        person_id=person.id,
        text="Kjøre kran igjen",
        set_on=today - timedelta(days=90),
        due=today + timedelta(days=240),
    )
    plans.save_goal(tx, goal, today)
    for text, owner, due, done in (
        ("Oversette kranførerbeviset", StepOwner.OFFICE, -60, -64),
        ("Norskkurs B1, kveld", StepOwner.NEWCOMER, -40, -45),
        ("Øve på språket i radioen", StepOwner.MENTOR, -12, None),
        ("Besøke Kyst og Fjell Transport", StepOwner.MENTOR, 20, None),
        ("Norskprøve B1", StepOwner.NEWCOMER, 80, None),
    ):
        step = PlanStep(
            goal_id=goal.id,
            text=text,
            owner=owner,
            due=today + timedelta(days=due),
            done_on=today + timedelta(days=done) if done is not None else None,
        )
        plans.save_step(tx, step, today)
    return person.id


def _for_cards(tx: Transaction, crane: UUID) -> list[Newcomer]:
    """The first of each occupation that the office knows cards for, and a few second ones."""
    taken: dict[str, int] = {}
    found = []
    for one in _newcomers(tx):
        most = 2 if one.earlier_occupation in ("kokk", "sykepleier", "sveiser") else 1
        if one.person_id == crane or one.earlier_occupation not in _CARDS:
            continue
        if taken.get(one.earlier_occupation, 0) < most:
            taken[one.earlier_occupation] = taken.get(one.earlier_occupation, 0) + 1
            found.append(one)
    return found


def _newcomers(tx: Transaction) -> list[Newcomer]:
    """Those who have not withdrawn and have no protected address, by their numbers."""
    levels = shields.protections(tx)
    numbers = {one.id: one.number for one in records.find(tx, Person)}
    return sorted(
        (
            one
            for one in records.find(tx, Newcomer)
            if one.status is not NewcomerStatus.WITHDRAWN
            and levels.get(one.person_id, Protection.NONE) is Protection.NONE
        ),
        key=lambda one: numbers[one.person_id],
    )
