"""Offices that cannot be opened or written, from the window: told in a sentence, nothing lost.

Held in ``test_program.py``: a file that is no database, an office that is gone, a folder in its
place, and that an office which cannot be opened leaves the one that is. Full disks are in
``test_full_disk.py``. The same cases on the command line are in
``tests/mentorapp/cli/test_troubles.py``.
"""

import ctypes
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from sqlite3 import connect

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.operations import Database, offices
from tests.ui.program_window import (
    Start,
    User,
    cells,
    fill_in,
    furnished,
    idle,
    letters_due,
    main_window,
    mentors_in,
    preferences,
    preview_letters,
    start,
    still_there,
    stored,
)
from ui.first_use.window import FirstWindow
from ui.imports.dialog import ImportDialog
from ui.opening import OpeningWindow
from ui.program import Program
from ui.widgets.form_dialog import FormDialog

__all__ = ["furnished", "preferences", "start"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and rights of POSIX systems")


# Files that are no office of ours


def refused(start: Start, file: Path, *words: str) -> Program:
    """Start on this file: a window says why it is not opened, and the file is as it was."""
    before = file.read_bytes()
    program = start("--office", str(file))
    window = program.window
    assert isinstance(window, OpeningWindow)
    assert window.isVisible()
    for word in (file.name, *words):
        assert word in window.reason.text()
    assert file.read_bytes() == before
    return program


def test_a_database_of_something_else_is_refused_and_another_can_be_chosen(
    start: Start, qtbot: QtBot, tmp_path: Path, office_file: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with connect(folder / "accounts.db") as connection:
        connection.execute("CREATE TABLE accounts (number)")
    connection.close()
    program = refused(start, folder / "accounts.db", "is not a Mentorapp office", "not touched")
    assert isinstance(program.window, OpeningWindow)
    User(qtbot, program).choosing(office_file, program.window.open_button)

    assert main_window(program).isVisible()
    assert [path.name for path in folder.iterdir()] == ["accounts.db"]


def test_an_office_of_a_newer_program_is_refused_and_stays_as_it_is(
    start: Start, office_file: Path
) -> None:
    with connect(office_file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9001'")
    connection.close()

    refused(start, office_file, "newer Mentorapp (9001)", "nothing was changed")


def test_an_office_damaged_at_its_beginning_is_refused(start: Start, office_file: Path) -> None:
    data = bytearray(office_file.read_bytes())
    data[100:8192] = b"\xa5" * 8092
    office_file.write_bytes(data)

    refused(start, office_file, "is damaged", "backup")


def test_damage_met_while_working_is_told_and_nothing_is_written(
    start: Start, qtbot: QtBot, furnished: Path
) -> None:
    data = bytearray(furnished.read_bytes())
    for at in range(4096, len(data), 4096):
        if b"Nordmann" in data[at : at + 4096]:
            data[at : at + 4096] = b"\xa5" * 4096
    furnished.write_bytes(data)
    user = User(qtbot, start("--office", str(furnished)))

    page = user.go("mentors")
    user.until(lambda: page.message_bar.text or user.window.message_bar.text)

    said = page.message_bar.text + user.window.message_bar.text
    assert "is damaged" in said
    assert "backup" in said
    user.window.close()
    assert furnished.read_bytes() == data


# Nowhere to write


@contextmanager
def without_privilege() -> Iterator[None]:
    """Root writes in every folder; in this block, this thread and those it starts may not."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    held = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice
    assert libc.capget(head, held) == 0
    less = (ctypes.c_uint32 * 6)(*held)
    less[0] &= ~0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
    assert libc.capset(head, less) == 0
    try:
        yield
    finally:
        assert libc.capset(head, held) == 0


@pytest.fixture
def read_only_folder(furnished: Path, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "shelf"
    folder.mkdir()
    copyfile(furnished, folder / "office.db")
    folder.chmod(0o555)
    with without_privilege():
        yield folder
    folder.chmod(0o755)


def test_an_office_in_a_read_only_folder_is_shown_and_not_written(
    read_only_folder: Path, start: Start, qtbot: QtBot
) -> None:
    file = read_only_folder / "office.db"
    before = file.read_bytes()
    user = User(qtbot, start("--office", str(file)))

    reason = (
        "The office can only be read here: the file or its folder is read-only. People with a "
        "protected address are not shown: it could not be written down who looked."
    )
    assert user.window._banner.isVisible()
    assert user.window._banner_text.text() == f"Read only: {reason}"
    assert user.window.status.text() == f"Read only: {reason}"
    page = user.go("mentors")
    user.until(lambda: len(cells(page)) == 5)

    form = fill_in(user)
    user.save(form)

    assert form.message_bar.text == reason
    assert still_there(form)
    form.start_afresh()
    form.reject()
    assert file.read_bytes() == before
    assert list(read_only_folder.iterdir()) == [file]


@pytest.fixture
def elsewhere(furnished: Path) -> Iterator[Path]:
    """An office that another program has open."""
    held = offices.open_office(furnished)
    yield furnished
    held.close()


@pytest.mark.parametrize("key", ["mentors", "newcomers", "organisations"])
def test_a_form_in_an_office_open_elsewhere_says_at_once_that_it_cannot_be_saved(
    key: str, elsewhere: Path, start: Start, qtbot: QtBot
) -> None:
    user = User(qtbot, start("--office", str(elsewhere)))
    page = user.go(key)

    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = user.dialog(FormDialog)

    assert "another program" in form.message_bar.text
    assert not form.dirty
    user.save(form)
    assert "another program" in form.message_bar.text
    form.reject()


def test_reading_a_list_into_an_office_open_elsewhere_is_refused_before_a_file_is_chosen(
    elsewhere: Path, start: Start, qtbot: QtBot
) -> None:
    user = User(qtbot, start("--office", str(elsewhere)))
    page = user.go("mentors")

    page._import()

    assert "another program" in user.window.message_bar.text
    assert user.window.findChildren(ImportDialog) == []


def test_no_office_is_made_in_a_read_only_folder(
    read_only_folder: Path, start: Start, qtbot: QtBot
) -> None:
    program = start("--office", str(read_only_folder / "new.db"))
    window = program.window
    assert isinstance(window, FirstWindow)
    window.form.name.set_value("Lillevik")
    window.form.coordinator.set_value("Mona")
    window.form.without.setChecked(True)
    qtbot.mouseClick(window.register_button, Qt.MouseButton.LeftButton)
    idle(qtbot, program)

    assert "permission" in window.form.problems["path"].text()
    assert [path.name for path in read_only_folder.iterdir()] == ["office.db"]


def test_a_letter_is_not_saved_into_a_read_only_folder_and_stays_due(
    read_only_folder: Path, furnished: Path, start: Start, qtbot: QtBot
) -> None:
    user = User(qtbot, start("--office", str(furnished)))
    page = preview_letters(user)
    user.choosing(read_only_folder / "brev.pdf", page.pdf.save_button)

    assert "permission" in page.pdf.message_bar.text
    assert len(stored(furnished, letters_due)) == 2
    assert [path.name for path in read_only_folder.iterdir()] == ["office.db"]


# A second program


@pytest.fixture
def held(furnished: Path) -> Iterator[Database]:
    """The office, open in another program."""
    database = offices.open_office(furnished)
    yield database
    database.close()


def test_a_second_program_reads_names_the_holder_and_writes_nothing(
    held: Database, start: Start, qtbot: QtBot
) -> None:
    user = User(qtbot, start("--office", str(held.path)))
    said = user.window._banner_text.text()
    assert user.window._banner.isVisible()
    assert f"open in another program ({socket.gethostname()}, {os.getpid()})" in said
    assert "Close it there and open it again." in said
    page = user.go("mentors")
    user.until(lambda: len(cells(page)) == 5)

    form = fill_in(user)
    user.save(form)

    assert "open in another program" in form.message_bar.text
    assert still_there(form)
    assert len(mentors_in(held.path)) == 5


def test_a_second_program_records_no_letter(
    held: Database, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    user = User(qtbot, start("--office", str(held.path)))
    page = preview_letters(user)
    user.choosing(tmp_path / "brev.pdf", page.pdf.save_button)

    assert (tmp_path / "brev.pdf").exists()  # to be printed, but not counted as issued
    assert "open in another program" in page.message_bar.text
    assert len(stored(held.path, letters_due)) == 2
