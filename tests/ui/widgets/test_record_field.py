from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.record_field import RecordField

BREEZE, BERG = UUID(int=1), UUID(int=2)


@pytest.fixture
def field(qtbot: QtBot, words: Words) -> RecordField:
    made = RecordField(words, [(BREEZE, "Breeze Kiosk (20017)"), (BERG, "Berg Bygg (20024)")])
    qtbot.addWidget(made)
    return made


def test_part_of_a_name_is_enough_where_it_fits_one(qtbot: QtBot, field: RecordField) -> None:
    qtbot.keyClicks(field, "kiosk")
    assert field.value() == BREEZE
    assert field.problem() == ""


def test_what_fits_several_or_none_is_told(qtbot: QtBot, field: RecordField) -> None:
    qtbot.keyClicks(field, "b")
    assert field.value() is None
    assert "“b”" in field.problem()


def test_an_empty_field_is_nobody_and_no_problem(field: RecordField) -> None:
    field.set_value(BERG)
    assert field.text() == "Berg Bygg (20024)"
    field.set_value(None)
    assert field.value() is None
    assert field.problem() == ""


def test_it_tells_only_when_the_choice_changes(qtbot: QtBot, field: RecordField) -> None:
    told: list[UUID | None] = []
    field.changed.connect(lambda: told.append(field.value()))
    qtbot.keyClicks(field, "berg bygg")
    assert told == [BERG]
