import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.saved_views import SavedView
from mentorapp.operations import Database, saved_views


def a_view(name: str, **choices: str) -> SavedView:
    return SavedView(page="mentors", name=name, choices=choices)


def test_views_of_a_list_stand_in_the_order_they_were_made(database: Database) -> None:
    with database.write("mona") as tx:
        saved_views.save(tx, a_view("  Free  ", search="bodø"))
        saved_views.save(tx, a_view("Applied"))
        saved_views.save(tx, SavedView(page="newcomers", name="Waiting"))
        first, second = saved_views.of_page(tx, "mentors")
        assert len(saved_views.all_views(tx)) == 3
    assert (first.name, second.name) == ("Free", "Applied")
    assert first.made_by == "mona"
    assert dict(first.choices) == {"search": "bodø"}


def test_a_view_saved_under_the_same_name_takes_the_place_of_the_other(database: Database) -> None:
    with database.write("mona") as tx:
        first = saved_views.save(tx, a_view("Free", search="bodø"))
        again = saved_views.save(tx, a_view("FREE", search="fauske"))
        (kept,) = saved_views.of_page(tx, "mentors")
    assert again.id == first.id
    assert (kept.name, dict(kept.choices)) == ("FREE", {"search": "fauske"})


def test_a_view_gets_another_name_but_not_one_that_is_taken(database: Database) -> None:
    with database.write("mona") as tx:
        free = saved_views.save(tx, a_view("Free"))
        saved_views.save(tx, a_view("Applied"))
        assert saved_views.rename(tx, free.id, "Free now").name == "Free now"
        with pytest.raises(InvalidField) as refused:
            saved_views.rename(tx, free.id, "applied")
    assert refused.value.problem is Problem.OVERLAPS


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_view_needs_a_name_of_decent_length(database: Database, name: str) -> None:
    with database.write("mona") as tx, pytest.raises(InvalidField):
        saved_views.save(tx, a_view(name))


def test_a_deleted_view_is_gone_from_its_list(database: Database) -> None:
    with database.write("mona") as tx:
        saved_views.delete(tx, saved_views.save(tx, a_view("Free")).id)
        assert saved_views.of_page(tx, "mentors") == []
