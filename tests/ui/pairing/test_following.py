from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.proposals import ForbiddenPair, Proposal, ProposalStatus
from mentorapp.operations import people
from mentorapp.storage import records
from tests.ui.pairing.at_page import alone, current, dialog, proposals, standing
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairing.page import PairingPage
from ui.widgets.note_dialog import NoteDialog

Settle = Callable[[], None]


@pytest.fixture
def scarce(pairs_office: PairsOffice) -> PairsOffice:
    """Places for three of the five whom a run looks at."""
    with pairs_office.database.write("Test") as tx:
        for name in ("Åse Lærum", "Per Gjøvåg", "Signe Møller"):
            people.set_mentor_status(tx, pairs_office.mentors[name], MentorStatus.PAUSED, TODAY)
    return pairs_office


def stored(office: PairsOffice) -> dict[object, Proposal]:
    drafts = office.read(lambda tx: records.find(tx, Proposal, status=ProposalStatus.DRAFT))
    return {one.newcomer_id: one for one in drafts}


def rule_out(qtbot: QtBot, page: PairingPage, settle: Settle) -> None:
    page._buttons.forbid.click()
    form = dialog(qtbot, NoteDialog)
    form._note.set_value("They are cousins")
    form.save_button.click()
    settle()
    freed(qtbot, form)
    settle()


def test_a_pair_that_is_ruled_out_leaves_the_best_set_without_it_and_says_what_changed(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    row, before, at_hand = current(proposed), stored(pairs_office), proposed._answers.solved
    rule_out(qtbot, proposed, settle)
    assert proposed._answers.solved is at_hand
    after = stored(pairs_office)
    assert after.keys() == before.keys()
    assert after[row.proposal.newcomer_id].mentor_id != row.proposal.mentor_id
    text = proposed.list.message_bar.text
    assert text.startswith(f"Ruled out. {row.newcomer_name} now meets ")
    assert "the whole" in text.lower()


def test_whoever_changed_is_marked_new_and_stays_selected(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    row = current(proposed)
    rule_out(qtbot, proposed, settle)
    now = current(proposed)
    assert now.newcomer_name == row.newcomer_name
    assert now.proposal.id != row.proposal.id
    said = {
        one.name: proposed.list.model.columns[3].text(one) for one in proposed.list.model.all_rows()
    }
    assert said[row.newcomer_name].endswith("% · new")
    assert any(one.endswith("%") for one in said.values())


def test_undo_restores_every_draft_as_it_was(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    before = stored(pairs_office)
    rule_out(qtbot, proposed, settle)
    proposed.list.message_bar.button.click()
    settle()
    after = stored(pairs_office)
    assert {one.id for one in after.values()} == {one.id for one in before.values()}
    assert {one.mentor_id for one in after.values()} == {one.mentor_id for one in before.values()}
    assert pairs_office.read(lambda tx: records.find(tx, ForbiddenPair)) == []
    assert proposed.list.message_bar.text == "Everything is as it was before."


def test_whoever_loses_his_mentor_stands_among_them_with_the_reason(
    qtbot: QtBot,
    scarce: PairsOffice,
    proposed: PairingPage,
    settle: Settle,
) -> None:
    assert len(stored(scarce)) == 3
    left = {row.name for row in alone(proposed)}
    # One after the other is ruled out until somebody has nobody left.
    for _ in range(2):
        rule_out(qtbot, proposed, settle)
        if "has no mentor any more" in proposed.list.message_bar.text:
            break
    assert "has no mentor any more" in proposed.list.message_bar.text
    now = {row.name: standing(proposed, row) for row in alone(proposed)}
    assert now.keys() != left
    assert all(now.values())


def test_a_lock_that_changes_nothing_says_so_briefly(proposed: PairingPage, settle: Settle) -> None:
    QTest.keyClick(proposed.list.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert proposed.list.message_bar.text == (
        "Locked: later runs keep this pair. Nothing else changes."
    )
    assert current(proposed).proposal.locked
    proposed.list.message_bar.button.click()
    settle()
    assert not current(proposed).proposal.locked


def test_a_decision_after_the_office_has_changed_is_taken_on_the_set_of_now(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    gone = proposals(proposed)[1]
    with pairs_office.database.write("Test") as tx:
        people.set_newcomer_status(tx, gone.proposal.newcomer_id, NewcomerStatus.WITHDRAWN, TODAY)
    proposed._answers.forget()
    rule_out(qtbot, proposed, settle)
    assert gone.proposal.newcomer_id not in stored(pairs_office)
    assert "Ruled out." in proposed.list.message_bar.text


def test_two_decisions_at_once_are_taken_one_after_the_other(
    proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    rows = proposals(proposed)[:2]
    for row in rows:
        proposed._decisions.lock(row)
    settle()
    locked = {one.id for one in stored(pairs_office).values() if one.locked}
    assert locked == {row.proposal.id for row in rows}
