from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.program_window import Start, idle, main_window, preferences, start
from ui.program import Program
from ui.settings_store import Preferences
from ui.widgets.list_page import ListPage

__all__ = ["preferences", "start"]


@pytest.fixture(autouse=True)
def _two_offices(office_file: Path) -> None:
    for name in ("one.db", "two.db"):
        copyfile(office_file, office_file.with_name(name))


def divided(qtbot: QtBot, program: Program, key: str) -> QSplitter:
    """The first splitter of a page, in a window that has room for both sides."""
    main_window(program).resize(1280, 760)
    page = main_window(program).show_page(key)
    idle(qtbot, program)
    found = page.findChild(QSplitter)
    assert found is not None
    return found


def drag(qtbot: QtBot, splitter: QSplitter, pixels: int) -> None:
    handle: QWidget = splitter.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle + QPoint(pixels, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + QPoint(pixels, 0))


def test_a_page_begins_divided_as_it_was_left(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    first = start("--office", str(tmp_path / "one.db"))
    mentors = divided(qtbot, first, "mentors")
    before = mentors.sizes()
    drag(qtbot, mentors, -60)
    left = mentors.sizes()
    assert left != before
    newcomers = divided(qtbot, first, "newcomers").sizes()

    again = start("--office", str(tmp_path / "two.db"))

    assert divided(qtbot, again, "mentors").sizes() == left
    assert divided(qtbot, again, "newcomers").sizes() == newcomers


def test_a_card_that_folds_for_want_of_room_is_not_remembered(
    start: Start, qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    program = start("--office", str(tmp_path / "one.db"))
    divided(qtbot, program, "mentors")
    main_window(program).resize(700, 600)
    idle(qtbot, program)
    main_window(program).resize(1280, 760)
    assert preferences._settings.childGroups() == []


def test_the_columns_of_a_list_are_as_they_were_left(
    start: Start, preferences: Preferences, tmp_path: Path
) -> None:
    def columns(program: Program, key: str) -> list[str]:
        page = main_window(program).show_page(key)
        assert isinstance(page, ListPage)
        return [one.key for one in page.table.shown_columns()]

    first = start("--office", str(tmp_path / "one.db"))
    standard = columns(first, "newcomers")
    mentors = main_window(first).show_page("mentors")
    assert isinstance(mentors, ListPage)
    mentors.columns.show(0, False)
    mentors.columns.move(5, -4)
    mentors.columns.sort(3, Qt.SortOrder.DescendingOrder)
    mentors.table.setColumnWidth(1, 99)

    again = start("--office", str(tmp_path / "two.db"))

    assert columns(again, "mentors") == ["last_meeting", "status", "languages", "place", "pairs"]
    assert columns(again, "newcomers") == standard
    page = main_window(again).show_page("mentors")
    assert isinstance(page, ListPage)
    assert page.table.columnWidth(1) == 99
    assert page.model.sorted_by == (3, Qt.SortOrder.DescendingOrder)
    page.columns.standard()
    assert preferences._settings.childGroups() == []
    assert page.model.sorted_by == (0, Qt.SortOrder.AscendingOrder)


def test_a_window_left_on_a_screen_that_is_gone_comes_back_on_one_that_is_there(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    first = main_window(start("--office", str(tmp_path / "one.db")))
    first.move(6000, 4000)
    first.close()

    again = main_window(start("--office", str(tmp_path / "two.db")))

    room = again.screen().availableGeometry()
    assert room.contains(again.frameGeometry().topLeft())
