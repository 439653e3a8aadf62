"""The whole program in a test: started as from the command line, worked with clicks and keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mentorapp.domain.imports import ImportKind
from mentorapp.domain.letters import LetterDue
from mentorapp.operations import Transaction, letters, lists, offices
from mentorapp.storage import scopes
from mentorapp.words import Words
from tests.factories import TODAY
from tests.ui.pairs_office import PairsOffice, as_new, copied
from ui.__main__ import build
from ui.application import speak
from ui.imports.dialog import ImportDialog
from ui.letters.page import LettersPage
from ui.main_window import MainWindow
from ui.people.dialog import PersonDialog
from ui.people.page import PeoplePage
from ui.program import Program
from ui.settings_store import Preferences
from ui.widgets.form_dialog import FormDialog
from ui.widgets.list_page import ListPage

Start = Callable[..., Program]
Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, preferences: Preferences) -> Iterator[Start]:
    """Start the program as the command line does; every window is closed in the end."""
    started: list[Program] = []
    failures: list[BaseException] = []

    def run(*arguments: str) -> Program:
        _application, program = build(["--language", "en", *arguments], preferences, lambda: TODAY)
        program.failed.connect(failures.append)
        started.append(program)
        return program

    yield run
    for program in started:
        idle(qtbot, program)
        if program.window is not None:
            for form in program.window.findChildren(FormDialog):
                form.start_afresh()
            program.window.close()
        program.close_office()
    speak(qapp, Words("en"))
    assert not failures


def idle(qtbot: QtBot, program: Program) -> None:
    """Wait until everything asked of the office was answered."""
    qtbot.waitUntil(lambda: not program.working, timeout=10_000)


def main_window(program: Program) -> MainWindow:
    """The window, which shows an office."""
    assert isinstance(program.window, MainWindow)
    return program.window


class User:
    """Somebody at the window of a running program."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._qtbot, self.program = qtbot, program
        self.settle()

    @property
    def window(self) -> MainWindow:
        return main_window(self.program)

    def settle(self) -> None:
        idle(self._qtbot, self.program)

    def until(self, condition: Callable[[], Any]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)

    def go(self, key: str) -> Any:
        """Choose a page in the side bar."""
        page = self.window.show_page(key)
        self.settle()
        if isinstance(page, ListPage) and not page.fold.isChecked() and page.fold.isVisible():
            # The screen of the tests is narrow: the card waits until somebody wants to read it.
            self._qtbot.mouseClick(page.fold, Qt.MouseButton.LeftButton)
            self.settle()
        return page

    def click(self, button: QPushButton) -> None:
        assert button.isEnabled()
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog of that kind that is open, as soon as it is."""
        found: list[Dialog] = []

        def there() -> bool:
            found[:] = [one for one in self.window.findChildren(kind) if one.isVisible()]
            return bool(found)

        self.until(there)
        return found[0]

    # Forms

    def new_person(self, key: str = "mentors") -> PersonDialog:
        """The form of somebody new, from the button of the page."""
        page = self.go(key)
        assert isinstance(page, PeoplePage)
        self.click(page.new_button)
        return self.dialog(PersonDialog)

    def save(self, form: FormDialog) -> None:
        """Click Save; afterwards the form is gone or says why not."""
        self.click(form.save_button)
        self.until(lambda: not shiboken6.isValid(form) or form.save_button.isEnabled())

    # Files

    def import_file(self, kind: ImportKind, file: Path) -> ImportDialog:
        """Open the import from the menu, say what the list is of and drop the file."""
        self.window.import_wanted.emit()
        dialog = self.dialog(ImportDialog)
        dialog.file.kind.set_value(kind)
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file))])
        dialog.file.zone.dropEvent(
            QDropEvent(
                QPointF(10, 10),
                Qt.DropAction.CopyAction,
                carried,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        self.settle()
        return dialog

    def check(self, kind: ImportKind, file: Path) -> ImportDialog:
        """As far as the step that shows what would become of each row."""
        dialog = self.import_file(kind, file)
        self.click(dialog.next_button)
        self.until(lambda: dialog.steps.currentWidget() is dialog.check)
        return dialog

    def choosing(self, file: Path, button: QPushButton) -> None:
        """Click what opens a file dialog, and choose this file in it."""

        def answer() -> None:
            asked = QApplication.activeModalWidget()
            if not isinstance(asked, QFileDialog):
                QTimer.singleShot(5, answer)
                return
            name = asked.findChild(QLineEdit, "fileNameEdit")
            assert name is not None
            name.setText(str(file))
            asked.accept()

        QTimer.singleShot(0, answer)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()


def type_text(field: QWidget, text: str) -> None:
    """Type letter by letter, in any script: Qt's own tests have keys for Latin only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


def problems(form: FormDialog) -> list[str]:
    """The sentences that stand at the fields of a form."""
    return [
        label.text()
        for label in form.findChildren(QLabel, "problem")
        if label.isVisibleTo(form) and label.text()
    ]


def cells(page: Any) -> list[list[str]]:
    """What a list shows, row by row."""
    model = page.model
    return [
        [str(model.data(model.index(row, at)) or "") for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def labels(widget: QWidget, text: str) -> list[QLabel]:
    """The visible labels that hold this text."""
    return [one for one in widget.findChildren(QLabel) if text in one.text() and one.isVisible()]


@pytest.fixture
def user(start: Start, qtbot: QtBot, office_file: Path) -> User:
    """Somebody at the window of an office in which nobody is registered."""
    return User(qtbot, start("--office", str(office_file)))


def letters_due(tx: Transaction) -> list[LetterDue]:
    """Today's, for ``stored``."""
    return letters.due(tx, TODAY)


def stored(file: Path, job: Callable[[Transaction], Any]) -> Any:
    """What is in an office while the window has it open: all of it, though another program that
    asks is shown nobody who is protected.
    """
    database = offices.open_office(file)
    try:
        with database.read() as tx, scopes.whole(tx):
            return job(tx)
    finally:
        database.close()


@pytest.fixture
def furnished(pairs_template: PairsOffice, tmp_path: Path) -> Path:
    """An office with mentors, newcomers and a pair whose letters are due."""
    path = copied(pairs_template, tmp_path / "office.db")
    database = offices.open_office(path)
    as_new(replace(pairs_template, database=database))
    database.close()
    return path


def fill_in(user: User) -> PersonDialog:
    """A form with something typed in it."""
    form = user.new_person()
    type_text(form.person.given_name, "Ragnhild")
    type_text(form.person.family_name, "Østby")
    type_text(form.notes.notes, "Ring etter kl. 16")
    return form


def still_there(form: PersonDialog) -> bool:
    return form.isVisible() and (
        form.person.given_name.value(),
        form.person.family_name.value(),
        form.notes.notes.value(),
    ) == ("Ragnhild", "Østby", "Ring etter kl. 16")


def preview_letters(user: User) -> LettersPage:
    """Both letters of the pair, on the screen."""
    page = user.go("letters")
    assert isinstance(page, LettersPage)
    user.until(lambda: page.due.model.rowCount() == 2)
    user.click(page.due.preview_button)
    user.until(page.pdf.save_button.isEnabled)
    return page


def mentors_in(file: Path) -> list[str]:
    return [row.name for row in stored(file, lambda tx: lists.mentor_rows(tx, TODAY))]
