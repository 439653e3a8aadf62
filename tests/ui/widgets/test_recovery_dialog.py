"""The recovery key counts only when two groups of it were typed back from paper."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain import recovery_key
from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.words import Words
from ui.widgets.recovery_dialog import RecoveryDialog

SECRET = bytes(range(20))
GROUPS = recovery_key.printed(SECRET)


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    """What the dialog, which frees itself when it is closed, stands over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(home: QWidget, words: Words) -> RecoveryDialog:
    made = RecoveryDialog(words, SECRET, home, places=lambda: [3, 8])
    made.show()
    return made


@pytest.fixture
def proven(dialog: RecoveryDialog) -> list[bool]:
    times: list[bool] = []
    dialog.proven.connect(lambda: times.append(True))
    return times


def shown(dialog: RecoveryDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]


def type_in(dialog: RecoveryDialog, third: str, eighth: str) -> None:
    dialog.asked[3].setText(third)
    dialog.asked[8].setText(eighth)
    dialog.done_button.click()


def test_every_group_is_shown_and_read_out_sign_by_sign(dialog: RecoveryDialog) -> None:
    assert set(GROUPS) <= set(shown(dialog))
    named = {one.accessibleName() for one in dialog.findChildren(QLabel)}
    assert f"Group 3: {' '.join(GROUPS[2])}" in named
    assert dialog.next_button.hasFocus()


def test_no_group_can_be_seen_where_they_are_asked_for(dialog: RecoveryDialog) -> None:
    dialog.next_button.click()
    assert not set(GROUPS) & set(shown(dialog))
    assert {"Group 3", "Group 8"} <= set(shown(dialog))
    assert dialog.asked[3].hasFocus()


def test_two_groups_typed_rightly_prove_it(dialog: RecoveryDialog, proven: list[bool]) -> None:
    dialog.next_button.click()
    type_in(dialog, GROUPS[2].lower(), f" {GROUPS[7]} ")
    assert proven == [True]


@pytest.mark.parametrize("eighth", [GROUPS[2], "", "?"])
def test_a_wrong_or_missing_group_proves_nothing_and_is_gone_back_to(
    dialog: RecoveryDialog, proven: list[bool], eighth: str
) -> None:
    dialog.next_button.click()
    type_in(dialog, GROUPS[2], eighth)
    assert proven == []
    assert dialog.asked[8].hasFocus()
    assert bool(dialog.message_bar.text) is bool(eighth)


def test_a_mistyped_group_can_be_mended(dialog: RecoveryDialog, proven: list[bool]) -> None:
    dialog.next_button.click()
    type_in(dialog, GROUPS[2], GROUPS[0])
    assert "Group 8" in dialog.message_bar.text
    type_in(dialog, GROUPS[2], GROUPS[7])
    assert proven == [True]
    assert dialog.message_bar.text == ""


def test_the_key_can_be_looked_at_once_more_and_is_then_asked_for_anew(
    dialog: RecoveryDialog, proven: list[bool]
) -> None:
    dialog.next_button.click()
    dialog.asked[3].setText(GROUPS[2])
    dialog.back_button.click()
    assert set(GROUPS) <= set(shown(dialog))
    dialog.next_button.click()
    assert dialog.asked[3].text() == ""
    type_in(dialog, GROUPS[2], GROUPS[7])
    assert proven == [True]


def test_closing_it_proves_nothing(dialog: RecoveryDialog, proven: list[bool]) -> None:
    dialog.next_button.click()
    dialog.close_button.click()
    assert dialog.isHidden()
    assert proven == []


def test_why_there_is_no_paper_is_said(dialog: RecoveryDialog) -> None:
    dialog.refuse(CannotWriteFile("key.pdf", FileTrouble.FULL))
    assert "key.pdf" in dialog.message_bar.text
