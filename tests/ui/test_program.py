from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import mentorapp
from mentorapp.domain.imports import ImportKind
from mentorapp.operations import Database, offices
from tests.factories import TODAY
from tests.ui.program_window import Start, idle, main_window, preferences, start
from ui.__main__ import build
from ui.about import AboutDialog
from ui.first_use.window import FirstWindow
from ui.imports.dialog import ImportDialog
from ui.opening import OpeningWindow
from ui.pairings.page import PairingsPage
from ui.people.page import PeoplePage
from ui.settings_store import Preferences
from ui.today.page import TodayPage
from ui.widgets.form_dialog import FormDialog

PAGES = (
    "today", "mentors", "newcomers", "organisations", "pairing", "pairings", "letters", "reports",
    "settings",
)  # fmt: skip
Dialog = TypeVar("Dialog", bound=QDialog)

__all__ = ["preferences", "start"]


def test_the_window_starts_on_a_new_office_and_shows_every_page(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    window = main_window(program)
    assert window.isVisible()

    assert set(program.page_keys) >= set(PAGES)
    for key in program.page_keys:
        page = window.show_page(key)
        idle(qtbot, program)
        assert page.isVisible(), key

    assert window.sidebar.count() == len(program.page_keys)
    assert window.message_bar.text == ""


def test_a_new_office_leads_from_today_to_the_first_steps(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)
    today = window.page("today")
    assert isinstance(today, TodayPage)
    assert today.beginning.isVisible()
    for button, key in (
        (today.beginning.settings, "settings"),
        (today.beginning.mentors, "mentors"),
        (today.beginning.newcomers, "newcomers"),
        (today.beginning.pairs, "pairing"),
    ):
        window.show_page("today")
        button.click()
        idle(qtbot, program)
        assert program.page_keys[window.sidebar.currentRow()] == key
    window.show_page("today")
    today.beginning.importing.click()
    dialog = _dialog(window, ImportDialog)
    assert dialog.file.kind.value() is ImportKind.ORGANISATIONS
    dialog.close()


def test_the_title_is_the_name_of_the_office(start: Start, qtbot: QtBot, office_file: Path) -> None:
    _rename(office_file, "Lillevik mentorordning")

    program = start("--office", str(office_file))
    idle(qtbot, program)

    assert main_window(program).windowTitle() == "Mentorapp – Lillevik mentorordning"


def test_a_second_window_on_the_same_office_only_reads_and_says_so(
    start: Start, qtbot: QtBot, database: Database, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)

    said = ("Read only", "open in another program", "People with a protected address are not shown")
    assert [one for one in said if one not in window.status.text()] == []
    window.show_page("settings")
    idle(qtbot, program)
    assert program._wiring is not None
    program._wiring.open_import("mentors")
    assert "open in another program" in window.message_bar.text
    assert window.findChild(ImportDialog) is None
    pairings = window.show_page("pairings")
    assert isinstance(pairings, PairingsPage)
    idle(qtbot, program)
    pairings.show_slips()
    assert "open in another program" in pairings.list.message_bar.text


def test_a_file_that_is_no_office_is_refused_in_a_window_and_not_touched(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.db"
    photo.write_bytes(b"\x89PNG" + bytes(100))

    program = start("--office", str(photo))

    assert isinstance(program.window, OpeningWindow)
    assert program.window.isVisible()
    assert "is not a Mentorapp office" in program.window.reason.text()
    assert photo.read_bytes() == b"\x89PNG" + bytes(100)


def test_from_there_another_office_can_be_opened(
    start: Start, qtbot: QtBot, tmp_path: Path, office_file: Path
) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG" + bytes(100))
    program = start("--office", str(tmp_path / "photo.db"))

    program.open(office_file)

    assert main_window(program).isVisible()


def test_trying_again_opens_what_was_mended(
    start: Start, qtbot: QtBot, office_file: Path, tmp_path: Path
) -> None:
    there = tmp_path / "mended.db"
    there.mkdir()
    program = start("--office", str(there))
    assert isinstance(program.window, OpeningWindow)
    there.rmdir()
    office_file.rename(there)

    program.window.retry_button.setFocus()
    qtbot.keyClick(program.window.retry_button, Qt.Key.Key_Return)

    assert main_window(program).isVisible()


def test_an_office_that_is_gone_is_not_made_anew(
    start: Start, preferences: Preferences, tmp_path: Path
) -> None:
    preferences.office_file = tmp_path / "stick" / "office.db"

    program = start()

    assert isinstance(program.window, OpeningWindow)
    assert not (tmp_path / "stick").exists()


def test_the_office_opened_last_is_opened_next_time(
    start: Start, qtbot: QtBot, preferences: Preferences, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    main_window(program).close()

    again = start()

    assert again._office is not None
    assert again._office.path == office_file


def test_another_office_takes_the_place_of_the_one_that_is_open(
    start: Start, qtbot: QtBot, office_file: Path, tmp_path: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    before = main_window(program)

    second = office_file.with_name("second.db")
    second.write_bytes(office_file.read_bytes())
    program.open(second)
    qtbot.waitUntil(lambda: program.window is not before, timeout=10_000)
    idle(qtbot, program)

    assert program._office is not None
    assert program._office.path == second
    # The first one is let go of: it can be opened for writing.
    database = offices.open_office(office_file)
    assert not database.read_only
    database.close()


def test_an_office_that_cannot_be_opened_leaves_the_one_that_is(
    start: Start, qtbot: QtBot, office_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG" + bytes(100))
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)

    program.open(tmp_path / "photo.db")
    idle(qtbot, program)

    assert program.window is window
    assert "is not a Mentorapp office" in window.message_bar.text


def test_a_new_office_never_replaces_a_file(
    start: Start, qtbot: QtBot, office_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "there.db").write_bytes(b"something")
    program = start("--office", str(office_file))
    idle(qtbot, program)

    program.make(tmp_path / "there.db")
    idle(qtbot, program)

    assert (tmp_path / "there.db").read_bytes() == b"something"
    assert "is there already" in main_window(program).message_bar.text


def test_a_new_office_is_asked_for_in_the_first_window_and_made_by_nothing_less(
    start: Start, qtbot: QtBot, office_file: Path, tmp_path: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    program.make(tmp_path / "second")
    assert isinstance(program.window, FirstWindow)
    assert program.window.form.path.value() == str(tmp_path / "second.db")
    assert not (tmp_path / "second.db").exists()
    assert isinstance(start("--office", str(tmp_path / "third.db")).window, FirstWindow)


def test_import_opens_over_the_window(start: Start, qtbot: QtBot, office_file: Path) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)
    page = window.show_page("newcomers")
    idle(qtbot, program)

    page.import_wanted.emit("newcomers")  # type: ignore[attr-defined]

    dialog = _dialog(window, ImportDialog)
    assert dialog.file.kind.value() == "newcomers"


def test_import_is_for_what_the_page_shows(start: Start, qtbot: QtBot, office_file: Path) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)
    for page, kind in (
        ("newcomers", ImportKind.NEWCOMERS),
        ("pairings", ImportKind.PAIRINGS),
        ("today", ImportKind.ORGANISATIONS),
    ):
        window.show_page(page)
        window.import_wanted.emit()
        dialog = _dialog(window, ImportDialog)
        assert dialog.file.kind.value() is kind
        dialog.close()
        qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))


def test_the_keys_of_a_page_work_from_the_side_bar_too(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)
    window.sidebar.setFocus()
    qtbot.keyClick(window.sidebar, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.sidebar, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(FormDialog) is not None)
    window.findChildren(FormDialog)[0].close()


def test_a_form_with_something_typed_in_it_keeps_the_window_open(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)
    page = window.show_page("mentors")
    assert isinstance(page, PeoplePage)
    page.new_person()
    idle(qtbot, program)
    form = _dialog(window, FormDialog)
    qtbot.keyClicks(form.field("given_name"), "Kari")

    window.close()

    assert window.isVisible()
    assert form.isVisible()
    form.start_afresh()


def test_about_names_version_licence_and_whose_work_ships_with_it(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    window = main_window(program)

    window.about_wanted.emit()

    about = _dialog(window, AboutDialog)
    said = "\n".join([*(line.text() for line in about.lines), about.parts.toPlainText()])
    for wanted in (
        mentorapp.__version__,
        "EUPL-1.2",
        "GeoNames",
        "CC-BY-4.0",
        "Natural Earth",
        "Noto",
        "Lucide",
        "numpy",
        "LGPL-3.0-only",
        "Redistributions in binary form",
    ):
        assert wanted in said


def test_a_command_line_without_sense_is_told_with_exit_code_2(preferences: Preferences) -> None:
    with pytest.raises(SystemExit) as told:
        build(["--office"], preferences, lambda: TODAY)

    assert told.value.code == 2


def _dialog(window: QWidget, kind: type[Dialog]) -> Dialog:
    found = window.findChild(kind)
    assert found is not None
    assert found.isVisible()
    return found


def _rename(file: Path, name: str) -> None:
    database = offices.open_office(file)
    with database.write("Test") as tx:
        offices.save(tx, replace(offices.read(tx), name=name))
    database.close()
