"""Lists between offices in the window: preview first, then the file, then the telephone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.fingerprints import fingerprint
from mentorapp.domain.waiting_lists import EntryState, SharedList
from mentorapp.operations import list_rows, neighbours
from mentorapp.words import Words
from tests.factories import TODAY
from tests.log_lines import saved_as_files
from tests.mentorapp.operations.two_offices import (
    Offices,
    a_free_mentor,
    a_waiting,
    answered,
    sent,
    two_offices,
)
from ui.waiting_lists.incoming_dialog import IncomingDialog
from ui.waiting_lists.neighbours_page import NeighboursPage
from ui.waiting_lists.page import WaitingListsPage
from ui.waiting_lists.send_dialog import SendDialog
from ui.widgets.fields import TextField
from ui.widgets.form_dialog import FormDialog
from ui.work import Worker


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Offices]:
    with two_offices(tmp_path) as made:
        yield made


@pytest.fixture
def ours(both: Offices) -> Iterator[Worker]:
    worker = Worker(both.ours, "mona")
    yield worker
    worker.close()


@pytest.fixture
def theirs(both: Offices) -> Iterator[Worker]:
    worker = Worker(both.theirs, "jon")
    yield worker
    worker.close()


def page_of(worker: Worker, words: Words, qtbot: QtBot) -> WaitingListsPage:
    page = WaitingListsPage(worker, words, lambda: TODAY, lambda _person: None)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle(worker, qtbot)
    with worker._database.read() as tx:
        many = len(list_rows.rows(tx))
    qtbot.waitUntil(lambda: page.model.rowCount() == many)
    return page


def settle(worker: Worker, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not worker.working)


def test_what_leaves_is_shown_and_then_written(
    both: Offices, ours: Worker, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    with both.ours.write("mona") as tx:
        a_waiting(tx, "Sahra Guled")
    page = page_of(ours, words, qtbot)
    page.send_list()
    (dialog,) = page.findChildren(SendDialog)
    settle(ours, qtbot)
    assert [row.name for row in dialog.lines.model.all_rows()] == ["Sahra Guled"]
    assert "Sahra" not in dialog.chosen.text()
    assert "no wish about gender" in dialog.chosen.text()
    dialog.to.setCurrentIndex(1)

    file = tmp_path / "list.json"
    dialog.send_to(file)
    settle(ours, qtbot)
    page.refresh()
    settle(ours, qtbot)

    assert b"Sahra" not in file.read_bytes()
    assert saved_as_files(both.ours) == ["Waiting list for another office"]
    assert [(row.neighbour, row.lines) for row in page.model.all_rows()] == [("Sundnes", 1)]


def test_a_neighbours_list_is_looked_at_taken_in_and_answered(
    both: Offices, theirs: Worker, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(sent(both, 2))
    with both.theirs.write("jon") as tx:
        a_free_mentor(tx)
    page = page_of(theirs, words, qtbot)
    page.look_at(file)
    settle(theirs, qtbot)
    (dialog,) = page.findChildren(IncomingDialog)
    assert "Fjordvik" in dialog.signed.text()
    assert dialog.lines.model.rowCount() == 2
    assert dialog.trust_button.isHidden()
    dialog.take()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    row = page.model.row(0)
    lines = page.open_list(row)
    qtbot.waitUntil(
        lambda: sum(one.suggested is not None for one in lines.lines.model.all_rows()) == 2
    )
    lines.offer_all()
    settle(theirs, qtbot)
    lines.reject()

    page.answer_to(row.id, tmp_path / "answer.json")
    settle(theirs, qtbot)
    with both.theirs.read() as tx:
        (shown,) = list_rows.rows(tx)

    assert shown.counts == {EntryState.OFFERED: 2}
    assert shown.answered_on == TODAY
    assert b"Bekkelund" not in (tmp_path / "answer.json").read_bytes()
    assert saved_as_files(both.theirs) == ["Answer to a waiting list"]


def test_an_offer_is_accepted_and_taken_back(
    both: Offices, ours: Worker, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "answer.json"
    file.write_bytes(answered(both, 1))
    page = page_of(ours, words, qtbot)
    page.look_at(file)
    settle(ours, qtbot)
    taken: list[SharedList] = []
    (dialog,) = page.findChildren(IncomingDialog)
    dialog.taken.connect(taken.append)
    dialog.take()
    settle(ours, qtbot)
    assert len(taken) == 1
    page.refresh()
    settle(ours, qtbot)

    lines = page.open_list(page.model.row(0))
    qtbot.waitUntil(lambda: lines.lines.model.rowCount() == 1)
    lines.decide(lines.lines.model.row(0), True)
    settle(ours, qtbot)
    assert "telephone" in lines.about.text()
    assert lines.message_bar.label.text().startswith("Accepted")
    lines.message_bar.button.click()
    settle(ours, qtbot)
    with both.ours.read() as tx:
        (row,) = list_rows.entries(tx, taken[0].id, TODAY)

    assert row.state is EntryState.OFFERED


def test_a_strangers_file_can_be_trusted_from_the_preview_by_what_was_heard(
    both: Offices, theirs: Worker, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(sent(both))
    with both.theirs.write("jon") as tx:
        friend = neighbours.find(tx, "Fjordvik")
        neighbours.distrust(tx, friend)
    page = page_of(theirs, words, qtbot)
    page.look_at(file)
    settle(theirs, qtbot)
    (dialog,) = page.findChildren(IncomingDialog)
    assert not dialog.trust_button.isHidden()
    assert not dialog.take_button.isEnabled()
    dialog.trust_button.click()
    (form,) = dialog.findChildren(FormDialog)
    heard = form.field("fingerprint")
    assert isinstance(heard, TextField)
    heard.set_value("11111 22222")
    form.save_button.click()
    settle(theirs, qtbot)
    assert form.isVisible()
    heard.set_value(fingerprint(friend.public_key))
    form.save_button.click()
    settle(theirs, qtbot)

    assert dialog.take_button.isEnabled()


def test_a_damaged_file_is_refused_on_the_page(
    both: Offices, theirs: Worker, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(sent(both) + b" ")
    page = page_of(theirs, words, qtbot)
    page.look_at(file)
    settle(theirs, qtbot)
    assert "changed after it was signed" in page.message_bar.label.text()
    page.look_at(tmp_path / "nowhere.json")
    assert "nowhere.json" in page.message_bar.label.text()


def test_a_neighbour_is_trusted_no_more_and_again(
    both: Offices, theirs: Worker, words: Words, qtbot: QtBot
) -> None:
    page = NeighboursPage(theirs, words, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle(theirs, qtbot)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 1)
    with both.theirs.read() as tx:
        key = neighbours.known_key(tx)
    assert key is not None
    assert fingerprint(key.public_key) in page.own.text()
    page.table.table.setCurrentIndex(page.table.model.index(0, 0))
    page._distrust(page.table.model.row(0))
    settle(theirs, qtbot)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 0)
    page.message_bar.button.click()
    settle(theirs, qtbot)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 1)
    page.copy_key()
    settle(theirs, qtbot)
    assert "copied" in page.message_bar.label.text()


def test_a_list_that_was_answered_is_only_decided_on(
    both: Offices, theirs: Worker, words: Words, qtbot: QtBot
) -> None:
    answered(both, 1)
    page = page_of(theirs, words, qtbot)
    lines = page.open_list(page.model.row(0))
    qtbot.waitUntil(lambda: lines.lines.model.rowCount() == 1)
    lines.decide(lines.lines.model.row(0), False)
    settle(theirs, qtbot)
    with both.theirs.read() as tx:
        (row,) = list_rows.entries(tx, page.model.row(0).id, TODAY)

    assert row.state is EntryState.DECLINED
