"""What is kept too long: looked through, kept longer, held, removed."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.pairings import Pairing, months_later
from mentorapp.domain.protection import Protection
from mentorapp.domain.retention import RetentionKind, Standing
from mentorapp.operations import Transaction, events, invitations, retention
from mentorapp.storage import records
from tests.factories import an_event
from tests.mentorapp.operations.registering import end_early
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.privacy.due_list import LATER, Shown, press, show
from tests.ui.tabs import form
from ui.privacy.deciding import DecisionDialog
from ui.work import Worker


def texts(shown: Shown) -> list[str]:
    return [one.text() for one in shown.tab.findChildren(QLabel) if one.isVisible()]


def test_what_is_due_longest_stands_first_and_is_chosen(shown: Shown) -> None:
    kinds = [one.row.due.kind for one in shown.lines()]
    assert kinds == [
        RetentionKind.CLEARANCES, RetentionKind.NOTES, RetentionKind.NEWCOMER, RetentionKind.MENTOR,
    ]  # fmt: skip
    assert shown.tab.count.text() == "4 due"
    assert shown.tab.table.table.current_row() == shown.lines()[0]
    cells = [str(shown.tab.table.model.index(1, at).data()) for at in (1, 2, 3)]
    assert cells == ["Ali Hassan – Kari Nordmann", "Notes of an ended pair", "due"]


def test_the_card_tells_what_goes_of_a_pairs_notes_and_what_stays(
    qtbot: QtBot, shown: Shown
) -> None:
    shown.choose(RetentionKind.NOTES)
    qtbot.waitUntil(lambda: "Notes and places of meetings" in texts(shown))
    assert "The pair, its days, meetings and hours stay." in texts(shown)
    assert "Counted from the day the pair ended." in texts(shown)
    assert shown.offered() == ["Open", "Keep longer …", "Hold …", "Remove notes …"]


def test_the_card_tells_of_a_person_what_would_stay_without_a_name(
    qtbot: QtBot, shown: Shown
) -> None:
    shown.choose(RetentionKind.NEWCOMER)
    qtbot.waitUntil(lambda: "Stays if anonymous" in texts(shown))
    assert {
        "Meetings and follow-up",
        "1 pair goes too: figures of before will count one less.",
    } <= set(texts(shown))


def test_notes_are_removed_after_a_second_press_and_a_backup(
    qtbot: QtBot, shown: Shown, left: PairsOffice, worker: Worker
) -> None:
    kept: list[str] = []
    worker.keep_first = lambda: kept.append("backup")
    line = shown.choose(RetentionKind.NOTES)
    press(shown.tab.card.clear_button)
    number = line.row.number
    assert shown.bar.text == (
        "This cannot be undone: what was written about the pair, "
        f"Ali Hassan – Kari Nordmann ({number})."
    )
    assert left.read(lambda tx: any(one.notes for one in records.find(tx, Meeting)))
    press(shown.bar.button)
    qtbot.waitUntil(lambda: shown.bar.text == "It was removed for good.")
    qtbot.waitUntil(lambda: len(shown.lines()) == 3)
    assert kept == ["backup"]
    assert not left.read(lambda tx: any(one.notes for one in records.find(tx, Meeting)))
    assert shown.tab.table.table.current_row() is not None


@pytest.fixture
def two_left(left: PairsOffice) -> PairsOffice:
    """A second pair has ended, too, and something was written about it."""
    other = left.pair_up("Åse Lærum", "Tesfay Haile")
    left.meet(other, TODAY, notes="At the library")
    with left.database.write("Test") as tx:
        end_early(tx, other.id, TODAY, TODAY)
    return left


def test_all_notes_that_are_due_are_removed_at_once(
    qtbot: QtBot, two_left: PairsOffice, worker: Worker
) -> None:
    kept: list[str] = []
    worker.keep_first = lambda: kept.append("backup")
    shown = show(qtbot, worker)
    qtbot.waitUntil(lambda: shown.tab.count.text() == "5 due")
    shown.choose(RetentionKind.NOTES)
    assert shown.offered()[-2:] == ["Remove notes …", "Remove all that are due (2) …"]
    press(shown.tab.card.clear_all_button)
    assert shown.bar.text == "This cannot be undone: notes of 2 ended pairs."
    press(shown.bar.button)
    qtbot.waitUntil(lambda: shown.bar.text == "Removed for good: notes of 2 ended pairs.")
    qtbot.waitUntil(lambda: shown.tab.count.text() == "3 due")
    assert kept == ["backup"]
    assert not two_left.read(lambda tx: any(one.notes for one in records.find(tx, Meeting)))
    assert not worker.history.can_undo


def test_removing_all_can_be_cancelled_and_then_none_is_gone(
    qtbot: QtBot, two_left: PairsOffice, worker: Worker
) -> None:
    shown = show(qtbot, worker)
    qtbot.waitUntil(lambda: shown.tab.count.text() == "5 due")
    shown.choose(RetentionKind.NOTES)
    press(shown.tab.card.clear_all_button)
    with two_left.database.write("mona"):  # what is to be removed waits for this one
        press(shown.bar.button)
        qtbot.waitUntil(lambda: any(one.title == "Removing" for one in worker._open))
        (removing,) = (one for one in worker._open if one.title == "Removing")
        assert removing.can_cancel
        removing.progress.cancel()
    qtbot.waitUntil(lambda: shown.bar.text == "Cancelled: nothing was changed.")
    noted = two_left.read(lambda tx: [one for one in records.find(tx, Meeting) if one.notes])
    assert len(noted) == 2


def test_undo_brings_no_note_back_that_was_emptied_before_the_rest_was_removed(
    qtbot: QtBot, shown: Shown, left: PairsOffice, worker: Worker
) -> None:
    def empty(tx: Transaction) -> None:
        (noted,) = (one for one in records.find(tx, Meeting) if one.notes)
        records.amend(tx, replace(noted, notes=""))
        records.amend(tx, replace(records.get(tx, Pairing, left.pair.id), notes="In the mosque"))

    worker.write(shown.tab, empty)
    qtbot.waitUntil(lambda: worker.history.can_undo and not worker.working)
    shown.choose(RetentionKind.NOTES)
    press(shown.tab.card.clear_button)
    press(shown.bar.button)
    qtbot.waitUntil(lambda: len(shown.lines()) == 3)
    assert not worker.history.can_undo


def test_a_certificate_is_removed_and_the_mentor_stays(
    qtbot: QtBot, shown: Shown, left: PairsOffice
) -> None:
    shown.choose(RetentionKind.CLEARANCES)
    qtbot.waitUntil(lambda: "Police certificate seen by" in texts(shown))
    press(shown.tab.card.clear_button)
    press(shown.bar.button)
    qtbot.waitUntil(lambda: len(shown.lines()) == 3)
    mentor = left.read(lambda tx: records.get(tx, Mentor, left.pair.mentor_id))
    assert (mentor.certificate_seen_by, mentor.certificate_seen_on) == ("", None)


def test_something_is_kept_longer_with_a_day_and_a_reason(qtbot: QtBot, shown: Shown) -> None:
    shown.choose(RetentionKind.MENTOR)
    press(shown.tab.card.keep_button)
    dialog = form(qtbot, shown.tab, DecisionDialog)
    dialog.until.set_value(months_later(LATER, 12))
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.save_button.isEnabled()))
    dialog.reason.set_value("Comes back in autumn")
    dialog.save()
    qtbot.waitUntil(lambda: shown.bar.text == "It is kept longer.")
    kept = {RetentionKind.MENTOR, RetentionKind.CLEARANCES}
    qtbot.waitUntil(lambda: not kept & {one.row.due.kind for one in shown.lines()})
    press(shown.bar.button)
    qtbot.waitUntil(lambda: len(shown.lines()) == 4)


def test_what_is_kept_longer_is_removed_after_that_was_ended(
    qtbot: QtBot, shown: Shown, left: PairsOffice
) -> None:
    line = shown.choose(RetentionKind.NOTES)
    with left.database.write("mona") as tx:
        until = months_later(tx.now.date(), 2)
        retention.extend(tx, line.row.id, until, "For the report", tx.now.date())
    press(shown.tab.card.clear_button)
    press(shown.bar.button)
    qtbot.waitUntil(lambda: shown.bar.text.startswith("It was decided to keep this until"))
    assert "For the report" in shown.bar.text
    press(shown.bar.button)
    qtbot.waitUntil(lambda: shown.bar.text == "1 decision was ended.")


def test_what_is_held_can_only_be_opened_or_let_go(qtbot: QtBot, shown: Shown) -> None:
    shown.choose(RetentionKind.NEWCOMER)
    press(shown.tab.card.hold_button)
    dialog = form(qtbot, shown.tab, DecisionDialog)
    dialog.reason.set_value("A complaint")
    dialog.save()
    qtbot.waitUntil(lambda: shown.tab.count.text() == "3 due · 1 held")
    line = shown.choose(RetentionKind.NEWCOMER)
    assert line.row.due.standing is Standing.HELD
    qtbot.waitUntil(lambda: "A complaint" in texts(shown))
    assert shown.offered() == ["Open", "Lift the hold"]
    press(shown.tab.card.lift_button)
    qtbot.waitUntil(lambda: shown.tab.count.text() == "4 due")


def test_enter_opens_the_file_of_a_person_and_the_page_of_a_pair(shown: Shown) -> None:
    for kind in (RetentionKind.MENTOR, RetentionKind.NOTES):
        shown.choose(kind)
        QTest.keyClick(shown.tab.table.table, Qt.Key.Key_Return)
    assert shown.opened == [
        next(one.row.id for one in shown.lines() if one.row.due.kind is kind)
        for kind in (RetentionKind.MENTOR, RetentionKind.NOTES)
    ]


def test_an_account_without_the_right_is_told_who_may_and_sees_the_periods(
    qtbot: QtBot, left: PairsOffice, worker: Worker
) -> None:
    left.database.who = Who("Aud", frozenset({Role.ADMINISTRATOR}))
    shown = show(qtbot, worker)
    may = "Only a coordinator or a data protection officer sees what is due to be erased."
    assert may in texts(shown)
    papers = shown.tab.papers
    assert not papers.notice_button.isEnabled()
    assert papers.notice_button.accessibleDescription() == may
    assert papers.periods_button.isEnabled()


def test_a_data_protection_officer_thins_the_log_makes_the_papers_and_sees_no_names(
    qtbot: QtBot, left: PairsOffice, worker: Worker
) -> None:
    left.database.who = Who("Per", frozenset({Role.PROTECTION_OFFICER}))
    shown = show(qtbot, worker, date(2090, 1, 1))
    said = (
        "1 due · Only a coordinator sees people. Without names: Notes of an ended pair: 1 due; "
        "Certificate and declaration of a mentor who has left: 1 due; Newcomer who has left: "
        "1 due; Mentor who has left: 1 due."
    )
    qtbot.waitUntil(lambda: shown.tab.count.text() == said)
    assert shown.offered() == ["Remove old lines …"]
    assert shown.tab.papers.record_button.isEnabled()


def test_nobody_is_on_the_list_of_a_data_protection_officer_but_how_many_there_are(
    qtbot: QtBot, left: PairsOffice, worker: Worker
) -> None:
    left.database.who = Who("Per", frozenset({Role.PROTECTION_OFFICER}))
    shown = show(qtbot, worker, TODAY)
    said = (
        "Only a coordinator sees people. Without names: Certificate and declaration of a mentor "
        "who has left: 1 due."
    )
    qtbot.waitUntil(lambda: said in texts(shown))
    assert not shown.tab.table.table.isVisible()
    assert shown.tab.count.text() == ""


def test_a_data_protection_officer_reads_that_nothing_is_due_where_nothing_is(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker
) -> None:
    pairs_office.database.who = Who("Per", frozenset({Role.PROTECTION_OFFICER}))
    shown = show(qtbot, worker, TODAY)
    qtbot.waitUntil(lambda: any(one.startswith("Nothing is due") for one in texts(shown)))


def told(shown: Shown, said: str) -> bool:
    return shown.bar.text.startswith(said)


def test_names_of_guests_and_old_lines_of_the_log_are_removed_and_open_nothing(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker
) -> None:
    with pairs_office.database.write("Test") as tx:
        event = events.save(tx, an_event(number=0), TODAY)
        invitations.invite_guest(tx, event.id, "Berit Vik", "NAV", TODAY)
    shown = show(qtbot, worker, date(2090, 1, 1))
    removed = {RetentionKind.GUESTS: "Remove names …", RetentionKind.LOG: "Remove old lines …"}
    qtbot.waitUntil(lambda: removed.keys() <= {one.row.due.kind for one in shown.lines()})
    said = {
        RetentionKind.GUESTS: "It was removed for good.",
        RetentionKind.LOG: "Nothing was removed: the oldest lines of the log are kept until",
    }
    for kind, button in removed.items():
        shown.choose(kind)
        assert shown.offered() == ["Keep longer …", "Hold …", button]
        QTest.keyClick(shown.tab.table.table, Qt.Key.Key_Return)
        card = shown.tab.card
        press(card.thin_button if kind is RetentionKind.LOG else card.clear_button)
        press(shown.bar.button)
        qtbot.waitUntil(partial(told, shown, said[kind]))
        qtbot.waitUntil(lambda: not worker.working)
        shown.bar.clear()
    assert shown.opened == []
    assert RetentionKind.GUESTS not in {one.row.due.kind for one in shown.lines()}


def test_a_coordinator_is_told_who_removes_lines_of_the_log(
    qtbot: QtBot, left: PairsOffice, worker: Worker
) -> None:
    left.database.who = Who("Mona", frozenset({Role.COORDINATOR}), protected=Protection.STRICT)
    shown = show(qtbot, worker, date(2090, 1, 1))
    qtbot.waitUntil(lambda: RetentionKind.LOG in {one.row.due.kind for one in shown.lines()})
    shown.choose(RetentionKind.LOG)
    assert shown.offered() == ["Keep longer …", "Hold …"]
    assert shown.tab.card.thin_button.toolTip().startswith("Only a data protection officer")
