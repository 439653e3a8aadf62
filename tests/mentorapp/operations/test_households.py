"""Households, and the pairs in which all of them stand on a side."""

from dataclasses import replace
from uuid import UUID

import pytest

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.household_errors import NoHousehold, SchemeWithoutHouseholds
from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.pairings import Pairing, Side
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.statistics import Share
from mentorapp.operations import Database, Transaction, households, pairing, pairings, schemes
from mentorapp.operations.handles import handle
from mentorapp.storage import records
from tests.factories import TODAY, a_household
from tests.mentorapp.operations.registering import (
    buddy,
    mentor,
    mentor_id,
    newcomer,
    newcomer_id,
    pair,
    register,
)

PERSON, HOUSEHOLD = Side.PERSON, Side.HOUSEHOLD


def family(tx: Transaction, **changes: object) -> Household:
    return households.save(tx, a_household(**changes))


def agree(tx: Transaction, home: UUID | None) -> Pairing:
    return pair(tx, household_id=home)


def test_a_pair_can_be_for_a_whole_family(database: Database) -> None:
    with database.write("mona") as tx:
        home = family(tx, child_bands=frozenset({ChildBand.PRIMARY}), near_school=True)
        agreed = agree(tx, home.id)
        other = register(tx, newcomer("Yusuf Hassan", household_id=home.id))
        households.set_sides(tx, agreed.id, PERSON, HOUSEHOLD)
        assert pairings.row(tx, agreed.id, TODAY).newcomer_side is HOUSEHOLD
        (row,) = households.rows(tx)
        assert row.pairings == ((agreed.id, agreed.number),)
        assert other in [person for person, _name in row.members]
        assert row.household.near_school
        households.set_sides(tx, agreed.id, PERSON, PERSON)
        assert households.rows(tx)[0].pairings == ()


def test_a_scheme_that_pairs_persons_has_no_pairs_of_households(database: Database) -> None:
    with database.write("mona") as tx:
        home = family(tx)
        newcomer_role = newcomer_id(tx, household_id=home.id)
        scheme = schemes.find(tx, "work_mentor").id
        agreed = pairing.pair_by_hand(tx, scheme, mentor_id(tx), newcomer_role, TODAY)
        with pytest.raises(SchemeWithoutHouseholds):
            households.set_sides(tx, agreed.id, PERSON, HOUSEHOLD)


def test_whoever_lives_with_nobody_known_has_no_household_to_bring(database: Database) -> None:
    with database.write("mona") as tx:
        agreed = agree(tx, None)
        with pytest.raises(NoHousehold) as refused:
            households.set_sides(tx, agreed.id, PERSON, HOUSEHOLD)
        with pytest.raises(NoHousehold):
            households.set_sides(tx, agreed.id, HOUSEHOLD, PERSON)
    assert refused.value.name == "Sahra Guled"


def test_a_protected_household_is_listed_without_its_label_and_last(database: Database) -> None:
    with database.write("mona") as tx:
        hidden, other = family(tx, label="Aabu"), family(tx, label="Zaki")
        register(tx, newcomer(household_id=hidden.id, protection=Protection.CONFIDENTIAL))
        register(tx, newcomer("Ali Zaki", household_id=other.id))
        family(tx, label="Nobody lives here")
        rows = households.rows(tx)
    assert [row.household.label for row in rows] == ["Zaki", ""]
    assert rows[1].protection is Protection.CONFIDENTIAL


def consented(tx: Transaction, person_id: UUID, *, withdrawn: bool = False) -> None:
    records.add(
        tx,
        Consent(
            person_id=person_id,
            purpose=ConsentPurpose.SHARE_WITH_PAIR,
            basis=LegalBasis.CONSENT,
            given_on=TODAY,
            withdrawn_on=TODAY if withdrawn else None,
        ),
    )


def test_the_other_half_is_told_of_those_who_agreed_alone(database: Database) -> None:
    with database.write("mona") as tx:
        home = family(tx)
        sahra = register(tx, newcomer("Sahra Guled", household_id=home.id))
        yusuf = register(tx, newcomer("Yusuf Guled", household_id=home.id))
        silent = register(tx, newcomer("Silent Guled", household_id=home.id))
        consented(tx, yusuf)
        consented(tx, silent, withdrawn=True)
        person = records.get(tx, Person, sahra)
        assert households.family_of(tx, person) == ("Yusuf",)
        records.amend(
            tx, replace(records.get(tx, Person, silent), protection=Protection.CONFIDENTIAL)
        )
        assert households.family_of(tx, person) == ()


def test_childcare_is_counted_among_running_pairs_and_those_who_wait(database: Database) -> None:
    with database.write("mona") as tx:
        home, other = family(tx, childcare_needed=True), family(tx)
        agree(tx, home.id)
        agree(tx, other.id)
        register(tx, newcomer("Amina Hassan", household_id=home.id))
        register(tx, newcomer("Ali Zaki"))
        withdrawn = newcomer("Gone Hassan", household_id=home.id, status=NewcomerStatus.WITHDRAWN)
        register(tx, withdrawn)
        found = households.childcare(tx)
    assert found.pairs == Share(1, 2)
    assert found.waiting == Share(1, 2)
    assert found.households == 1


def test_a_household_is_found_by_its_handle(database: Database) -> None:
    with database.write("mona") as tx:
        home = family(tx)
        assert households.find(tx, handle(home.id)) == home


def test_a_proposal_is_accepted_for_a_whole_family_or_not_at_all(database: Database) -> None:
    with database.write("mona") as tx:
        home = family(tx)
        register(tx, mentor())
        register(tx, newcomer(household_id=home.id))
        scheme = buddy(tx)
        pairing.run(tx, scheme, TODAY)
        (draft,) = pairing.drafts(tx, scheme, TODAY)
        assert households.may_stand(tx, draft.proposal) == (False, True)
    with pytest.raises(NoHousehold), database.write("mona") as tx:
        pairing.accept(tx, draft.proposal.id, TODAY, sides=(HOUSEHOLD, HOUSEHOLD))
    with database.write("mona") as tx:
        assert pairings.rows(tx, TODAY) == []
        agreed = pairing.accept(tx, draft.proposal.id, TODAY, sides=(PERSON, HOUSEHOLD))
        assert (agreed.mentor_side, agreed.newcomer_side) == (PERSON, HOUSEHOLD)


def test_where_the_scheme_pairs_persons_no_household_may_stand(database: Database) -> None:
    with database.write("mona") as tx:
        home = family(tx)
        register(tx, mentor(household_id=family(tx).id))
        register(tx, newcomer(household_id=home.id))
        scheme = schemes.find(tx, "work_mentor").id
        pairing.run(tx, scheme, TODAY)
        (draft,) = pairing.drafts(tx, scheme, TODAY)
        assert households.may_stand(tx, draft.proposal) == (False, False)
