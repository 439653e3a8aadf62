"""Who was introduced to which activity, and what came of it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from mentorapp.domain.association_errors import (
    AlreadyIntroduced,
    IntroductionOver,
    IntroductionProtected,
    NotTakingPeople,
)
from mentorapp.domain.associations import Activity, IntroductionStep
from mentorapp.domain.errors import InvalidField, NotFound, StillInUse
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, follow_up, introductions, people
from mentorapp.operations.handles import handle
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.joining import activity, association, introduced
from tests.mentorapp.operations.registering import mentor, newcomer, register


def sahra_and_yoga(tx: Transaction) -> tuple[UUID, Activity]:
    return register(tx, newcomer("Sahra Guled")), activity(tx, association(tx))


def protect(tx: Transaction, person_id: UUID, level: Protection) -> None:
    """Later than the introduction, which would be refused."""
    person = records.get(tx, Person, person_id)
    records.amend(tx, replace(person, protection=level))


def test_an_introduction_goes_from_the_first_visit_to_the_last_look(database: Database) -> None:
    with database.write("mona") as tx:
        sahra, yoga = sahra_and_yoga(tx)
        made = introduced(tx, sahra, yoga, ago=60)
        for step, ago in (
            (introductions.visited, 50),
            (introductions.joined, 40),
            (introductions.still_member, 10),
        ):
            step(tx, made.id, TODAY - timedelta(days=ago), TODAY)
        (row,) = introductions.rows(tx)
        assert row.introduction.step is IntroductionStep.MEMBER
        assert (row.person, row.activity) == ("Sahra Guled", "Yoga")
        with pytest.raises(InvalidField):
            introductions.left(tx, made.id, TODAY - timedelta(days=11), TODAY)
        introductions.left(tx, made.id, TODAY, TODAY)
        assert introductions.row(tx, made.id).introduction.step is IntroductionStep.LEFT


def test_nobody_is_introduced_twice_unless_he_left(database: Database) -> None:
    with database.write("mona") as tx:
        sahra, yoga = sahra_and_yoga(tx)
        made = introduced(tx, sahra, yoga, ago=60)
        with pytest.raises(AlreadyIntroduced):
            introduced(tx, sahra, yoga)
        introductions.left(tx, made.id, TODAY, TODAY)
        introduced(tx, sahra, yoga)
        assert len(introductions.rows_of(tx, sahra)) == 2


def test_whoever_introduced_is_named_from_the_register_or_as_typed(database: Database) -> None:
    with database.write("mona") as tx:
        sahra, yoga = sahra_and_yoga(tx)
        made = introduced(tx, sahra, yoga)
        marit = register(tx, mentor("Marit Bekkelund"))
        introductions.save(tx, replace(made, introduced_by_id=marit), TODAY)
        assert introductions.row(tx, made.id).by == "Marit Bekkelund"
        held = introductions.row(tx, made.id).introduction
        typed = replace(held, introduced_by_id=None, introduced_by="læreren")
        introductions.save(tx, typed, TODAY)
        assert introductions.row(tx, made.id).by == "læreren"


def test_a_person_who_was_introduced_is_not_deleted(database: Database) -> None:
    with database.write("mona") as tx:
        sahra, yoga = sahra_and_yoga(tx)
        held = introductions.delete(tx, introduced(tx, sahra, yoga).id)
        assert introductions.rows(tx) == []
        introductions.restore(tx, held)
        with pytest.raises(StillInUse):
            people.delete(tx, sahra)


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_where_a_protected_person_goes_is_not_stored(level: Protection, database: Database) -> None:
    with database.write("mona") as tx:
        _sahra, yoga = sahra_and_yoga(tx)
        hidden = register(tx, newcomer("Hidden Person", protection=level, postal_code=""))
        with pytest.raises(IntroductionProtected):
            introduced(tx, hidden, yoga)


@pytest.mark.parametrize(
    ("level", "in_own_file"), [(Protection.CONFIDENTIAL, 1), (Protection.STRICT, 0)]
)
def test_what_was_noted_before_the_protection_is_listed_nowhere(
    level: Protection, in_own_file: int, database: Database
) -> None:
    with database.write("mona") as tx:
        sahra, yoga = sahra_and_yoga(tx)
        made = introduced(tx, sahra, yoga, ago=60)
        protect(tx, sahra, level)
        assert introductions.rows(tx) == []
        assert introductions.rows(tx, activity_id=yoga.id) == []
        assert introductions.rows(tx, organisation_id=yoga.organisation_id) == []
        assert len(introductions.rows_of(tx, sahra)) == in_own_file
        assert not [one for one in follow_up.today_list(tx, TODAY) if one.detail == "Yoga"]
        with pytest.raises(NotFound):
            introductions.find(tx, handle(made.id))


def test_today_asks_about_the_first_visit_and_about_members_of_a_year(database: Database) -> None:
    with database.write("mona") as tx:
        sahra, yoga = sahra_and_yoga(tx)
        introduced(tx, sahra, yoga, ago=31)
        khaled = register(tx, newcomer("Khaled Fares"))
        member = introduced(tx, khaled, yoga, ago=500)
        introductions.joined(tx, member.id, TODAY - timedelta(days=400), TODAY)
        asked = {one.kind: one for one in follow_up.today_list(tx, TODAY)}
        first, still = asked[AttentionKind.FIRST_VISIT], asked[AttentionKind.STILL_MEMBER]
        assert (first.who, first.days, first.detail) == ("Sahra Guled", 31, "Yoga")
        assert (still.who, still.days, still.person_id) == ("Khaled Fares", 400, khaled)
        introductions.still_member(tx, member.id, TODAY, TODAY)
        kinds = {one.kind for one in follow_up.today_list(tx, TODAY)}
        assert AttentionKind.STILL_MEMBER not in kinds


def test_nobody_is_introduced_to_what_takes_no_new_people(database: Database) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer("Sahra Guled"))
        full = activity(tx, association(tx), open=False)
        with pytest.raises(NotTakingPeople):
            introduced(tx, sahra, full)
        assert introductions.rows(tx) == []


def test_whoever_has_left_is_not_noted_as_still_a_member(database: Database) -> None:
    with database.write("mona") as tx:
        sahra, yoga = sahra_and_yoga(tx)
        made = introduced(tx, sahra, yoga, ago=60)
        introductions.joined(tx, made.id, TODAY - timedelta(days=40), TODAY)
        introductions.left(tx, made.id, TODAY, TODAY)
        with pytest.raises(IntroductionOver):
            introductions.still_member(tx, made.id, TODAY, TODAY)
