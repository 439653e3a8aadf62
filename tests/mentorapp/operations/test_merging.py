from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.associations import Introduction
from mentorapp.domain.calls import Call
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.deleted import How
from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.merging import CannotMerge, Counts, MergeObstacle, NoSuchField
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.projects import Project
from mentorapp.domain.protection import Protection
from mentorapp.domain.ties import Tie, TieKind
from mentorapp.operations import (
    Database,
    Transaction,
    calls,
    competences,
    deleted,
    meetings,
    merging,
    organisations,
    pairing,
    people,
    projects,
    ties,
    undoing,
)
from mentorapp.storage import deletions, records, shields
from tests.factories import TODAY, a_meeting, an_organisation
from tests.mentorapp.everything import everything
from tests.mentorapp.operations.joining import activity, association
from tests.mentorapp.operations.placing import place
from tests.mentorapp.operations.registering import buddy, mentor, newcomer, register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def two(tx: Transaction, **second: Any) -> tuple[UUID, UUID]:
    """Sahra, registered twice; the second one is paired and was called."""
    first = register(tx, newcomer("Sahra Guled", phone="91827364"))
    other = register(tx, newcomer("Sahra Guleed", **({"email": "s@g.example"} | second)))
    return first, other


def role(tx: Transaction, kind: type[Any], person_id: UUID) -> Any:
    return records.find(tx, kind, person_id=person_id)[0]


def paired(tx: Transaction, person_id: UUID, name: str = "Marit Bekkelund") -> Pairing:
    helper = role(tx, Mentor, register(tx, mentor(name))).id
    waiting = role(tx, Newcomer, person_id).id
    return pairing.pair_by_hand(tx, buddy(tx), helper, waiting, TODAY - 20 * DAY, "Mona")


def test_everything_of_the_second_is_the_firsts_and_the_second_is_deleted(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx)
        pair = paired(tx, second)
        meetings.log(tx, a_meeting(pairing_id=pair.id, held_on=TODAY), TODAY)
        calls.note(tx, Call(person_id=second, called_on=TODAY), TODAY)
        place(tx, person_id=second)
        number = records.get(tx, Person, first).number

    with database.write("kari", NOW + DAY) as tx:
        saved = merging.merge(tx, first, second, TODAY)

    with database.read() as tx:
        assert records.find(tx, Person, id=second) == []
        file = people.read(tx, first, TODAY)
        assert file.registration.person.number == saved.person.number == number
        assert [one.number for one in file.pairings] == [pair.number]
        assert len(calls.of_person(tx, first)) == 1
        assert len(records.find(tx, Placement, person_id=first)) == 1
        # The one in a pair has the status that counts; what only one has counts too.
        assert file.registration.newcomer is not None
        assert file.registration.newcomer.status is NewcomerStatus.PAIRED
        assert file.registration.details.email == "s@g.example"
        assert file.registration.details.phone == "+4791827364"
        (line,) = deleted.rows(tx, TODAY)
    assert (line.kind, line.names, line.how) == ("person", ("Sahra Guleed",), How.MERGED)
    database.check()


def test_a_merge_is_taken_back_whole_by_undo_and_from_deleted(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx)
        pair = paired(tx, second)
        competences.save(tx, CompetenceCard(person_id=second, updated_on=TODAY), TODAY)
    with database.read() as tx:
        before = everything(tx)
    for back in ("undo", "restore"):
        with database.write("kari", NOW + DAY) as tx:
            merging.merge(tx, first, second, TODAY, {"family_name": Counts.SECOND})
            changes = tuple(tx.changes)
        with database.read() as tx:
            assert everything(tx) != before

        with database.write("kari", NOW + 2 * DAY) as tx:
            if back == "undo":
                undoing.undo(tx, changes)
            else:
                deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)

        with database.read() as tx:
            assert everything(tx) == before, back
            assert records.get(tx, Pairing, pair.id).newcomer_id == role(tx, Newcomer, second).id


def test_what_was_done_since_a_merge_stays_when_the_two_come_apart(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx)
    with database.write("kari", NOW + DAY) as tx:
        merging.merge(tx, first, second, TODAY)
    with database.write("kari", NOW + 2 * DAY) as tx:
        calls.note(tx, Call(person_id=first, called_on=TODAY), TODAY)

    with database.write("kari", NOW + 3 * DAY) as tx:
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)

        assert len(calls.of_person(tx, first)) == 1
        assert records.get(tx, Person, second).name == "Sahra Guleed"


