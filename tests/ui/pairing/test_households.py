"""Proposals accepted for a whole household."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mentorapp.domain.households import Household
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Side
from mentorapp.domain.people import Person
from mentorapp.operations import households, pairings
from mentorapp.operations.pairing import ProposalRow
from mentorapp.storage import records
from tests.ui.pairing.at_page import current, dialog
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairing.dialogs import AcceptDialog, AnswerDialog
from ui.pairing.page import PairingPage

Settle = Callable[[], None]


@pytest.fixture
def family(proposed: PairingPage, pairs_office: PairsOffice) -> ProposalRow:
    """The selected proposal, whose newcomer lives with others."""
    row = current(proposed)
    with pairs_office.database.write("Test") as tx:
        home = households.save(tx, Household(label="Familien"))
        role = records.get(tx, Newcomer, row.proposal.newcomer_id)
        person = records.get(tx, Person, role.person_id)
        records.amend(tx, replace(person, household_id=home.id))
    return row


def sides(pairs_office: PairsOffice) -> tuple[str, Side, Side]:
    """Of the pair that began last: the newcomer, and who stands on the two sides."""
    made = pairs_office.read(lambda tx: pairings.rows(tx, TODAY))[-1]
    return made.newcomer_name, made.newcomer_side, made.mentor_side


def test_it_is_asked_for_whom_the_pair_is_where_a_household_may_come(
    qtbot: QtBot, proposed: PairingPage, family: ProposalRow, settle: Settle,
    pairs_office: PairsOffice,
) -> None:  # fmt: skip
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Return)
    form = dialog(qtbot, AcceptDialog)
    assert not form._sides.mentor.isVisible()
    assert form._sides.newcomer.hasFocus()
    QTest.keyClick(form._sides.newcomer, Qt.Key.Key_Space)
    QTest.keyClick(form._sides.newcomer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    freed(qtbot, form)
    settle()
    assert sides(pairs_office) == (family.newcomer_name, Side.HOUSEHOLD, Side.PERSON)


def test_with_the_answer_of_both_the_household_can_be_chosen_too(
    qtbot: QtBot, proposed: PairingPage, family: ProposalRow, settle: Settle,
    pairs_office: PairsOffice,
) -> None:  # fmt: skip
    proposed._buttons.answer.click()
    form = dialog(qtbot, AnswerDialog)
    assert form._sides is not None
    form._yes.set_value(False)
    assert not form._sides.newcomer.isEnabled()
    form._yes.set_value(True)
    form._sides.newcomer.set_value(True)
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert sides(pairs_office) == (family.newcomer_name, Side.HOUSEHOLD, Side.PERSON)
