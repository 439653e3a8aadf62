from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.explanations import Candidate
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.proposals import Obstacle, Proposal, ProposalStatus
from mentorapp.operations import pairing, people
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairing.at_page import alone, current, dialog, proposals, select, shown
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairing.others import Others
from ui.pairing.page import PairingPage
from ui.pairing.profiles_panel import ProfilesPanel
from ui.pairing.remedies import Remedies
from ui.pairing.try_dialog import TryDialog
from ui.pairing.why_not import WhyNotDialog
from ui.widgets.shares import Shares

Settle = Callable[[], None]


def others(qtbot: QtBot, page: PairingPage) -> Others:
    """The list of candidates, as soon as it is there."""
    return shown(qtbot, page, Others, lambda panel: panel.list.lines())


class Windows(QObject):
    """Remembers every window that was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_other_window_flashes_while_people_are_chosen(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    windows, application = Windows(), QApplication.instance()
    assert application is not None
    application.installEventFilter(windows)
    for at in range(1, proposed.list.model.rowCount()):
        proposed.list.table.setCurrentIndex(proposed.list.model.index(at, 0))
        settle()
    select(proposed, proposals(proposed)[-1])
    shown(qtbot, proposed, ProfilesPanel, lambda panel: panel.state.text().startswith("✓"))
    proposed.mentors.table.setCurrentIndex(proposed.mentors.model.index(0, 0))
    settle()
    application.removeEventFilter(windows)
    assert windows.shown == []


def test_the_card_tells_what_each_criterion_gives_with_its_weight_in_words(
    qtbot: QtBot, proposed: PairingPage
) -> None:
    told = shown(qtbot, proposed, Shares).accessibleDescription()
    assert "Shared interests" in told
    assert " of " in told
    assert "%" in told


def test_the_card_tells_the_best_five_with_per_cent_cost_and_reason(
    qtbot: QtBot, proposed: PairingPage
) -> None:
    lines = others(qtbot, proposed).list.lines()
    assert len(lines) == 5
    present = next(line for line in lines if line.first == current(proposed).mentor_name)
    assert present.second.startswith("The present proposal")
    assert present.figure == f"{current(proposed).percent} %"
    assert any(line.second.startswith("Costs") for line in lines)


def test_the_card_tells_the_best_newcomers_of_the_mentor_too(
    qtbot: QtBot, proposed: PairingPage
) -> None:
    panel = others(qtbot, proposed)
    panel.side.set_value(current(proposed).proposal.mentor_id)
    panel.side.changed.emit()
    qtbot.waitUntil(lambda: bool(panel.list.lines()), timeout=10_000)
    assert current(proposed).newcomer_name in [line.first for line in panel.list.lines()]


def test_enter_on_a_candidate_asks_why_it_is_not_that_one(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    row, panel = current(proposed), others(qtbot, proposed)
    at = next(i for i, line in enumerate(panel.list.lines()) if line.second.startswith("Costs"))
    panel.list.setCurrentRow(at)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    asked = dialog(qtbot, WhyNotDialog)
    settle()
    assert asked.chosen() == (row.proposal.newcomer_id, panel.list.lines()[at].value)
    assert asked.answer.text().startswith("It would ")
    assert asked.lock_button.isEnabled()
    asked.reject()
    freed(qtbot, asked)


def test_it_is_told_what_it_would_do_to_part_two_who_are_proposed_to_each_other(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    one = current(proposed).proposal
    proposed._asking.why_not(one.newcomer_id, one.mentor_id)
    asked = dialog(qtbot, WhyNotDialog)
    settle()
    assert asked.answer.text().startswith(
        "They are proposed to each other. Were they not to be a pair: "
    )
    assert asked.moves.isVisible()
    asked.reject()
    freed(qtbot, asked)


def test_lock_this_pair_instead_makes_the_two_a_locked_proposal(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    row, panel = current(proposed), others(qtbot, proposed)
    other = next(line.value for line in panel.list.lines() if line.second.startswith("Costs"))
    proposed._asking.why_not(row.proposal.newcomer_id, other)
    asked = dialog(qtbot, WhyNotDialog)
    settle()
    asked.lock_button.click()
    settle()
    freed(qtbot, asked)
    drafts = pairs_office.read(
        lambda tx: records.find(
            tx,
            Proposal,
            newcomer_id=row.proposal.newcomer_id,
            status=ProposalStatus.DRAFT,
        )
    )
    assert [(one.mentor_id, one.locked) for one in drafts] == [(other, True)]
    assert proposed.list.message_bar.text.startswith("Locked: later runs keep this pair.")


def test_a_must_is_told_and_the_pair_cannot_be_locked(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    row = current(proposed)
    other = next(one for one in pairs_office.mentors.values() if one != row.proposal.mentor_id)
    with pairs_office.database.write("Test") as tx:
        pairing.forbid_pair(tx, other, row.proposal.newcomer_id, TODAY)
    proposed._answers.forget()
    QTest.keyClick(proposed.list.table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(qtbot, WhyNotDialog)
    asked.mentor.set_value(other)
    settle()
    assert "ruled this pair out" in asked.answer.text()
    assert not asked.lock_button.isEnabled()
    asked.reject()
    freed(qtbot, asked)


def test_strictly_confidential_people_are_not_offered(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    proposed._asking.why_not(None, None)
    asked = dialog(qtbot, WhyNotDialog)
    settle()
    asked.newcomer.setText("Hidden")
    assert asked.newcomer.value() is None
    asked.newcomer.setText("Tesfay")
    assert asked.newcomer.value() is not None
    asked.reject()
    freed(qtbot, asked)


def test_the_only_line_of_a_strictly_confidential_person_is_by_hand_only(
    proposed: PairingPage, settle: Settle
) -> None:
    (hidden,) = alone(proposed)
    proposed.list.table.select_row(hidden.role_id)
    settle()
    card = proposed.list.details
    assert "by hand only" in card.subtitle.text()
    assert [one for one in proposed.findChildren(Others) if one.isVisible()] == []
    assert [one for one in proposed.findChildren(Remedies) if one.isVisible()] == []


def test_a_remedy_is_tried_before_anything_is_changed(
    qtbot: QtBot,
    pairs_office: PairsOffice,
    proposed: PairingPage,
    settle: Settle,
) -> None:
    with pairs_office.database.write("Test") as tx:
        for name in ("Åse Lærum", "Per Gjøvåg", "Signe Møller"):
            people.set_mentor_status(tx, pairs_office.mentors[name], MentorStatus.PAUSED, TODAY)
    proposed.control.button.click()
    settle()
    left = next(row for row in alone(proposed) if row.name != "Hidden Person")
    proposed.list.table.select_row(left.role_id)
    helping = shown(qtbot, proposed, Remedies, lambda panel: panel.list.lines())
    assert any("takes one more" in line.first for line in helping.list.lines())
    helping.list.setFocus()
    QTest.keyClick(helping.list, Qt.Key.Key_Return)
    tried = dialog(qtbot, TryDialog)
    settle()
    assert tried.answer.text() == "Pairs now: 3. Then: 4."
    assert left.name in [row.newcomer for row in tried.moves.rows.all_rows()]
    tried.reject()
    freed(qtbot, tried)
    assert len(proposals(proposed)) == 3


def test_an_answer_for_another_selection_is_dropped(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    for row in proposals(proposed):
        select(proposed, row)
    panel = others(qtbot, proposed)
    settle()
    assert panel.side.currentText().endswith(current(proposed).newcomer_name)
    assert current(proposed).mentor_name in [line.first for line in panel.list.lines()]


def test_a_proposal_that_was_sent_is_in_no_run_and_says_so(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    row = current(proposed)
    proposed._buttons.send.click()
    settle()
    select(proposed, row)
    shown(
        qtbot, proposed, Others, lambda panel: "No run looks at this person" in panel.state.text()
    )


def test_the_candidates_are_reached_from_the_proposals_with_the_keyboard_alone(
    qtbot: QtBot, proposed: PairingPage
) -> None:
    panel = others(qtbot, proposed)
    proposed.list.table.setFocus()
    for _step in range(20):
        QTest.keyClick(proposed.window().focusWidget(), Qt.Key.Key_Tab)
        if panel.list.hasFocus():
            break
    assert panel.list.hasFocus()
    assert panel.list.visibleRegion().boundingRect().height() > 0


def test_the_nearest_of_those_who_are_impossible_are_not_called_the_best(
    qtbot: QtBot, english: Words
) -> None:
    newcomer, mentor = uuid4(), uuid4()
    panel = Others(english, [(newcomer, "The best mentors for Amina")], lambda: None)
    qtbot.addWidget(panel)
    assert panel.heading is not None
    far = Candidate(
        role_id=mentor,
        score=40,
        full_score=100,
        points={},
        reasons=(),
        obstacles=(Obstacle.TOO_FAR,),
    )
    panel.show_candidates(newcomer, [replace(far, obstacles=())], {mentor: "Kari"})
    assert panel.heading.text() == "The best mentors for Amina"
    panel.show_candidates(newcomer, [far], {mentor: "Kari"})
    assert panel.heading.text() == "Who comes closest"
