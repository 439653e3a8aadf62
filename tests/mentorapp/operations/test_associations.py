"""What associations offer."""

from dataclasses import replace

import pytest

from mentorapp.domain.errors import InvalidField, NotFound, Problem, StillInUse
from mentorapp.domain.office_errors import NameTaken, NotUnique
from mentorapp.domain.statistics import Share
from mentorapp.operations import Database, associations, introductions, organisations
from mentorapp.operations.handles import handle
from tests.factories import TODAY
from tests.mentorapp.operations.joining import activity, association, introduced
from tests.mentorapp.operations.registering import newcomer, register


def test_an_activity_is_listed_with_its_association_and_place(database: Database) -> None:
    with database.write("mona") as tx:
        activity(tx, association(tx), contact_phone="40 00 01 00")
        (row,) = associations.rows(tx)
    assert (row.organisation, row.place) == ("Fjordvik Idrettslag", "Fjordvikhallen, Fauske")
    assert row.activity.contact_phone == "+4740000100"
    assert (row.introduced, row.members) == (0, 0)


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("name", "", Problem.MISSING),
        ("postal_code", "0000", Problem.UNKNOWN_POSTAL_CODE),
        ("interests", frozenset({"flying"}), Problem.UNKNOWN_VALUE),
        ("contact_phone", "call me", Problem.NOT_A_PHONE),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(
    field: str, value: object, problem: Problem, database: Database
) -> None:
    with database.write("mona") as tx:
        made = activity(tx, association(tx))
        with pytest.raises(InvalidField) as refused:
            associations.save(tx, replace(made, **{field: value}))  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_an_activity_is_found_by_handle_or_by_its_only_name(database: Database) -> None:
    with database.write("mona") as tx:
        club, choir = association(tx), association(tx, name="Koret")
        yoga, kor = activity(tx, club), activity(tx, choir, name="Kor")
        assert associations.find(tx, handle(yoga.id)) == yoga
        assert associations.find(tx, "KOR") == kor
        activity(tx, choir)
        with pytest.raises(NotUnique):
            associations.find(tx, "yoga")
        with pytest.raises(NotFound):
            associations.find(tx, "zzzzzz")


def test_one_to_which_somebody_was_introduced_stays(database: Database) -> None:
    with database.write("mona") as tx:
        club = association(tx)
        yoga = activity(tx, club)
        made = introduced(tx, register(tx, newcomer()), yoga)
        with pytest.raises(StillInUse):
            associations.delete(tx, yoga.id)
        with pytest.raises(StillInUse):
            organisations.delete(tx, club.id)
        introductions.delete(tx, made.id)
        held = associations.delete(tx, yoga.id)
        assert associations.rows(tx) == []
        associations.restore(tx, held)
        assert [row.id for row in associations.rows(tx)] == [yoga.id]


def test_figures_count_the_protected_too(database: Database) -> None:
    with database.write("mona") as tx:
        club = association(tx)
        made = introduced(tx, register(tx, newcomer()), activity(tx, club), ago=40)
        introductions.joined(tx, made.id, TODAY, TODAY)
        found = associations.figures(tx, TODAY.replace(month=1), TODAY, TODAY)
        assert associations.joined_people(tx, TODAY, TODAY, TODAY) == 1
    assert (found.introduced, found.joined) == (1, 1)
    assert found.visited == Share(1, 1)
    assert found.by_association == {club.id: (1, 1, 1)}


def test_an_association_has_one_activity_of_a_name_and_another_may_have_it_too(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        club, choir = association(tx), association(tx, name="Koret")
        yoga = activity(tx, club)
        with pytest.raises(NameTaken):
            activity(tx, club, name="yoga")
        activity(tx, choir, name="Yoga")
        associations.save(tx, replace(yoga, price="100 kr"))
        assert len(associations.rows(tx)) == 2