def test_each_field_is_chosen_and_an_unknown_one_is_named(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx, birth_year=1990, goal="Finne jobb")
        compared = {one.name: one.counts for one in merging.compare(tx, first, second).differing}
        assert compared["family_name"] is compared["newcomer.goal"] is None
        assert compared["email"] is Counts.SECOND

        with pytest.raises(NoSuchField) as refused:
            merging.merge(tx, first, second, TODAY, {"shoe_size": Counts.SECOND})
        assert "birth_year" in refused.value.known
        chosen = {"birth_year": Counts.SECOND, "newcomer.goal": Counts.SECOND}
        merging.merge(tx, first, second, TODAY, chosen)

        file = people.read(tx, first, TODAY).registration
        assert (file.person.birth_year, file.person.family_name) == (1990, "Guled")
        assert file.newcomer is not None
        assert file.newcomer.goal == "Finne jobb"


def test_a_mentor_and_a_newcomer_become_one_person_with_both_roles(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first = register(tx, newcomer("Sahra Guled"))
        second = register(tx, mentor("Sahra Guled"))
        merging.merge(tx, first, second, TODAY)

        held = people.read(tx, first, TODAY).registration
        assert held.newcomer is not None
        assert held.mentor is not None


def test_the_strictest_protection_counts_and_nothing_tells_a_place(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first = register(
            tx, newcomer("Sahra Guled", phone="91827364", address="Zebragata 99", notes="I Bergen")
        )
        calls.note(tx, Call(person_id=first, called_on=TODAY, note="Bor i Bergen"), TODAY)
        second = register(tx, newcomer("Sahra Guled", postal_code="", protection=Protection.STRICT))
    for one, other in ((first, second), (second, first)):
        with database.write("mona", NOW + DAY) as tx:
            shown = merging.compare(tx, one, other)
            assert {"phone", "address", "postal_code"}.isdisjoint(
                field.name for field in shown.differing
            )
            merging.merge(tx, one, other, TODAY, {"notes": Counts.FIRST})
            changes = tuple(tx.changes)
            held = people.read(tx, one, TODAY).registration
            assert held.person.protection is Protection.STRICT
            assert (held.details.phone, held.details.address) == ("", "")
            assert "Bergen" not in held.person.notes + calls.of_person(tx, one)[0].note
        with database.read() as tx:
            kept = str([deletion.contents for deletion, _ in deletions.standing(tx)])
            assert "Bergen" not in kept
            assert "Zebragata" not in kept
        with database.write("mona", NOW + 2 * DAY) as tx:
            undoing.undo(tx, changes)


def test_merged_into_somebody_hidden_the_household_of_the_second_loses_its_places_too(
    database: Database,
) -> None:
    nowhere = {"phone": "", "email": "", "address": "", "postal_code": ""}
    with database.write("mona", NOW) as tx:
        home = records.add(tx, Household(label="Guled, Markørvika"))
        organisations.save(tx, an_organisation(number=0, name="Markørvika"))
        first = register(tx, newcomer("Sahra Guled", protection=Protection.STRICT, **nowhere))
        second = register(
            tx, newcomer("Sahra Guled", household_id=home.id, notes="Ved Markørvika", **nowhere)
        )
        brother = register(tx, newcomer("Ali Guled", household_id=home.id, **nowhere))
        for one in (second, brother):
            said = Call(person_id=one, called_on=TODAY, note="Bor i Markørvika")
            calls.note(tx, said, TODAY)

    with database.write("mona", NOW + DAY) as tx:
        merging.merge(tx, first, second, TODAY)

        assert shields.protection_of(tx, brother) is Protection.STRICT
        told = [
            *(calls.of_person(tx, one)[0].note for one in (first, brother)),
            *(one.notes for one in records.stored(tx, Person, [first, second])),
            records.get(tx, Household, home.id).label,
        ]
    assert [one for one in told if "Markørvika" in one] == []
    assert told[0] == told[1] == "Bor i …"


def test_who_moves_in_hidden_takes_the_places_out_of_what_was_said_of_those_at_home(
    database: Database,
) -> None:
    nowhere = {"phone": "", "email": "", "address": "", "postal_code": ""}
    with database.write("mona", NOW) as tx:
        home = records.add(tx, Household(label="Guled"))
        hidden = register(tx, newcomer("Sahra Guled", protection=Protection.STRICT, **nowhere))
        brother = register(tx, newcomer("Ali Guled", household_id=home.id, **nowhere))
        calls.note(tx, Call(person_id=brother, called_on=TODAY, note="Bor i Bergen"), TODAY)

    with database.write("mona", NOW + DAY) as tx:
        held = people.read(tx, hidden, TODAY).registration
        moved = replace(held.person, household_id=home.id)
        people.save(tx, replace(held, person=moved), TODAY)

        assert calls.of_person(tx, brother)[0].note == "Bor i …"


@pytest.mark.parametrize("obstacle", list(MergeObstacle))
def test_two_who_cannot_be_one_are_refused(database: Database, obstacle: MergeObstacle) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx)
        if obstacle is MergeObstacle.SAME_RECORD:
            second = first
        elif obstacle is MergeObstacle.PAIR:
            first = register(tx, mentor("Marit Bekkelund"))
            helper, waiting = role(tx, Mentor, first).id, role(tx, Newcomer, second).id
            pairing.pair_by_hand(tx, buddy(tx), helper, waiting, TODAY)
        elif obstacle is MergeObstacle.CASE_OFFICER:
            held = role(tx, Newcomer, second)
            records.amend(tx, replace(held, case_officer_id=first))
        elif obstacle is MergeObstacle.INTRODUCED:
            to = activity(tx, association(tx))
            made = Introduction(
                person_id=first, activity_id=to.id, introduced_on=TODAY, introduced_by_id=second
            )
            records.add(tx, made)
        elif obstacle is MergeObstacle.TWO_PAIRINGS:
            paired(tx, first)
            paired(tx, second, "Trond Hestvika")
        else:
            for one in (first, second):
                records.add(tx, answered(tx, one))

        with pytest.raises(CannotMerge) as refused:
            merging.merge(tx, first, second, TODAY)

    assert refused.value.obstacle is obstacle


def answered(tx: Transaction, person_id: UUID) -> Outcome:
    return Outcome(
        person_id=person_id,
        scheme_id=buddy(tx),
        exit_on=TODAY - 30 * DAY,
        point=next(iter(OutcomePoint)),
        status=next(iter(OutcomeStatus)),
        asked_on=TODAY,
    )


def test_what_both_have_of_the_same_is_there_once(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx)
        landlord = register(tx, mentor())
        for one in (first, second):
            ties.add(tx, one, landlord, TieKind.OTHER, TODAY)
        ties.add(tx, first, second, TieKind.RELATIVE, TODAY)

        merging.merge(tx, first, second, TODAY)

        (tie,) = records.find(tx, Tie)
    assert {tie.person_id, tie.other_id} == {first, landlord}


def test_of_two_competence_cards_each_field_is_chosen(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx)
        for one, text in ((first, "Kokk"), (second, "Snekker")):
            card = CompetenceCard(person_id=one, experience=text, updated_on=TODAY)
            competences.save(tx, card, TODAY)

        merging.merge(tx, first, second, TODAY, {"card.experience": Counts.SECOND})

        (held,) = records.find(tx, CompetenceCard)
    assert (held.person_id, held.experience) == (first, "Snekker")


def test_two_spellings_of_one_organisation_become_one(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        first = organisations.save(tx, an_organisation(number=0, name="Nordlys AS"))
        second = organisations.save(tx, an_organisation(number=0, name="Nordlys Mekaniske"))
        helper = register(tx, mentor(organisation_id=second.id))
        made = place(tx, organisation_id=second.id)
        project = projects.save(
            tx, Project(name="P", from_date=TODAY, partners=frozenset({second.id}))
        )
    with database.read() as tx:
        before = everything(tx)
    with database.write("mona", NOW + DAY) as tx:
        merging.merge_organisations(tx, first.id, second.id, {"name": Counts.SECOND})

    with database.read() as tx:
        assert organisations.read(tx, first.id).name == "Nordlys Mekaniske"
        assert role(tx, Mentor, helper).organisation_id == first.id
        assert records.get(tx, Placement, made.id).organisation_id == first.id
        assert records.get(tx, Project, project.id).partners == {first.id}
    with database.write("mona", NOW + 2 * DAY) as tx:
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)
        assert everything(tx) == before


def test_a_protection_that_comes_later_takes_the_second_record_out_of_deleted(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        first, second = two(tx, address="Zebragata 99")
    with database.write("mona", NOW + DAY) as tx:
        merging.merge(tx, first, second, TODAY)
    with database.write("mona", NOW + 2 * DAY) as tx:
        held = people.read(tx, first, TODAY).registration
        bare = replace(held.details, phone="", email="", address="", postal_code="")
        person = replace(held.person, protection=Protection.STRICT)
        people.save(tx, replace(held, person=person, details=bare), TODAY)

        assert records.stored(tx, Person, [second]) == []
        assert deleted.rows(tx, TODAY) == []
