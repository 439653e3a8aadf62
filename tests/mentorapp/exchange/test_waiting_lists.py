"""Lines and offers in a file: what this program could have written, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.exchange_errors import NotAnExchangeFile
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.shared_lines import AnswerFile, Area, Line, ListFile, Offer
from mentorapp.exchange.waiting_lists import (
    answer_content,
    list_content,
    read_answer,
    read_list,
)
from tests.factories import spoken

LINE = Line(
    code="482913",
    age_band=AgeBand.FROM_26,
    languages=spoken("no:A2", "ti:native"),
    interests=frozenset({"football"}),
    area=Area("NO", "1804", "Bodø"),
    wish_gender=Gender.WOMAN,
    schemes=("buddy",),
)
LIST = ListFile(
    code="0123456789abcdef",
    office="Sundnes",
    municipality="Sundnes kommune",
    made_on=date(2026, 11, 23),
    lines=(LINE, Line(code="100000")),
)
OFFER = Offer(
    code="555555",
    age_band=AgeBand.FROM_67,
    languages=spoken("no:native"),
    gender=Gender.MAN,
    organisation_kind=OrganisationKind.VOLUNTEER,
)
ANSWER = AnswerFile(
    code=LIST.code,
    office="Fjordvik",
    municipality="Fjordvik kommune",
    made_on=date(2026, 11, 24),
    offers={"482913": OFFER, "100000": Offer(code="666666")},
)


def test_a_list_is_read_as_it_was_written_by_its_random_numbers() -> None:
    found = read_list(list_content(LIST))

    assert found == replace(LIST, lines=(Line(code="100000"), LINE))


def test_an_answer_is_read_as_it_was_written() -> None:
    assert read_answer(answer_content(ANSWER)) == ANSWER


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    content = list_content(LIST)
    change(content)
    return content


def line(content: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = content["lines"][1]
    return found


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.update(name="Hawa"),
        lambda c: line(c).update(name="Hawa"),
        lambda c: line(c).update(number="10017"),
        lambda c: line(c).update(number=482913),
        lambda c: line(c).update(age_band="34"),
        lambda c: line(c).update(wish_gender=""),
        lambda c: line(c).update(languages=["no"]),
        lambda c: line(c).update(languages="no:A2"),
        lambda c: line(c).update(languages=["<b>:A2"]),
        lambda c: line(c).update(interests=["Kari bor i Storgata"]),
        lambda c: line(c).update(interests=["x"] * 101),
        lambda c: line(c).update(area={"postal_code": "8003"}),
        lambda c: line(c)["area"].update(municipality="x" * 300),
        lambda c: line(c)["area"].update(municipality="Bodø\n\x1b[2J"),
        lambda c: c.update(made_on="20261123"),
        lambda c: c.update(made_on=None),
        lambda c: c.update(list="../../office.db"),
        lambda c: c.update(lines={}),
        lambda c: c["lines"].append(line(c)),
        lambda c: c.pop("office"),
    ],
)
def test_what_this_program_does_not_write_is_not_believed(
    change: Callable[[dict[str, Any]], object],
) -> None:
    with pytest.raises(NotAnExchangeFile):
        read_list(changed(change))


def test_an_answer_with_two_mentors_for_a_line_is_not_believed() -> None:
    content = answer_content(ANSWER)
    content["offers"].append(content["offers"][0])

    with pytest.raises(NotAnExchangeFile):
        read_answer(content)
