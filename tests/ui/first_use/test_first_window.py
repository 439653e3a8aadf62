"""The first window: nothing is known of any office yet."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, example_office, offices, schemes
from mentorapp.words import LANGUAGES
from tests.ui.program_window import Start, idle, main_window, preferences, start, stored, type_text
from ui.first_use.window import FirstWindow
from ui.guide.window import GuideWindow
from ui.imports.dialog import ImportDialog
from ui.people.dialog import PersonDialog
from ui.program import Program
from ui.settings_store import Preferences

__all__ = ["preferences", "start"]


@pytest.fixture
def nothing_there(fresh_home: Path) -> Path:
    """Where an office would be made; nobody has one there."""
    path = offices.default_path()
    assert fresh_home in path.parents
    assert not path.exists()
    return path


@pytest.fixture
def first(nothing_there: Path, start: Start) -> Program:
    return start()


def describe(window: FirstWindow) -> None:
    """As little as an office needs, without a passphrase."""
    type_text(window.form.name, "Lillevik")
    type_text(window.form.coordinator, "Mona")
    window.form.without.setChecked(True)


def window_of(program: Program) -> FirstWindow:
    assert isinstance(program.window, FirstWindow)
    assert program.window.isVisible()
    return program.window


def test_where_no_office_is_known_the_first_window_asks_for_one_and_makes_nothing(
    first: Program, nothing_there: Path
) -> None:
    window = window_of(first)
    assert window.form.name.hasFocus() or window.focusWidget() is window.form.name
    assert window.form.path.value() == str(nothing_there)
    assert not nothing_there.exists()


def test_the_office_is_made_as_it_was_described_and_the_import_opens(
    first: Program, qtbot: QtBot, nothing_there: Path, preferences: Preferences
) -> None:
    form = window_of(first).form
    type_text(form.name, "Lillevik <b>& omegn")
    type_text(form.municipality, "Lillevik")
    type_text(form.address, "Torget 1, 8200 Fauske")
    type_text(form.phone, "22225555")
    type_text(form.coordinator, "Mona Elvestrand")
    form.schemes.set_value({"buddy", "work_mentor"})

    form.without.setChecked(True)
    assert form.warning.isVisible()
    assert not form.passphrase.isEnabled()

    qtbot.mouseClick(window_of(first).import_button, Qt.MouseButton.LeftButton)
    idle(qtbot, first)

    window = main_window(first)
    assert window.windowTitle() == "Mentorapp – Lillevik <b>& omegn"
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.file.kind.value() == "mentors"
    dialog.close()
    office = stored(nothing_there, offices.read)
    assert (office.municipality, office.phone) == ("Lillevik", "+4722225555")
    assert (office.coordinators, office.language) == (("Mona Elvestrand",), "en")
    assert {one.key for one in stored(nothing_there, _running)} == {"buddy", "work_mentor"}
    assert preferences.office_file == nothing_there
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, FirstWindow)
            and one.isVisible()] == []  # fmt: skip


def _running(tx: Transaction) -> list[Scheme]:
    return schemes.all_schemes(tx, active_only=True)


def test_the_first_person_can_be_registered_at_once(first: Program, qtbot: QtBot) -> None:
    window = window_of(first)
    describe(window)
    qtbot.mouseClick(window.register_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(first.window and first.window.findChildren(PersonDialog)))
    idle(qtbot, first)
    (form,) = main_window(first).findChildren(PersonDialog)
    assert form.isVisible()
    form.close()


@pytest.mark.parametrize("missing", ["name", "coordinator", "schemes"])
def test_what_is_missing_is_said_at_its_field_and_nothing_is_made(
    first: Program, qtbot: QtBot, nothing_there: Path, missing: str
) -> None:
    window = window_of(first)
    describe(window)
    if missing == "schemes":
        window.form.schemes.set_value(())
    else:
        getattr(window.form, missing).set_value("")
    qtbot.mouseClick(window.import_button, Qt.MouseButton.LeftButton)
    problem = window.form.problems[missing]
    assert problem.isVisible()
    assert problem.text()
    assert not nothing_there.exists()
    if missing != "schemes":
        type_text(getattr(window.form, missing), "x")
        assert window.form.problems[missing].isHidden()


def test_what_the_office_refuses_is_said_at_its_field(
    first: Program, qtbot: QtBot, nothing_there: Path
) -> None:
    window = window_of(first)
    describe(window)
    type_text(window.form.phone, "call me")
    qtbot.mouseClick(window.import_button, Qt.MouseButton.LeftButton)
    idle(qtbot, first)
    assert window.form.problems["phone"].isVisible()
    assert window.import_button.isEnabled()
    assert not nothing_there.exists()


def test_a_file_that_is_there_is_never_replaced(
    first: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "mine.db"
    there.write_bytes(b"something")
    window = window_of(first)
    describe(window)
    window.form.path.set_value(str(there))
    qtbot.mouseClick(window.import_button, Qt.MouseButton.LeftButton)
    idle(qtbot, first)
    assert "there already" in window.form.problems["path"].text()
    assert there.read_bytes() == b"something"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_keeps_what_was_typed(
    first: Program, qtbot: QtBot, language: str, preferences: Preferences
) -> None:
    window = window_of(first)
    type_text(window.form.name, "Lillevik")
    window.form.schemes.set_value({"buddy"})
    window.form.without.setChecked(True)
    window.language.setFocus()
    while window_of(first).language.value() != language:
        before = window_of(first)
        qtbot.keyClick(before.language, Qt.Key.Key_Down)
        if window_of(first) is before:
            for _each in LANGUAGES:
                qtbot.keyClick(before.language, Qt.Key.Key_Up)
    window = window_of(first)
    assert first.words.language == language
    assert window.form.name.value() == "Lillevik"
    assert window.form.schemes.value() == {"buddy"}
    assert window.form.without.isChecked()
    titles = [one.text() for one in window.findChildren(QLabel)]
    assert first.words.text("Welcome to Mentorapp") in titles
    if language != "en":
        assert preferences.language == language
        assert "Welcome to Mentorapp" not in titles


def test_an_office_from_a_backup_is_opened_from_here(
    first: Program, qtbot: QtBot, office_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG" + bytes(100))
    first.open(tmp_path / "photo.db")
    assert "is not a Mentorapp office" in window_of(first).message_bar.text
    first.open(office_file)
    assert main_window(first).isVisible()


def test_f1_opens_the_page_for_the_first_day(first: Program, qtbot: QtBot) -> None:
    window = window_of(first)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (guide,) = window.findChildren(GuideWindow)
    assert guide.isVisible()
    assert guide.reader.toPlainText().startswith("Your first day")
    guide.close()


def test_the_example_can_be_given_up_while_it_is_made(first: Program, qtbot: QtBot) -> None:
    window = window_of(first)
    type_text(window.form.name, "Lillevik")
    qtbot.mouseClick(window.example_button, Qt.MouseButton.LeftButton)
    assert not window.import_button.isEnabled()
    qtbot.waitUntil(window.busy_bar.isVisible, timeout=10_000)
    qtbot.mouseClick(window.busy_bar.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not first.working, timeout=30_000)
    assert window_of(first) is window
    assert "nothing was made" in window.message_bar.text
    assert window.form.name.value() == "Lillevik"
    assert window.import_button.isEnabled()
    assert not example_office.example_path().exists()


def test_closing_while_the_example_is_made_leaves_nothing_behind(
    first: Program, qtbot: QtBot
) -> None:
    window = window_of(first)
    qtbot.mouseClick(window.example_button, Qt.MouseButton.LeftButton)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert not example_office.example_path().exists()
