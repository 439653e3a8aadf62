from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from mentorapp.domain.accounts import EVERYBODY, Account, Role, Who
from mentorapp.domain.audit import Did, Sort
from mentorapp.domain.events import Answer
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.exchange.spreadsheets import write_csv
from mentorapp.operations import Transaction, audit, events, invitations, papers_out, people
from mentorapp.operations.papers_out import Paper
from mentorapp.storage import records
from mentorapp.words import Words
from tests.factories import an_event
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.tabs import newcomer_of_pair, press, shown
from ui.audit.seen_tab import SeenTab
from ui.audit.tab import LogTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

_ALL_YEARS, _OTHER_DAYS = 0, -1


def log_tab(qtbot: QtBot, worker: Worker, words: Words) -> tuple[LogTab, MessageBar]:
    """All that was ever done."""
    bar = MessageBar(words)
    tab = LogTab(worker, words, lambda: datetime.now().astimezone().date(), bar)
    for widget in (bar, tab):
        qtbot.addWidget(widget)
        widget.show()
    tab.period.set_value(_ALL_YEARS)
    tab.refresh()
    qtbot.waitUntil(lambda: tab.table.model.rowCount() > 20)
    return tab, bar


def test_the_log_is_narrowed_to_a_sort_and_a_name(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    with pairs_office.database.write("Åse") as tx:
        papers_out.printed(tx, Paper("Plan", Person, (newcomer_of_pair(pairs_office),)))
    tab, _bar = log_tab(qtbot, worker, english)

    tab.sort.set_value(Sort.PAPERS)
    tab.sort.changed.emit()
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 1)
    cells = [str(tab.table.model.index(0, column).data()) for column in range(1, 5)]
    assert cells[:2] == ["Åse", "Printed"]
    assert cells[3] == "Plan"
    assert tab.count.text() == "1 line"


def test_days_that_are_typed_show_the_lines_of_those_days(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    with pairs_office.database.write("Åse") as tx:
        tx.connection.execute(text("UPDATE audit SET at = '2026-03-05 10:00:00' WHERE seq <= 3"))
        tx.connection.execute(text("UPDATE audit SET at = '2026-03-06 10:00:00' WHERE seq = 4"))
    tab, _bar = log_tab(qtbot, worker, english)
    assert not tab.days.isVisible()

    tab.period.set_value(_OTHER_DAYS)
    tab.period.changed.emit()
    assert tab.days.isVisible()
    tab.last.setText("6.3.2026")
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 4)
    tab.first.setText("5.3.2026")
    tab.last.setText("5.3.2026")
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 3)


def test_older_lines_are_shown_until_there_are_no_more(
    qtbot: QtBot,
    pairs_office: PairsOffice,
    worker: Worker,
    english: Words,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pairs_office.database.write("Åse") as tx:
        many = tx.connection.scalar(text("SELECT count(*) FROM audit"))
    monkeypatch.setattr(audit, "MOST", many - 2)
    tab, _bar = log_tab(qtbot, worker, english)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == many - 2)
    assert tab.count.text() == f"The newest {many - 2} lines; “Older lines” shows what was before."

    press(tab, "Older lines")
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == many)
    assert not tab.more.isVisible()
    assert tab.count.text() == f"{many} lines"


def test_whoever_may_not_read_the_log_is_told_who_may_and_can_still_check_it(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    mona = Who("Mona", frozenset({Role.COORDINATOR}))
    pairs_office.database.who = mona
    bar = MessageBar(english)
    tab = LogTab(worker, english, lambda: datetime.now().astimezone().date(), bar)
    qtbot.addWidget(bar)
    qtbot.addWidget(tab)
    tab.show()
    said = "Only a data protection officer looks through the log."
    where = "an administrator gives it to somebody in Settings, Security."
    told = tab.table.findChildren(QLabel)

    def shows(*sentences: str) -> bool:
        return [one.text() for one in told if one.isVisible()] == [" ".join(sentences)]

    qtbot.waitUntil(lambda: shows(said, f"No account has this role: {where}"))
    for closed in (tab.period, tab.saving):
        assert not closed.isEnabled()
        assert closed.accessibleDescription() == said
    tab.verify()
    qtbot.waitUntil(lambda: "The log is whole" in bar.text)
    pairs_office.database.who = EVERYBODY
    with pairs_office.database.write("Mona") as tx:
        records.add(tx, Account(name="Per", roles=frozenset({Role.PROTECTION_OFFICER})))
    pairs_office.database.who = mona
    tab.refresh()
    qtbot.waitUntil(lambda: shows(said))


def test_the_log_is_checked_and_says_which_line_somebody_changed(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    tab, bar = log_tab(qtbot, worker, english)

    press(tab, "Check the log")
    qtbot.waitUntil(lambda: "The log is whole" in bar.text)
    with pairs_office.database.write("Ola") as tx:
        tx.connection.execute(text("UPDATE audit SET actor = 'x' WHERE seq = 5"))
    press(tab, "Check the log")
    qtbot.waitUntil(lambda: "Changed or moved: line 5." in bar.text)


def test_the_log_is_saved_as_a_file_and_tells_so(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, tmp_path: Path
) -> None:
    tab, bar = log_tab(qtbot, worker, english)
    lines = tab.table.model.rowCount()

    tab.save_as(tmp_path / "log.csv")
    qtbot.waitUntil(lambda: "Written: log.csv" in bar.text)

    told = (tmp_path / "log.csv").read_bytes().splitlines()
    assert len(told) == lines + 1
    assert told[0].startswith(write_csv(["When"], []).strip())
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == lines + 1)


def test_what_guests_answered_is_shown_and_saved(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, tmp_path: Path
) -> None:
    with pairs_office.database.write("Åse") as tx:
        event = events.save(tx, an_event(number=0), TODAY)
        guest = invitations.invite_guest(tx, event.id, "Ada", "NAV", TODAY)
        invitations.answer(tx, guest.id, Answer.YES, TODAY)
    tab, bar = log_tab(qtbot, worker, english)
    assert not tab.grab().isNull()

    tab.save_as(tmp_path / "log.csv")
    qtbot.waitUntil(lambda: "Written: log.csv" in bar.text)
    assert "Answer" in (tmp_path / "log.csv").read_text(encoding="utf-8-sig")


def test_that_nobody_is_noted_is_told_with_of_whom_looks_are_noted(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    person_id = next(iter(pairs_office.read(unseen)))
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = shown(qtbot, SeenTab(worker, english, bar), person_id)
    said = "Nobody is noted. Looks at the screen are noted only of people with a protected address."
    labels = tab.table.findChildren(QLabel)
    qtbot.waitUntil(lambda: said in [one.text() for one in labels if one.isVisible()])


def unseen(tx: Transaction) -> list[UUID]:
    """People of whom nothing is noted."""
    return [one.id for one in records.find(tx, Person) if not audit.who_saw(tx, one.id)]


def test_a_file_tells_who_has_seen_somebody_protected(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    person_id = newcomer_of_pair(pairs_office)
    with pairs_office.database.write("Mona") as tx:
        person = records.get(tx, Person, person_id)
        records.amend(tx, replace(person, protection=Protection.CONFIDENTIAL))
        people.name_of(tx, person_id)
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = shown(qtbot, SeenTab(worker, english, bar), person_id)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() > 0)

    found = tab.table.model.shown_rows()
    assert ("Mona", Did.SEEN) in {(one.entry.actor, one.did) for one in found}
    assert str(tab.table.model.index(0, 2).data()) in ("Looked at", "Shown in a list")
