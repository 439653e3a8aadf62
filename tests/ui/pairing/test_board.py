"""Both lists beside each other: choosing, what stands in the way, dragging, and any two people."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.proposals import ForbiddenPair, Obstacle, Proposal, ProposalStatus
from mentorapp.operations import people
from mentorapp.storage import records
from tests.ui.pairing.at_page import alone, current, dialog, proposals, select, shown, standing
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairing.blocking import Reason
from ui.pairing.board import MentorRow
from ui.pairing.card_buttons import Act
from ui.pairing.dragging import MIME
from ui.pairing.page import PairingPage
from ui.pairing.pair_panel import PairPanel
from ui.pairing.profiles_panel import ProfilesPanel
from ui.pairing.reason_card import ReasonPanel
from ui.pairing.try_dialog import TryDialog
from ui.widgets.note_dialog import NoteDialog

Settle = Callable[[], None]


@pytest.fixture
def scarce(pairs_office: PairsOffice) -> PairsOffice:
    """Places for three of the five whom a run looks at."""
    with pairs_office.database.write("Test") as tx:
        for name in ("Åse Lærum", "Per Gjøvåg", "Signe Møller"):
            people.set_mentor_status(tx, pairs_office.mentors[name], MentorStatus.PAUSED, TODAY)
    return pairs_office


def other_mentor(page: PairingPage) -> MentorRow:
    """Somebody whom the chosen newcomer is not proposed to."""
    taken = current(page).proposal.mentor_id
    return next(row for row in page.mentors.model.shown_rows() if row.role_id != taken)


def drafts(office: PairsOffice) -> dict[UUID, Proposal]:
    found = office.read(lambda tx: records.find(tx, Proposal, status=ProposalStatus.DRAFT))
    return {one.newcomer_id: one for one in found}


def test_both_lists_tell_how_long_each_has_waited_and_the_proposal(proposed: PairingPage) -> None:
    newcomers, mentors = proposed.list.model, proposed.mentors.model
    assert [row.waited_days for row in newcomers.shown_rows()] == [112, 110, 108, 106, 104, 102]
    # Kari took a newcomer on 1 September, the others have waited since they came.
    days = {row.name: row.waited_days for row in mentors.shown_rows()}
    assert days["Kari Nordmann"] == 83
    assert days["Signe Møller"] == 322
    row = current(proposed)
    theirs = next(one for one in mentors.all_rows() if one.role_id == row.proposal.mentor_id)
    assert row.newcomer_name in mentors.columns[3].text(theirs)


def test_before_any_run_it_is_known_who_is_stopped_and_who_is_not(page: PairingPage) -> None:
    said = {row.name: standing(page, row) for row in alone(page)}
    assert said.pop("Hidden Person") == "by hand only"
    assert set(said.values()) == {"next run"}


def test_whoever_is_chosen_is_looked_from_and_the_best_of_the_others_comes_first(
    qtbot: QtBot, proposed: PairingPage
) -> None:
    heading, model = proposed.mentors.heading, proposed.mentors.model
    name = current(proposed).newcomer_name
    qtbot.waitUntil(lambda: heading.title.text() == f"Mentors for {name}")
    scores = [int(model.columns[4].text(row).split()[0]) for row in model.shown_rows()]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0
    heading.afresh.click()
    assert proposed.current() is None
    assert heading.title.text() == "Mentors with room"


def test_from_a_mentor_the_newcomers_who_fit_best_come_first(
    qtbot: QtBot, page: PairingPage
) -> None:
    page.mentors.table.setFocus()
    page.mentors.table.setCurrentIndex(page.mentors.model.index(0, 0))
    name = page.mentors.model.row(0).name
    qtbot.waitUntil(lambda: page.list.table.horizontalHeader().sortIndicatorSection() == 3)
    said = [page.list.model.columns[3].text(row) for row in page.list.model.shown_rows()]
    # Who is paired by hand only fits nobody, and comes last.
    assert said[-1] == "–"
    assert all(one.endswith("%") for one in said[:-1])
    assert page.list.details.heading.text() == name


def test_the_arrow_keys_go_from_one_list_to_the_other_and_escape_lets_go(
    proposed: PairingPage,
) -> None:
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Right)
    assert proposed.window().focusWidget() is proposed.mentors.table
    QTest.keyClick(proposed.mentors.table, Qt.Key.Key_Left)
    assert proposed.window().focusWidget() is proposed.list.table
    QTest.keyClick(proposed.list.table, Qt.Key.Key_Escape)
    assert (proposed.choosing.newcomer, proposed.choosing.mentor) == (None, None)


def test_two_stand_side_by_side_with_a_tick_at_what_they_share(
    qtbot: QtBot, proposed: PairingPage
) -> None:
    panel = shown(qtbot, proposed, ProfilesPanel, lambda one: one.state.text().startswith("✓"))
    labels = panel.findChildren(QLabel)
    assert any("✓ cooking" in one.text() for one in labels)
    assert any(one.accessibleName().startswith("Interests, both: ") for one in labels)


def test_any_two_who_are_chosen_are_told_about_and_proposed_by_key(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    row, other = current(proposed), other_mentor(proposed)
    proposed.mentors.table.select_row(other.role_id)
    panel = shown(qtbot, proposed, PairPanel, lambda one: one.score.isVisible())
    assert panel.answer.text().startswith("It would ")
    assert not proposed._buttons.accept.isEnabled()
    qtbot.waitUntil(proposed._buttons.propose.isEnabled)
    QTest.keyClick(proposed.mentors.table, Qt.Key.Key_Return)
    settle()
    made = drafts(pairs_office)[row.proposal.newcomer_id]
    assert (made.mentor_id, made.locked) == (other.role_id, True)
    assert proposed.list.message_bar.text.startswith("Proposed and locked. ")
    assert current(proposed).proposal.id == made.id
    proposed.list.message_bar.button.click()
    settle()
    assert drafts(pairs_office)[row.proposal.newcomer_id].mentor_id == row.proposal.mentor_id


def test_two_who_are_not_proposed_are_ruled_out_with_the_reason(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    before, row, other = drafts(pairs_office), current(proposed), other_mentor(proposed)
    proposed.choosing.choose(row.proposal.newcomer_id, other.role_id)
    QTest.keyClick(proposed.mentors.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    form = dialog(qtbot, NoteDialog)
    form._note.set_value("They are cousins")
    form.save_button.click()
    settle()
    freed(qtbot, form)
    settle()
    (ban,) = pairs_office.read(lambda tx: records.find(tx, ForbiddenPair))
    assert (ban.newcomer_id, ban.mentor_id) == (row.proposal.newcomer_id, other.role_id)
    assert drafts(pairs_office).keys() == before.keys()
    panel = shown(qtbot, proposed, PairPanel, lambda one: one.score.isVisible())
    assert "ruled this pair out" in panel.answer.text()
    assert not proposed._buttons.propose.isEnabled()


def test_a_reason_shows_whom_it_stops_and_what_would_help_before_anything_is_changed(
    qtbot: QtBot, scarce: PairsOffice, proposed: PairingPage, settle: Settle
) -> None:
    reason = Reason(newcomers=True, obstacle=None)
    chip = proposed.blocking.chips[reason]
    assert chip.text().startswith("others fit better")
    assert chip.accessibleName() == "others fit better: 2 newcomers"
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert proposed.list.model.rowCount() == 2
    panel = shown(qtbot, proposed, ReasonPanel, lambda one: one.list.lines())
    assert any("takes one more" in line.second for line in panel.list.lines())
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    tried = dialog(qtbot, TryDialog)
    settle()
    assert tried.answer.text() == "Pairs now: 3. Then: 4."
    tried.reject()
    freed(qtbot, tried)
    assert len(drafts(scarce)) == 3
    QTest.keyClick(proposed.blocking.chips[reason], Qt.Key.Key_Space)
    assert proposed.list.model.rowCount() == 6


def test_a_change_for_all_whom_a_reason_stops_is_counted_and_tried_at_once(
    qtbot: QtBot, scarce: PairsOffice, proposed: PairingPage, settle: Settle
) -> None:
    proposed.blocking.chips[Reason(newcomers=True, obstacle=None)].click()
    panel = shown(qtbot, proposed, ReasonPanel, lambda one: one.together.lines())
    line = panel.together.lines()[0]
    assert line.first == "The mentors who fit best take one more each"
    assert line.second == "For 2 of 2 · 2 more pairs"
    panel.together.setFocus()
    QTest.keyClick(panel.together, Qt.Key.Key_Return)
    tried = dialog(qtbot, TryDialog)
    settle()
    assert tried.heading.text() == "Try it out: 2 newcomers"
    assert tried.what.text() == line.first
    assert tried.answer.text() == "Pairs now: 3. Then: 5."
    tried.reject()
    freed(qtbot, tried)
    assert len(drafts(scarce)) == 3  # nothing was changed


def test_of_a_strictly_confidential_person_the_reason_tells_only_that_it_is_by_hand(
    proposed: PairingPage, settle: Settle
) -> None:
    proposed.blocking.chips[Reason(newcomers=True, obstacle=Obstacle.BY_HAND_ONLY)].click()
    settle()
    assert [row.name for row in proposed.list.model.shown_rows()] == ["Hidden Person"]
    assert proposed.list.details.heading.text() == "By hand only"


def test_a_mentor_dropped_on_a_newcomer_is_chosen_with_him_and_asked_what_to_do(
    proposed: PairingPage,
    settle: Settle,
    pairs_office: PairsOffice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row, other = current(proposed), other_mentor(proposed)
    proposed.choosing.clear()
    settle()
    home, target = proposed.mentors.table, proposed.list.table
    rows = [one.role_id for one in proposed.mentors.model.shown_rows()]
    start = home.visualRect(proposed.mentors.model.index(rows.index(other.role_id), 0)).center()
    rows = [one.role_id for one in proposed.list.model.shown_rows()]
    at = rows.index(row.proposal.newcomer_id)
    end = QPointF(target.visualRect(proposed.list.model.index(at, 0)).center())

    def carried(drag: QDrag, *_actions: object) -> Qt.DropAction:
        """What the window system does between the press and the drop."""
        data = QMimeData()
        data.setData(MIME, drag.mimeData().data(MIME))
        action, left = Qt.DropAction.LinkAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        entering = QDropEvent(end, action, data, left, none, QEvent.Type.DragEnter)
        QApplication.sendEvent(target.viewport(), entering)
        assert entering.isAccepted()
        QApplication.sendEvent(target.viewport(), QDropEvent(end, action, data, left, none))
        return action

    monkeypatch.setattr(QDrag, "exec", carried)
    view = home.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, start + type(start)(60, 4))
    entries = proposed.pair_menu.entries
    assert [act for act, one in entries.items() if one.isVisible()] == [Act.PROPOSE, Act.FORBID]
    proposed.pair_menu.hide()
    entries[Act.PROPOSE].trigger()
    settle()
    made = drafts(pairs_office)[row.proposal.newcomer_id]
    assert made.mentor_id == other.role_id


def test_the_search_looks_in_both_lists(proposed: PairingPage) -> None:
    QTest.keyClicks(proposed.list.search, "kari")
    assert [row.name for row in proposed.mentors.model.shown_rows()] == ["Kari Nordmann"]
    assert proposed.list.model.rowCount() == len(
        [row for row in proposals(proposed) if row.mentor_name == "Kari Nordmann"]
    )


def test_in_a_narrow_page_the_lists_stand_above_each_other(
    proposed: PairingPage, settle: Settle
) -> None:
    lists = proposed.mentors.parentWidget()
    assert lists is not None
    proposed.resize(1200, 700)
    settle()
    assert proposed.mentors.y() == 0
    proposed.resize(800, 700)
    settle()
    assert proposed.mentors.y() > 0
    select(proposed, proposals(proposed)[-1])
    assert proposed.list.details.width() >= 260
