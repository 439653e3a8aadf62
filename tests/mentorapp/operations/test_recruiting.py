from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.organisations import ContactPerson, Organisation, OrganisationKind
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.shortages import OrganisationToAsk, RecruitmentList
from mentorapp.matching.candidates import NewcomerCandidate
from mentorapp.matching.shortages import find_shortages
from mentorapp.operations import Database, organisations
from mentorapp.operations.recruiting import (
    Organisations,
    gather_organisations,
    recruitment_list,
)
from tests.factories import an_organisation
from tests.mentorapp.matching.conftest import FAUSKE, OSLO, _mentor, _newcomer, spoken
from tests.mentorapp.matching.waiting import waiting_of
from tests.mentorapp.operations.registering import mentor_id

WEIGHTS = {"language": "must", "distance": "must"}
IN_FAUSKE = [_newcomer(place=FAUSKE, gender=Gender.WOMAN) for _ in range(3)]


def called(
    *asked: Organisation,
    newcomers: list[NewcomerCandidate] = IN_FAUSKE,
    registered: Mapping[UUID, int] | None = None,
    approved: Mapping[UUID, int] | None = None,
    **weights: str,
) -> RecruitmentList:
    """The list of these organisations for these people, who all wait."""
    waiting = waiting_of([], newcomers, WEIGHTS | weights)
    gathered = Organisations(asked, registered or {}, approved or {})
    return recruitment_list(gathered, waiting, find_shortages(waiting))


def only(found: RecruitmentList) -> OrganisationToAsk:
    (one,) = found.organisations
    return one


def test_mentors_who_have_not_ended_are_counted(database: Database) -> None:
    with database.write("mona") as tx:
        saved = organisations.save(tx, an_organisation(number=0))
        for status in (MentorStatus.APPROVED, MentorStatus.APPLIED, MentorStatus.ENDED):
            mentor_id(tx, organisation_id=saved.id, status=status)
        mentor_id(tx)
        gathered = gather_organisations(tx)
    assert gathered.organisations == (saved,)
    assert (gathered.registered, gathered.approved) == ({saved.id: 2}, {saved.id: 1})


def test_an_organisation_is_told_with_whom_to_call_and_what_it_promised() -> None:
    nordlys = an_organisation(
        contact_persons=(ContactPerson("Per"), ContactPerson("Berit", phone="+4775541231")),
        agreement_to=date(2026, 12, 31),
        promised_mentors=3,
    )
    found = only(called(nordlys, registered={nordlys.id: 2}, approved={nordlys.id: 1}))
    assert (found.organisation_id, found.number, found.name, found.place) == (
        nordlys.id,
        nordlys.number,
        nordlys.name,
        "Fauske",
    )
    assert found.contact is not None
    assert found.contact.name == "Berit"
    assert (found.promised, found.registered, found.approved, found.missing) == (3, 2, 1, 1)
    (ask,) = found.asks
    assert (ask.rank, ask.helps, ask.km) == (1, 3, 0)


@pytest.mark.parametrize(
    ("contacts", "called_one"),
    [((), None), ((ContactPerson("Per"), ContactPerson("Pål")), "Per")],
)
def test_without_a_telephone_the_first_contact_is_told(
    contacts: tuple[ContactPerson, ...], called_one: str | None
) -> None:
    found = only(called(an_organisation(contact_persons=contacts))).contact
    assert (found.name if found else None) == called_one


@pytest.mark.parametrize(
    ("postal_code", "fits"),
    [
        ("8200", True),
        ("8215", True),
        ("8230", True),  # 31 km away in the same municipality
        ("8003", False),
        ("0150", False),
    ],
)
def test_it_is_asked_for_mentors_near_it(postal_code: str, fits: bool) -> None:
    found = called(an_organisation(postal_code=postal_code))
    assert bool(found.organisations) == fits
    assert found.anywhere == (() if fits else (1,))


def test_one_without_a_postal_code_is_asked_all_the_same() -> None:
    found = only(called(an_organisation(postal_code="")))
    assert found.place == ""
    assert found.asks[0].km is None


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({"occupations": frozenset({"it", "cook"})}, True),
        ({"occupations": frozenset({"cook"})}, False),
        ({"occupations": frozenset()}, False),
        ({"occupations": frozenset(), "kind": OrganisationKind.VOLUNTEER}, True),
        ({"occupations": frozenset(), "kind": OrganisationKind.ASSOCIATION}, True),
        ({"occupations": frozenset({"cook"}), "kind": OrganisationKind.VOLUNTEER}, False),
    ],
)
def test_a_field_of_work_is_asked_of_those_who_have_it(changes: dict[str, Any], fits: bool) -> None:
    wishes = [_newcomer(wished_occupation_group="it")]
    found = called(an_organisation(**changes), newcomers=wishes, occupation="high")
    assert bool(found.organisations) == fits


def test_it_is_asked_for_those_whom_its_mentors_may_meet() -> None:
    network = an_organisation(only_gender=Gender.WOMAN)
    man = _newcomer(gender=Gender.MAN)
    assert only(called(network, newcomers=[*IN_FAUSKE, man])).asks[0].helps == 3
    assert called(network, newcomers=[man]).organisations == ()
    employed = _newcomer(employer_id=network.id, gender=Gender.WOMAN)
    assert called(network, newcomers=[employed]).anywhere == (1,)


def test_a_kind_that_frees_a_mentor_is_asked_for_as_well() -> None:
    kari = _mentor(capacity=1, languages=spoken("no:native", "ti:native"), place=FAUSKE)
    easy = _newcomer(place=FAUSKE)
    waits = _newcomer(place=FAUSKE, languages=spoken("ti:native"), interests=frozenset())
    waiting = waiting_of([kari], [easy, waits], WEIGHTS | {"interests": "high"})
    gathered = Organisations((an_organisation(),), {}, {})
    found = only(recruitment_list(gathered, waiting, find_shortages(waiting)))
    assert [(ask.rank, ask.helps) for ask in found.asks] == [(1, 1), (2, 0)]


def test_who_owes_promised_mentors_is_called_first_then_who_fits_the_first_kind() -> None:
    people = [*IN_FAUSKE, _newcomer(place=OSLO)]
    in_oslo = an_organisation(name="A", postal_code="0150", promised_mentors=0)
    near = an_organisation(name="C", postal_code="8200", promised_mentors=0)
    farther = an_organisation(name="B", postal_code="8215", promised_mentors=0)
    owes = an_organisation(name="D", postal_code="0150", promised_mentors=1)
    for order in ((in_oslo, near, farther, owes), (owes, farther, near, in_oslo)):
        found = called(*order, newcomers=people)
        assert [one.name for one in found.organisations] == ["D", "C", "B", "A"]


def test_no_more_kinds_are_asked_for_than_one_call_bears() -> None:
    tongues = ("ti", "prs", "so", "ar", "uk", "pl", "tr")
    people = [_newcomer(languages=spoken(f"{one}:native")) for one in tongues]
    found = called(an_organisation(), newcomers=people)
    assert len(only(found).asks) == 5
    assert found.anywhere == ()


def test_a_kind_made_for_protected_people_is_asked_of_everybody_and_tells_no_distance() -> None:
    hidden = _newcomer(
        place=OSLO, protection=Protection.CONFIDENTIAL, languages=spoken("ti:native")
    )
    found = only(called(an_organisation(postal_code="0150"), newcomers=[hidden]))
    assert (found.asks[0].km, found.asks[0].kind.place) == (None, "")
