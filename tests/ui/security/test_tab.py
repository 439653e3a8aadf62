"""Settings, Security: worked with clicks, on an office in which Mona is at the keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.accounts import Role
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.operations import Database, restoring, unlocking, ways_in
from mentorapp.words import Words
from tests.encrypted_offices import MONAS, OLAS, made, mona, quickly, with_ola
from tests.factories import TODAY
from ui.security.desk import Desk
from ui.security.dialogs import AccountDialog, EncryptDialog, PassphraseDialog, ReopenDialog
from ui.security.tab import SecurityTab
from ui.settings_store import Preferences
from ui.widgets.message_bar import MessageBar
from ui.widgets.recovery_dialog import RecoveryDialog
from ui.work import Worker

__all__ = ["quickly"]
Dialog = TypeVar("Dialog", bound=QDialog)
NEW = "gule katter sover sjelden"


class Office:
    """The tab on an office, and what is asked of it."""

    def __init__(self, qtbot: QtBot, database: Database, folder: Path) -> None:
        self.qtbot, self.database = qtbot, database
        self.worker = Worker(database, "Mona")
        self.failures: list[object] = []
        self.worker.failed.connect(self.failures.append)
        self.home = QWidget()
        self.bar = MessageBar(Words("en"), self.home)
        preferences = Preferences(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.desk = Desk(self.worker, database, Words("en"), preferences)
        self.tab = SecurityTab(self.desk, Words("en"), lambda: TODAY, self.bar, self.home)
        self.home.show()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.worker.working, timeout=10_000)

    def press(self, text: str) -> None:
        (button,) = [
            one for one in self.tab.findChildren(type(self.tab.own_button)) if one.text() == text
        ]
        assert button.isEnabled()
        button.click()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        return next(one for one in self.tab.findChildren(kind) if one.isVisible())

    def save(self, dialog: AccountDialog | PassphraseDialog | ReopenDialog) -> None:
        dialog.save_button.click()
        self.settle()

    def select(self, name: str) -> None:
        rows = self.tab.table.model
        table = self.tab.table.table
        (row,) = [at for at in range(rows.rowCount()) if rows.index(at, 0).data() == name]
        table.setCurrentIndex(rows.index(row, 0))

    def prove(self) -> RecoveryDialog:
        dialog = self.dialog(RecoveryDialog)
        self.settle()
        dialog.next_button.click()
        for place, field in dialog.asked.items():
            field.setText(dialog.groups[place - 1])
        dialog.done_button.click()
        self.settle()
        return dialog


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    database = mona(made(tmp_path / "office.db"))
    with_ola(database)
    yield from _open(qtbot, database, tmp_path)


@pytest.fixture
def plain(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Office]:
    yield from _open(qtbot, database, tmp_path)


def _open(qtbot: QtBot, database: Database, folder: Path) -> Iterator[Office]:
    office = Office(qtbot, database, folder)
    yield office
    office.settle()
    office.worker.close()
    database.close()
    assert office.failures == []
    office.home.deleteLater()


def names(office: Office) -> list[str]:
    rows = office.tab.table.model
    return [rows.index(at, 0).data() for at in range(rows.rowCount())]


def test_whoever_may_come_in_is_listed_with_what_she_may_do(office: Office) -> None:
    assert names(office) == ["Mona", "Ola"]
    assert "You came in as Mona" in office.tab.state.text()
    rows = office.tab.table.model
    assert rows.index(0, 1).data() == "Coordinator, administrator"
    assert rows.index(1, 3).data() != rows.index(0, 3).data()


def test_a_new_account_comes_in_by_its_first_passphrase(office: Office) -> None:
    office.press("New account …")
    dialog = office.dialog(AccountDialog)
    dialog.name.set_value("Kari")
    dialog.roles.set_value({Role.READER})
    dialog.passphrase.line.setText(NEW)
    dialog.again.line.setText(NEW)
    office.save(dialog)
    assert names(office) == ["Kari", "Mona", "Ola"]
    office.database.close()
    kari = unlocking.by_passphrase(office.database.path, NEW)
    assert kari.who.roles == {Role.READER}
    kari.close()


def test_what_is_wrong_is_said_at_its_field_and_changes_nothing(office: Office) -> None:
    office.press("New account …")
    dialog = office.dialog(AccountDialog)
    dialog.name.set_value("Kari")
    dialog.passphrase.line.setText("kort")
    dialog.again.line.setText("kort")
    office.save(dialog)
    assert dialog._problems["passphrase"].isVisible()
    dialog.again.line.setText("lang")
    office.save(dialog)
    assert dialog._problems["again"].isVisible()
    assert names(office) == ["Mona", "Ola"]
    dialog.leave()


def test_ones_own_passphrase_is_changed_by_whoever_knows_the_old_one(office: Office) -> None:
    office.press("Change my passphrase …")
    dialog = office.dialog(PassphraseDialog)
    for field, text in ((dialog.old, OLAS), (dialog.passphrase, NEW), (dialog.again, NEW)):
        field.line.setText(text)
    office.save(dialog)
    assert dialog._problems["old"].isVisible()
    dialog.old.line.setText(MONAS)
    office.save(dialog)
    assert "changed" in office.bar.text
    office.database.close()
    unlocking.by_passphrase(office.database.path, NEW).close()


def test_an_account_is_removed_after_a_question_and_opens_nothing_more(
    office: Office, qtbot: QtBot
) -> None:
    office.select("Ola")
    office.press("Remove account")
    assert names(office) == ["Mona", "Ola"]
    assert "removes the old ones" in office.bar.text
    office.bar.button.click()
    office.settle()
    qtbot.waitUntil(lambda: names(office) == ["Mona"])
    path = office.database.path
    (backup,) = restoring.of_office(path)
    assert restoring.by_passphrase(backup.path, path, MONAS) == office.database.keys
    office.database.close()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(office.database.path, OLAS)


def test_a_new_recovery_key_counts_once_it_is_proven_to_be_on_paper(office: Office) -> None:
    office.press("New recovery key …")
    dialog = office.prove()
    assert "new recovery key" in office.bar.text
    office.database.close()
    assert unlocking.recoverable(office.database.path, dialog._recovery)
    with pytest.raises(NoSlotOpens):
        unlocking.recoverable(office.database.path, bytes(range(20)))


def test_the_minutes_until_it_locks_are_kept(office: Office, qtbot: QtBot) -> None:
    assert office.tab.minutes.value() == 5
    with qtbot.waitSignal(office.desk.minutes_changed):
        office.tab.minutes.write_back("15")
    assert office.desk.minutes == 15


def test_a_coordinator_sees_who_changes_accounts_and_changes_her_own_passphrase_alone(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    office.database.close()
    ola = unlocking.by_passphrase(office.database.path, OLAS)
    other = Office(qtbot, ola, tmp_path)
    assert "Accounts are changed by: administrator" in other.tab.state.text()
    assert other.tab.own_button.isVisible()
    assert other.tab.table.isHidden()
    assert other.tab.recovery_button.isHidden()
    other.worker.close()
    ola.close()


def test_an_office_begun_without_a_passphrase_is_encrypted_later(
    quickly: None, plain: Office, qtbot: QtBot
) -> None:
    assert "not encrypted" in plain.tab.state.text()
    assert plain.tab.table.isHidden()
    plain.press("Set a passphrase …")
    form = plain.dialog(EncryptDialog)
    form.name.set_value("Mona")
    form.passphrase.line.setText(MONAS)
    form.again.line.setText(MONAS)
    form.save_button.click()
    with qtbot.waitSignal(plain.desk.encrypted, timeout=10_000):
        plain.prove()
    plain.database.close()
    assert plain.database.path.read_bytes()[:15] != b"SQLite format 3"
    again = unlocking.by_passphrase(plain.database.path, MONAS)
    assert [way.account.name for way in ways_in.all_ways(again)] == ["Mona"]
    again.close()


def test_who_was_removed_can_be_let_in_again(office: Office) -> None:
    office.select("Ola")
    assert not office.tab.again_button.isEnabled()
    office.press("Remove account")
    office.bar.button.click()
    office.settle()
    assert names(office) == ["Mona"]
    office.press("Open again …")
    dialog = office.dialog(ReopenDialog)
    assert [dialog.account.itemText(at) for at in range(dialog.account.count())] == ["Ola"]
    dialog.passphrase.line.setText(NEW)
    dialog.again.line.setText(NEW)
    office.save(dialog)
    assert names(office) == ["Mona", "Ola"]
    assert "open again" in office.bar.text
    assert not office.tab.again_button.isEnabled()
    office.database.close()
    unlocking.by_passphrase(office.database.path, NEW).close()
