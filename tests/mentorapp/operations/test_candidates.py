from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.demands import Demand
from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import AgeBand, Gender, LifeSituation, Person, Transport
from mentorapp.domain.protection import Protection
from mentorapp.domain.ties import Tie, TieKind
from mentorapp.matching.criteria import occupation
from mentorapp.matching.facts import Facts, mentor_facts, newcomer_facts
from mentorapp.operations import Database, Transaction, offices, pairing
from mentorapp.operations.candidates import PairingInput, gather, gather_pair
from mentorapp.storage import records
from tests.factories import TODAY, slots, spoken
from tests.mentorapp.operations.registering import (
    buddy,
    mentor,
    mentor_id,
    newcomer,
    newcomer_id,
    register,
)


def _everybody(tx: Transaction) -> None:
    """Two organisations, two homes, and people with everything, with nothing and in between."""
    offices.save(tx, replace(offices.read(tx), districts={"Nord": "8200-8214", "Sør": "8215"}))
    asking = Organisation(
        number=20011,
        name="Kvinnenett",
        occupations=frozenset({"it", "teaching"}),
        only_gender=Gender.WOMAN,
        only_age_bands=frozenset({AgeBand.FROM_18, AgeBand.FROM_26}),
        only_own_occupations=True,
    )
    open_ = Organisation(number=20024, name="Idrettslaget")
    home = Household(label="Hjem", child_bands=frozenset({ChildBand.NURSERY, ChildBand.YOUTH}))
    hidden_home = Household(label="Skjult")
    records.add_all(tx, [asking, open_])
    for organisation, group, closed in (
        (asking, "nursing", None),
        (asking, "it", None),
        (open_, "crane_machine", None),
        (open_, "cleaning", TODAY),
        (open_, "", None),
    ):
        demand = Demand(
            organisation_id=organisation.id,
            occupation="?",
            occupation_group=group,
            asked_on=TODAY,
            closed_on=closed,
        )
        records.add(tx, demand)
    records.add_all(tx, [home, hidden_home])
    full: dict[str, Any] = {
        "birth_year": 1985,
        "gender": Gender.WOMAN,
        "languages": spoken("no:B2", "nb:C1", "prs:native", "en:A1"),
        "interests": frozenset({"fishing", "hiking", "cooking"}),
        "availability": slots("monday-morning", "sunday-evening"),
        "transport": frozenset({Transport.CAR, Transport.TRAVELS}),
        "household_id": home.id,
        "postal_code": "8215",
        "max_distance_km": 30,
        "wish_gender": Gender.WOMAN,
        "wish_age_bands": frozenset({AgeBand.UNDER_18, AgeBand.FROM_36}),
    }
    none: dict[str, Any] = {
        "birth_year": None,
        "gender": Gender.NOT_GIVEN,
        "languages": frozenset(),
        "interests": frozenset(),
        "availability": frozenset(),
        "transport": frozenset(),
        "postal_code": "",
    }
    confidential = {"protection": Protection.CONFIDENTIAL, "household_id": hidden_home.id}
    first = register(tx, mentor("Full Mentor", **full, organisation_id=asking.id, capacity=3))
    mentor_id(
        tx,
        **none,
        name="Empty Mentor",
        organisation_id=open_.id,
        certificate_seen_on=None,
        confidentiality_signed_on=None,
        training_done_on=None,
    )
    run_out = TODAY - timedelta(days=1)
    mentor_id(tx, name="Of Home", household_id=hidden_home.id, certificate_valid_to=run_out)
    mentor_id(tx, name="Strict One", protection=Protection.STRICT, postal_code="")
    newcomer_id(tx, **full, name="Full Newcomer", employer_id=open_.id, case_officer_id=first)
    newcomer_id(tx, **none, name="Empty Newcomer")
    newcomer_id(tx, **full | confidential, name="Hidden Newcomer")
    newcomer_id(tx, name="Young One", birth_year=TODAY.year - 18)
    busy = mentor_id(tx, name="Busy Mentor")
    other = newcomer_id(tx, name="Paired Already")
    made = pairing.pair_by_hand(tx, buddy(tx), busy, other, TODAY)
    assert made.number
    for person in records.find(tx, Mentor):
        _live(tx, person.person_id, LifeSituation.WORKING)


def _live(tx: Transaction, person_id: UUID, situation: LifeSituation) -> None:
    records.amend(tx, replace(records.get(tx, Person, person_id), life_situation=situation))


