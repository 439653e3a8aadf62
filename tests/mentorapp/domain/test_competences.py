from datetime import date
from typing import Any

import pytest

from mentorapp.domain.competences import (
    CompetenceCard,
    GapKind,
    check_card,
    gap_hints,
    gaps_of,
)
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.languages import Level, local_level
from mentorapp.domain.records import new_id
from tests.factories import TODAY, spoken
from tests.mentorapp.domain.test_fits import a_demand


def a_card(**changes: Any) -> CompetenceCard:
    usual: dict[str, Any] = {"person_id": new_id(), "updated_on": TODAY}
    return CompetenceCard(**(usual | changes))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"education_field": "a" * 300}, "education_field", Problem.TOO_LONG),
        ({"experience": "a" * 10_001}, "experience", Problem.TOO_LONG),
        ({"gap_note": "a" * 10_001}, "gap_note", Problem.TOO_LONG),
        ({"skills": ("a",) * 31}, "skills", Problem.TOO_LONG),
        ({"licences": ("a" * 201,)}, "licences", Problem.TOO_LONG),
        ({"certificates": ("a" * 201,)}, "certificates", Problem.TOO_LONG),
        ({"updated_on": date(2026, 11, 24)}, "updated_on", Problem.IN_FUTURE),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    check_card(a_card(), TODAY)
    with pytest.raises(InvalidField) as refused:
        check_card(a_card(**changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize(
    ("needed", "level", "hinted"),
    [
        (Level.B1, Level.A2, True),
        (Level.B1, Level.B1, False),
        (Level.B1, Level.NATIVE, False),
        (Level.A1, None, True),
        (None, None, False),
    ],
)
def test_a_level_below_what_the_work_needs_is_a_gap(
    needed: Level | None, level: Level | None, hinted: bool
) -> None:
    assert (GapKind.LANGUAGE in gap_hints(a_card(needed_level=needed), level)) is hinted


def test_a_paper_that_every_demand_asks_for_and_the_person_lacks_is_a_gap() -> None:
    asks = a_demand(level=None)
    asks_nothing = a_demand(level=None, certificates=())
    holds = a_card(certificates=("Kranførerbevis",))

    assert gap_hints(a_card(), None, [asks]) == {GapKind.CERTIFICATE}
    assert gap_hints(a_card(), None, [asks, asks_nothing]) == frozenset()
    assert gap_hints(holds, None, [asks]) == frozenset()
    assert gap_hints(a_card(), None, []) == frozenset()


def test_ticked_gaps_stand_beside_those_that_follow_in_one_order() -> None:
    card = a_card(gaps=frozenset({GapKind.NETWORK, GapKind.LANGUAGE}), needed_level=Level.B2)

    assert gaps_of(card, Level.B1) == (GapKind.LANGUAGE, GapKind.NETWORK)


@pytest.mark.parametrize(
    ("texts", "country", "level"),
    [
        (["no:A2", "ar:native"], "NO", Level.A2),
        (["nb:B1", "no:A2"], "NO", Level.B1),
        (["da:C1"], "NO", None),
        (["da:C1"], "DK", Level.C1),
        (["no:A2"], "DE", None),
        ([], "NO", None),
    ],
)
def test_the_level_in_the_countrys_own_language(
    texts: list[str], country: str, level: Level | None
) -> None:
    assert local_level(spoken(*texts), country) is level
