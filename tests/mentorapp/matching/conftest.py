"""Candidates that fit each other in everything, to be changed one thing at a time."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from itertools import count
from typing import Any

import pytest

from mentorapp.domain.availability import Slot
from mentorapp.domain.languages import Spoken
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.reference.places import Place

TODAY = date(2026, 11, 23)

_numbers = count(1)


def _split(changes: dict[str, Any], *kinds: type) -> list[dict[str, Any]]:
    """The changes that belong to each dataclass; every change must belong to one."""
    parts = []
    for kind in kinds:
        names = {field.name for field in fields(kind)}
        parts.append({key: changes.pop(key) for key in list(changes) if key in names})
    assert not changes, changes
    return parts


def _person(changes: dict[str, Any]) -> Person:
    usual: dict[str, Any] = {
        "number": next(_numbers),
        "given_name": "Kari",
        "birth_year": 1990,
        "languages": spoken("no:native"),
        "interests": frozenset({"fishing"}),
        "availability": slots("tuesday-evening"),
    }
    return Person(**(usual | changes))


def spoken(*texts: str) -> frozenset[Spoken]:
    return frozenset(Spoken.parse(text) for text in texts)


def slots(*texts: str) -> frozenset[Slot]:
    return frozenset(Slot.parse(text) for text in texts)


def _mentor(**changes: Any) -> MentorCandidate:
    candidate, role, person = _split(changes, MentorCandidate, Mentor, Person)
    made = _person(person)
    usual: dict[str, Any] = {
        "person_id": made.id,
        "status": MentorStatus.APPROVED,
        "registered_on": TODAY,
        "confidentiality_signed_on": TODAY,
        "training_done_on": TODAY,
        "certificate_seen_on": TODAY,
    }
    return MentorCandidate(
        role=Mentor(**(usual | role)), person=made, **({"place": FAUSKE} | candidate)
    )


def _newcomer(**changes: Any) -> NewcomerCandidate:
    candidate, role, person = _split(changes, NewcomerCandidate, Newcomer, Person)
    made = _person({"languages": spoken("no:B1", "ar:native")} | person)
    usual: dict[str, Any] = {
        "person_id": made.id,
        "status": NewcomerStatus.READY,
        "registered_on": TODAY,
    }
    return NewcomerCandidate(
        role=Newcomer(**(usual | role)), person=made, **({"place": FAUSKE} | candidate)
    )


def _scheme(**weights: str) -> Scheme:
    return Scheme(
        key="buddy", names={"en": "Buddy"}, mentor_titles={}, newcomer_titles={}, weights=weights
    )


# With numbers of municipalities that do not exist: these points are the ones that count, not the
# register's for the same names.
FAUSKE = Place("NO", "8200", "Fauske", "Fauske", "9841", 67.2596, 15.3941)
VALNESFJORD = Place("NO", "8215", "Valnesfjord", "Fauske", "9841", 67.3014, 15.1064)
BODO = Place("NO", "8006", "Bodø", "Bodø", "9804", 67.2800, 14.4050)
OSLO = Place("NO", "0150", "Oslo", "Oslo", "9301", 59.9127, 10.7461)


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def a_mentor() -> Callable[..., MentorCandidate]:
    return _mentor


@pytest.fixture(scope="session")
def a_newcomer() -> Callable[..., NewcomerCandidate]:
    return _newcomer


@pytest.fixture(scope="session")
def a_scheme() -> Callable[..., Scheme]:
    """With the weights that are named; all else is off."""
    return _scheme


@pytest.fixture(scope="session")
def places() -> dict[str, Place]:
    """Fauske and Valnesfjord in one municipality 13 km apart, Bodø 43 km away, Oslo far away."""
    return {"fauske": FAUSKE, "valnesfjord": VALNESFJORD, "bodo": BODO, "oslo": OSLO}


@pytest.fixture(scope="session")
def speaks() -> Callable[..., frozenset[Spoken]]:
    return spoken


@pytest.fixture(scope="session")
def free() -> Callable[..., frozenset[Slot]]:
    return slots
