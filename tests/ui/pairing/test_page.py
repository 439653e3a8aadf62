import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.proposals import DecidedBy, ProposalStatus
from mentorapp.operations import pairing, pairings, people
from tests.ui.pairing.at_page import alone, current, dialog, proposals, select, shown, standing
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairing.card_buttons import Act
from ui.pairing.dialogs import AnswerDialog, ByHandDialog
from ui.pairing.others import Others
from ui.pairing.page import PairingPage
from ui.pairing.profiles_panel import ProfilesPanel
from ui.widgets.note_dialog import NoteDialog


def names(page: PairingPage) -> set[str]:
    """The newcomers who have a proposal."""
    return {row.newcomer_name for row in proposals(page)}


def test_a_run_proposes_pairs_with_score_and_reasons_in_words(proposed: PairingPage) -> None:
    assert len(proposals(proposed)) == 5
    row = next(one for one in proposed.list.model.all_rows() if one.proposal is not None)
    assert proposed.list.model.columns[3].text(row).endswith("%")
    assert any("Both like" in label.text() for label in proposed.list.details.findChildren(QLabel))
    assert "5 pairs proposed · 1 without a pair" in proposed.list.message_bar.text


def test_whoever_is_left_over_stands_among_them_with_what_stopped_him(
    proposed: PairingPage,
) -> None:
    (left,) = alone(proposed)
    assert left.name == "Hidden Person"
    assert standing(proposed, left) == "by hand only"
    proposed.list.table.select_row(left.role_id)
    assert proposed.list.details.heading.text() == "Hidden Person"
    assert proposed.current() is None
    assert not proposed._buttons.accept.isEnabled()


def test_nothing_is_said_about_where_a_protected_person_is(
    qtbot: QtBot, proposed: PairingPage, settle: Callable[[], None]
) -> None:
    assert "Careful Person" in names(proposed)
    for row in proposals(proposed):
        select(proposed, row)
        settle()
        both = shown(qtbot, proposed, ProfilesPanel, lambda one: one.state.text().startswith("✓"))
        card = [one for one in proposed.list.details.findChildren(QLabel) if one.isVisible()]
        said = " ".join(label.text() for label in (*card, *both.findChildren(QLabel)))
        careful = row.newcomer_name == "Careful Person"
        assert ("same place" in said) is not careful
        assert ("Fauske" in said) is not careful


def test_enter_accepts_and_the_pairing_can_be_opened(
    qtbot: QtBot, proposed: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    row = current(proposed)
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Return)
    settle()
    assert row.newcomer_name not in names(proposed)
    made = pairs_office.read(lambda tx: pairings.rows(tx, TODAY))[-1]
    assert made.newcomer_name == row.newcomer_name
    assert made.coordinator == "Ingrid Sætre"
    with qtbot.waitSignal(proposed.open_pairing) as opened:
        proposed.list.message_bar.button.click()
    assert opened.args == [made.id]


def test_all_drafts_are_accepted_after_one_more_word(
    proposed: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    proposed._accept_all.click()
    settle()
    assert len(names(proposed)) == 5
    proposed.list.message_bar.button.click()
    settle()
    assert names(proposed) == set()
    assert len(pairs_office.read(lambda tx: pairings.rows(tx, TODAY))) == 6


def test_drafts_that_cannot_be_agreed_stay_and_are_told(
    proposed: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    row = current(proposed)
    with pairs_office.database.write("mona") as tx:
        people.set_mentor_status(tx, row.proposal.mentor_id, MentorStatus.PAUSED, TODAY)
    proposed._accept_all.click()
    settle()
    proposed.list.message_bar.button.click()
    settle()
    assert row.newcomer_name in names(proposed)
    assert f"{row.newcomer_name} – {row.mentor_name}: " in proposed.list.message_bar.text
    assert len(names(proposed)) < 5


def test_a_discarded_proposal_can_be_brought_back(
    proposed: PairingPage, settle: Callable[[], None]
) -> None:
    row = current(proposed)
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Delete)
    settle()
    assert row.newcomer_name not in names(proposed)
    proposed.list.message_bar.button.click()
    settle()
    assert row.newcomer_name in names(proposed)


def test_whoever_had_a_discarded_proposal_waits_for_the_next_run_and_the_next_one_is_chosen(
    proposed: PairingPage, settle: Callable[[], None]
) -> None:
    rows = proposals(proposed)
    select(proposed, rows[1])
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Delete)
    settle()
    said = {row.name: standing(proposed, row) for row in alone(proposed)}
    assert said == {rows[1].newcomer_name: "next run", "Hidden Person": "by hand only"}
    assert current(proposed).proposal.id == rows[2].proposal.id
    assert proposed.list.table.hasFocus()