def test_the_facts_of_a_run_are_those_of_the_records(database: Database) -> None:
    with database.write("mona") as tx:
        _everybody(tx)
        given = gather(tx, buddy(tx), TODAY)
        assert len(given.mentors) == 5
        assert len(given.newcomers) == 4
        for ours in given.mentors:
            for theirs in given.newcomers:
                one, other = gather_pair(tx, ours.role_id, theirs.role_id, TODAY)
                assert ours == mentor_facts(one, TODAY)
                assert theirs == newcomer_facts(other, TODAY)


def test_an_organisation_offers_the_work_that_it_looks_for_somebody_in(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        havna = Organisation(number=20011, name="Havna AS")
        records.add(tx, havna)
        who = mentor_id(tx, organisation_id=havna.id)
        wishes = newcomer_id(tx, wished_occupation_group="crane_machine")
        demand = Demand(organisation_id=havna.id, occupation_group="crane_machine", asked_on=TODAY)

        def points() -> int:
            one, other = gather_pair(tx, who, wishes, TODAY)
            pair = mentor_facts(one, TODAY), newcomer_facts(other, TODAY)
            given = gather(tx, buddy(tx), TODAY)
            (ours,), (theirs,) = given.mentors, given.newcomers
            assert (ours, theirs) == pair
            return occupation(ours, theirs)[0]

        assert points() == 0
        demand = records.add(tx, demand)
        assert points() == 800
        records.amend(tx, replace(demand, closed_on=TODAY))
        assert points() == 0


def test_people_come_by_their_numbers_with_their_names(database: Database) -> None:
    with database.write("mona") as tx:
        _everybody(tx)
        given = gather(tx, buddy(tx), TODAY)
    for side in (given.mentors, given.newcomers):
        numbers = [one.number for one in side]
        assert numbers == sorted(numbers)
    assert _names(given, given.newcomers) == [
        "Full Newcomer",
        "Empty Newcomer",
        "Hidden Newcomer",
        "Young One",
    ]


def test_a_household_hides_where_all_its_members_live(database: Database) -> None:
    with database.write("mona") as tx:
        _everybody(tx)
        given = gather(tx, buddy(tx), TODAY)
    levels = _levels(given)
    assert levels["Of Home"] is levels["Hidden Newcomer"] is Protection.CONFIDENTIAL
    assert levels["Strict One"] is Protection.STRICT
    for one in _all(given):
        if one.protection is not Protection.NONE:
            assert (one.place, one.point, one.district, one.max_km) == (None, None, "", None)


def test_whoever_has_a_proposal_that_was_sent_is_not_in_the_run(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=2)
        newcomer_id(tx, name="A A")
        newcomer_id(tx, name="B B")
        first, second = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.send(tx, first.proposal.id)
        pairing.lock(tx, second.proposal.id, locked=True)
        given = gather(tx, buddy(tx), TODAY)
        sent, waiting = first.proposal.newcomer_id, second.proposal.newcomer_id
        assert [one.role_id for one in given.newcomers] == [waiting]
        assert [one.room for one in given.mentors] == [1]
        assert given.locked == {(second.proposal.mentor_id, waiting)}
        assert sent not in given.names or given.names[sent]


def test_a_run_knows_whom_a_tie_keeps_apart(database: Database) -> None:
    with database.write("mona") as tx:
        one, other = register(tx, mentor()), register(tx, newcomer())
        records.add(tx, Tie(person_id=other, other_id=one, kind=TieKind.LANDLORD))
        given = gather(tx, buddy(tx), TODAY)
        assert given.ties == {(other, one, TieKind.LANDLORD)}
        assert pairing.run(tx, buddy(tx), TODAY).rows == []


def test_nobody_at_all_is_no_trouble(database: Database) -> None:
    with database.read() as tx:
        given = gather(tx, buddy(tx), TODAY)
        assert not given.mentors
        assert not given.newcomers
        assert pairing.solve(given).pairs == ()


def test_other_weights_leave_the_people_as_they_are(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        given = gather(tx, buddy(tx), TODAY)
    other = given.with_weights({"interests": "must"})
    assert other.scheme.weights == {"interests": "must"}
    assert other.mentors is given.mentors


def _names(given: PairingInput, side: Any) -> list[str]:
    return [given.names[one.role_id] for one in side]


def _levels(given: PairingInput) -> Mapping[str, Protection]:
    return {given.names[one.role_id]: one.protection for one in _all(given)}


def _all(given: PairingInput) -> list[Facts]:
    found: list[Facts] = list(given.mentors)
    return found + list(given.newcomers)
