"""What is hidden from an account still counts, and what it does reaches all it has to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mentorapp.domain.account_errors import OutOfScope
from mentorapp.domain.accounts import EVERYBODY, Role, Who
from mentorapp.domain.deleted import RemovedForGood
from mentorapp.domain.errors import MentorFull, NotFound, StillInUse
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Quarter
from mentorapp.operations import (
    Database,
    Transaction,
    deleted,
    erasing,
    merging,
    organisations,
    pairing,
    pairings,
    people,
    period_reports,
    undoing,
)
from mentorapp.operations.imports import ImportKind
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.importing import bring
from tests.mentorapp.operations.placing import organisation, place
from tests.mentorapp.operations.registering import (
    buddy,
    changed,
    end_early,
    mentor,
    newcomer,
    newcomer_id,
    pair,
    protect,
    register,
)

COORDINATOR = Who("Kari", frozenset({Role.COORDINATOR}))
READER = Who("Rita", frozenset({Role.READER}))
WORK = replace(COORDINATOR, schemes=frozenset({"work_mentor"}), protected=Protection.STRICT)
HERE = "Markørvika"


@contextmanager
def by(database: Database, who: Who) -> Iterator[Transaction]:
    database.who = who
    try:
        with database.write(who.name) as tx:
            yield tx
    finally:
        database.who = EVERYBODY


def test_whoever_protects_somebody_loses_sight_of_her_and_her_places_go_all_the_same(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer(notes=f"Bor i {HERE}", address=f"{HERE} 7"))
    with by(database, COORDINATOR) as tx:
        protect(tx, sahra, Protection.STRICT)
        with pytest.raises(NotFound):
            records.get(tx, Person, sahra)
    with database.read() as tx:
        held = people.registration(tx, sahra)
    assert HERE not in str(held)
    assert held.details.is_empty


def test_undo_does_not_make_an_address_known_again_to_whoever_lost_sight_of_it(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer())
    with by(database, COORDINATOR) as tx:
        protect(tx, sahra, Protection.CONFIDENTIAL)
        done = tuple(tx.changes)
    with by(database, COORDINATOR) as tx, pytest.raises(RemovedForGood):
        undoing.undo(tx, done)


def test_a_list_protects_people_who_are_gone_from_sight_in_its_middle(database: Database) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer(birth_year=1990, address=f"{HERE} 7"))
    text = "Fornavn;Etternavn;Fødselsår;Adressesperre\nSahra;Guled;1990;strengt fortrolig\n"
    with by(database, COORDINATOR) as tx:
        assert bring(tx, ImportKind.NEWCOMERS, text).changed == 1
    with database.read() as tx:
        held = people.registration(tx, sahra)
    assert (held.person.protection, held.details.is_empty) == (Protection.STRICT, True)


def test_somebody_new_is_registered_by_whoever_will_have_her_in_sight(database: Database) -> None:
    text = "Fornavn;Etternavn;Fødselsår;Adressesperre\nSahra;Guled;1990;fortrolig\n"
    hidden = newcomer(protection=Protection.CONFIDENTIAL, postal_code="")
    with pytest.raises(OutOfScope), by(database, COORDINATOR) as tx:
        bring(tx, ImportKind.NEWCOMERS, text)
    with pytest.raises(OutOfScope), by(database, COORDINATOR) as tx:
        people.save(tx, hidden, TODAY)
    with by(database, replace(COORDINATOR, protected=Protection.CONFIDENTIAL)) as tx:
        assert people.save(tx, hidden, TODAY).person.number


def test_a_person_is_handed_to_another_scheme_and_is_gone_then(database: Database) -> None:
    with by(database, WORK) as tx:
        held = people.save(tx, newcomer(schemes=frozenset({"work_mentor"})), TODAY)
        assert held.newcomer is not None
        other = replace(held.newcomer, schemes=frozenset({"buddy"}))
        people.save(tx, replace(held, newcomer=other), TODAY)
        with pytest.raises(NotFound):
            records.get(tx, Person, held.person.id)


def test_what_belongs_to_somebody_else_is_not_saved_with_a_person(database: Database) -> None:
    with database.write("mona") as tx:
        sahra, marit = register(tx, newcomer()), register(tx, mentor())
        taken = people.registration(tx, sahra).details
        with pytest.raises(OutOfScope):
            people.save(tx, replace(people.registration(tx, marit), details=taken), TODAY)


def hidden_pair(tx: Transaction, **newcomers: Any) -> Pairing:
    """A pair whose newcomer is confidential, of a mentor with room for two."""
    made = pair(tx, postal_code="", **newcomers)
    protect(tx, pairings.both(tx, made)[1], Protection.CONFIDENTIAL)
    return made


def test_a_mentor_has_no_more_room_for_pairs_that_are_out_of_sight(database: Database) -> None:
    with database.write("mona") as tx:
        made = hidden_pair(tx)
        role = records.get(tx, Mentor, made.mentor_id)
        records.amend(tx, replace(role, capacity=1))
        second = newcomer_id(tx, name="Oda Open")
    with by(database, COORDINATOR) as tx:
        assert records.find(tx, Pairing) == []
        with pytest.raises(MentorFull):
            pairing.pair_by_hand(tx, buddy(tx), made.mentor_id, second, TODAY, "Kari")


def test_nothing_is_deleted_from_under_what_is_out_of_sight(database: Database) -> None:
    with database.write("mona") as tx:
        made = hidden_pair(tx)
        marit = records.get(tx, Mentor, made.mentor_id).person_id
        shop = organisation(tx)
        placed = place(tx, organisation_id=shop)
        protect(tx, placed.person_id, Protection.CONFIDENTIAL)
    with by(database, COORDINATOR) as tx:
        for refused in (
            lambda: people.delete(tx, marit),
            lambda: organisations.delete(tx, shop),
        ):
            with pytest.raises(StillInUse):
                refused()


def test_merging_takes_along_what_is_out_of_sight(database: Database) -> None:
    with database.write("mona") as tx:
        made = hidden_pair(tx)
        second = records.get(tx, Mentor, made.mentor_id).person_id
        first = register(tx, changed(mentor("Marit Bekkelund"), birth_year=1985))
    with by(database, COORDINATOR) as tx:
        merging.merge(tx, first, second, TODAY)
    with database.read() as tx:
        (role,) = records.find(tx, Mentor, person_id=first)
        assert records.get(tx, Pairing, made.id).mentor_id == role.id


def test_figures_are_the_same_for_whoever_may_see_them(database: Database) -> None:
    with database.write("mona") as tx:
        hidden_pair(tx)
        pair(tx, name="Oda Open")
    told = []
    for who in (EVERYBODY, COORDINATOR, READER, WORK):
        with by(database, who) as tx:
            told.append(period_reports.gather(tx, Quarter.of(TODAY), TODAY))
    assert all(one == told[0] for one in told)


def test_deleted_is_emptied_of_what_is_in_sight_until_a_month_is_over(database: Database) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer(protection=Protection.STRICT, postal_code=""))
        people.delete(tx, sahra)
    with by(database, COORDINATOR) as tx:
        assert deleted.rows(tx, TODAY) == []
        assert deleted.purge_all(tx) == 0
        tx.now += timedelta(days=31)
        assert deleted.is_overdue(tx)
        assert deleted.purge_overdue(tx) > 0
    with database.read() as tx:
        assert not records.stored(tx, Person, [sahra])


def test_who_is_erased_goes_with_what_is_out_of_sight(database: Database) -> None:
    with database.write("mona") as tx:
        made = hidden_pair(tx)
        end_early(tx, made.id, TODAY, TODAY)
        marit = records.get(tx, Mentor, made.mentor_id).person_id
    with by(database, COORDINATOR) as tx:
        erasing.erase(tx, marit)
    with database.read() as tx:
        assert not records.stored(tx, Person, [marit])
        assert not records.stored(tx, Pairing, [made.id])