def test_the_row_above_is_selected_when_the_last_one_is_decided(
    proposed: PairingPage, settle: Callable[[], None]
) -> None:
    rows = proposals(proposed)
    select(proposed, rows[-1])
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Return)
    settle()
    assert current(proposed).proposal.id == rows[-2].proposal.id


def test_a_key_decides_nothing_about_a_row_that_is_not_seen_to_be_selected(
    proposed: PairingPage, settle: Callable[[], None]
) -> None:
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Escape)
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Delete)
    settle()
    assert len(names(proposed)) == 5


def test_the_tab_key_goes_from_the_proposals_through_the_card_to_its_buttons(
    qtbot: QtBot, proposed: PairingPage
) -> None:
    panel = shown(qtbot, proposed, Others, lambda one: one.list.lines())
    proposed.list.table.setFocus()
    passed: list[object] = []
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Tab)
    while proposed._buttons.accept not in passed and len(passed) < 9:
        passed.append(proposed.window().focusWidget())
        QTest.keyClick(proposed.window().focusWidget(), Qt.Key.Key_Tab)
    assert passed[-3:] == [panel.list, panel.ask_button, proposed._buttons.accept]
    assert proposed.current() is not None


def test_a_name_in_another_direction_leaves_the_two_in_their_order(proposed: PairingPage) -> None:
    row = next(one for one in proposals(proposed) if one.newcomer_name == "محمد علي")
    select(proposed, row)
    heading = proposed.list.details.heading.text()
    assert heading == f"\u2068محمد علي\u2069 – \u2068{row.mentor_name}\u2069"


