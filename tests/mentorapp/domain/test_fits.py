from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.competences import CompetenceCard, GapKind
from mentorapp.domain.demands import Demand
from mentorapp.domain.fits import Able, Trade, Work, able, fit, fits
from mentorapp.domain.languages import Level
from mentorapp.domain.records import new_id
from tests.factories import TODAY

CRANE = Work(group="crane_machine", words="kranfører")
CARETAKER = Work(group="caretaking", words="vaktmester")


def a_demand(**changes: Any) -> Demand:
    """A crane operator, with the licence and B1 for the radio."""
    usual: dict[str, Any] = {
        "organisation_id": new_id(),
        "occupation_group": "crane_machine",
        "occupation": "kranfører",
        "level": Level.B1,
        "level_note": "radio",
        "certificates": ("kranførerbevis",),
        "asked_on": date(2026, 9, 1),
    }
    return Demand(**(usual | changes))


def somebody(**changes: Any) -> Able:
    """The crane operator who works as a caretaker and has A2."""
    usual: dict[str, Any] = {
        "person_id": new_id(),
        "number": 10017,
        "wished": CRANE,
        "done": (CRANE, CARETAKER),
        "level": Level.A2,
        "certificates": ("Kranførerbevis G4",),
    }
    return Able(**(usual | changes))


def test_the_crane_operator_has_the_trade_and_the_paper_and_lacks_one_level() -> None:
    found = fit(somebody(), a_demand())

    assert found is not None
    assert found.trade is Trade.DONE_AND_WISHED
    assert found.held == ("kranførerbevis",)
    assert found.missing_certificates == ()
    assert found.language_missing
    assert not found.is_whole
    assert (found.level, found.level_needed, found.level_note) == (Level.A2, Level.B1, "radio")
    better = fit(somebody(level=Level.B1), a_demand())
    assert better is not None
    assert better.is_whole
    assert better.points == 1000 > found.points


@pytest.mark.parametrize(
    ("person", "demand", "trade"),
    [
        ({}, {}, Trade.DONE_AND_WISHED),
        ({"done": ()}, {}, Trade.WISHED),
        ({"wished": CARETAKER}, {}, Trade.DONE),
        ({"wished": Work(), "done": ()}, {}, None),
        ({"wished": Work(), "done": ()}, {"occupation_group": "unskilled_helper"}, Trade.ANY),
        (
            {"wished": Work(words="Sirkusartist"), "done": ()},
            {"occupation_group": "", "occupation": "sirkusartist"},
            Trade.WISHED,
        ),
        ({"wished": Work(), "done": ()}, {"occupation_group": "", "occupation": "?"}, None),
    ],
)
def test_what_binds_somebody_to_an_occupation(
    person: dict[str, Any], demand: dict[str, Any], trade: Trade | None
) -> None:
    found = fit(somebody(**person), a_demand(**demand))

    assert (found.trade if found else None) is trade


def test_a_level_that_nobody_has_registered_counts_as_missing_and_is_told_as_unknown() -> None:
    found = fit(somebody(level=None), a_demand())

    assert found is not None
    assert found.language_missing
    assert found.level is None


def test_ticked_gaps_that_no_demand_speaks_of_are_to_be_seen_to() -> None:
    gaps = frozenset({GapKind.RECOGNITION, GapKind.LANGUAGE})
    found = fit(somebody(gaps=gaps), a_demand())

    assert found is not None
    assert found.to_see_to == (GapKind.RECOGNITION,)


_texts = st.lists(st.sampled_from(["kranførerbevis", "B", "HMS", "truck", "radio"]), max_size=4)
_works = st.sampled_from([Work(), CRANE, CARETAKER, Work(words="smed"), Work(group="cleaning")])
_levels = st.sampled_from([None, *Level])
_demands = st.builds(
    lambda group, level, skills, licences, certificates: a_demand(
        occupation_group=group,
        level=level,
        skills=tuple(skills),
        licences=tuple(licences),
        certificates=tuple(certificates),
    ),
    st.sampled_from(["", "crane_machine", "caretaking", "unskilled_helper"]),
    _levels,
    _texts,
    _texts,
    _texts,
)
_people = st.builds(
    lambda number, wished, done, level, skills, licences, certificates: somebody(
        number=number,
        wished=wished,
        done=tuple(done),
        level=level,
        skills=tuple(skills),
        licences=tuple(licences),
        certificates=tuple(certificates),
    ),
    st.integers(1, 99),
    _works,
    st.lists(_works, max_size=2),
    _levels,
    _texts,
    _texts,
    _texts,
)


@given(_people, _demands, st.sampled_from(["skills", "licences", "certificates"]), _texts)
def test_learning_something_never_makes_a_fit_worse(
    person: Able, demand: Demand, field: str, more: list[str]
) -> None:
    before = fit(person, demand)
    learnt: dict[str, Any] = {field: (*getattr(person, field), *more)}
    after = fit(replace(person, **learnt), demand)

    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after.points >= before.points
        assert len(after.held) >= len(before.held)


@given(_people, _demands, _levels)
def test_a_better_level_never_makes_a_fit_worse(
    person: Able, demand: Demand, level: Level | None
) -> None:
    better = max(person.level, level, key=lambda one: one.rank if one else 0)
    before, after = fit(person, demand), fit(replace(person, level=better), demand)

    if before is not None and after is not None:
        assert after.points >= before.points


@given(_people, _demands, _works)
def test_having_done_more_never_makes_a_fit_worse(person: Able, demand: Demand, work: Work) -> None:
    before = fit(person, demand)
    after = fit(replace(person, done=(*person.done, work)), demand)

    if before is not None:
        assert after is not None
        assert after.points >= before.points


@given(_people, _demands)
def test_points_are_full_for_the_trade_and_all_that_was_asked(person: Able, demand: Demand) -> None:
    found = fit(person, demand)

    if found is not None:
        assert 0 < found.points <= 1000
        assert (found.points == 1000) == (found.is_whole and found.trade is Trade.DONE_AND_WISHED)


@given(st.lists(_people, max_size=4), st.lists(_demands, max_size=4), st.randoms())
def test_the_order_of_fits_does_not_hang_on_the_order_asked_in(
    people: list[Able], demands: list[Demand], random: Any
) -> None:
    people = [replace(one, number=at) for at, one in enumerate(people)]
    shuffled_people, shuffled = list(people), list(demands)
    random.shuffle(shuffled_people)
    random.shuffle(shuffled)

    found = fits(people, demands)

    assert found == fits(shuffled_people, shuffled)
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)


def test_nobody_has_done_a_work_without_a_name() -> None:
    card = CompetenceCard(person_id=new_id(), updated_on=TODAY)

    assert able(card, 1, Work(), [Work(), CRANE], None).done == (CRANE,)