def test_a_locked_proposal_outlives_the_next_run(
    proposed: PairingPage, settle: Callable[[], None]
) -> None:
    row = current(proposed)
    QTest.keyClick(proposed.list.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    proposed.control.button.click()
    settle()
    kept = [one for one in proposals(proposed) if one.proposal.locked]
    assert [one.proposal.id for one in kept] == [row.proposal.id]
    select(proposed, row)
    assert proposed._buttons.lock.text() == "Unlock"


def test_a_forbidden_pair_is_never_proposed_again(
    qtbot: QtBot, proposed: PairingPage, settle: Callable[[], None]
) -> None:
    row = current(proposed)
    proposed._buttons.forbid.click()
    form = dialog(qtbot, NoteDialog)
    settle()
    told = [one.text() for one in form.findChildren(QLabel)]
    assert any(text.startswith("Were they not to be a pair: ") for text in told)
    form._note.set_value("They are cousins")
    form.save_button.click()
    freed(qtbot, form)
    settle()
    proposed.control.button.click()
    settle()
    pairs = {(one.proposal.mentor_id, one.proposal.newcomer_id) for one in proposals(proposed)}
    assert pairs
    assert (row.proposal.mentor_id, row.proposal.newcomer_id) not in pairs


def test_an_answer_is_recorded_with_who_and_why(
    qtbot: QtBot, proposed: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    row = current(proposed)
    proposed._buttons.send.click()
    settle()
    select(proposed, row)
    assert current(proposed).proposal.status is ProposalStatus.SENT
    proposed._buttons.answer.click()
    form = dialog(qtbot, AnswerDialog)
    form._yes.set_value(False)
    form._by.set_value(DecidedBy.NEWCOMER)
    form._reason.set_value("<b>moves</b> in December")
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert row.newcomer_name not in names(proposed)
    assert "The no is recorded" in proposed.list.message_bar.text


def test_a_strictly_confidential_person_is_paired_by_hand_after_a_look_at_why(
    qtbot: QtBot, proposed: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    proposed.list.table.select_row(pairs_office.newcomers["Hidden Person"])
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Return)
    form = dialog(qtbot, ByHandDialog)
    assert form.chosen()[1] == pairs_office.newcomers["Hidden Person"]
    QTest.keyClicks(form._mentor, "Lærum")
    settle()
    assert "Score" in form.score.text()
    assert "by hand only" in form.reasons.text()
    assert form.obstacles.isHidden()
    form.save_button.click()
    freed(qtbot, form)
    settle()
    made = pairs_office.read(lambda tx: pairings.rows(tx, TODAY))[-1]
    assert (made.mentor_name, made.newcomer_name) == ("Åse Lærum", "Hidden Person")
    assert alone(proposed) == []


def test_a_pair_that_a_rule_forbids_is_refused_in_the_open_dialog(
    qtbot: QtBot, proposed: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    ids = pairs_office.mentors["Åse Lærum"], pairs_office.newcomers["Tesfay Haile"]
    with pairs_office.database.write("Test") as tx:
        pairing.forbid_pair(tx, *ids, TODAY)
    proposed.choosing.clear()
    proposed._act(Act.BY_HAND)
    form = dialog(qtbot, ByHandDialog)
    QTest.keyClicks(form._newcomer, "Tesfay")
    QTest.keyClicks(form._mentor, "Lærum")
    settle()
    assert "ruled this pair out" in form.obstacles.text()
    form.save_button.click()
    settle()
    assert form.isVisible()
    assert "cannot be paired" in form.message_bar.text
    assert "Tesfay" in form._newcomer.text()
    form.start_afresh()
    form.reject()


def test_pairing_by_hand_wants_both(
    qtbot: QtBot, page: PairingPage, settle: Callable[[], None]
) -> None:
    page._act(Act.BY_HAND)
    form = dialog(qtbot, ByHandDialog)
    form.save_button.click()
    assert form.isVisible()
    assert form._problems["newcomer"].text() == "Choose somebody from the list."
    form.start_afresh()
    form.reject()


def test_a_cancelled_run_changes_nothing(
    page: PairingPage,
    settle: Callable[[], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    solve, between = pairing.solve, threading.Event()

    def long_one(*args: Any) -> pairing.Run:
        """An office of five is solved before anybody can click."""
        while not args[-1]():
            between.wait(0.005)
        return solve(*args)

    monkeypatch.setattr(pairing, "solve", long_one)
    page.control.button.click()
    assert page.control.button.text() == "Cancel"
    qtbot.waitUntil(lambda: page.control.runner._progress is not None)
    page.control.runner.cancel()
    settle()
    assert page.control.button.text() == "Find the best pairs"
    assert not page.control.runner.running
    assert page.control._bar.text == "Cancelled: nothing was changed."


def test_a_run_is_cancelled_while_the_office_is_still_read(
    page: PairingPage, settle: Callable[[], None]
) -> None:
    page.control.button.click()
    assert page.control.runner._progress is None
    page.control.button.click()
    settle()
    assert not page.control.runner.running
    assert page.control._bar.text == "Cancelled: nothing was changed."


def test_a_scheme_without_anybody_says_that_there_is_nothing_yet(
    page: PairingPage, settle: Callable[[], None]
) -> None:
    work = next(
        one for one in (page._board.schemes if page._board else ()) if one.key == "work_mentor"
    )
    page.control.scheme.set_value(work.id)
    page.control.scheme.changed.emit()
    settle()
    assert page.list.empty.isVisible()
    assert page.list.count.text() == "0 waiting · room with mentors: 0"


def test_a_refusal_is_told_in_the_message_bar(
    proposed: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    row = current(proposed)
    with pairs_office.database.write("Test") as tx:
        people.set_mentor_status(tx, row.proposal.mentor_id, MentorStatus.PAUSED, TODAY)
    proposed._buttons.accept.click()
    settle()
    assert "paused" in proposed.list.message_bar.text
    assert row.newcomer_name in names(proposed)
