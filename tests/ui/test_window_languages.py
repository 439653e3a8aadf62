"""Another language in the running window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from mentorapp.words import Words, language_name
from tests.ui.program_window import Start, idle, main_window, preferences, start
from ui.settings_store import Preferences

__all__ = ["preferences", "start"]


def texts_of(menu: QMenu | QMenuBar) -> list[str]:
    """What stands in a menu, with the letters that are underlined."""
    return [action.text() for action in menu.actions()]


@pytest.mark.parametrize("language", ["nb", "nn", "da"])
def test_another_language_rebuilds_the_window_on_the_same_page_and_office(
    language: str, start: Start, qtbot: QtBot, preferences: Preferences, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    main_window(program).show_page("reports")
    idle(qtbot, program)
    office = program._office

    chosen = next(
        action
        for action in main_window(program).findChildren(QAction)
        if action.text() == language_name(language)
    )
    chosen.trigger()
    idle(qtbot, program)

    window = main_window(program)
    assert program._office is office
    assert window.sidebar.item(0).text() == Words(language).text("Today")
    assert window.stack.currentWidget() is window.page("reports")
    assert preferences.language == language
    bar: list[QMenu | QMenuBar] = [window.menuBar()]
    for menu in bar + window.findChildren(QMenu):
        keys = [text[text.index("&") + 1].casefold() for text in texts_of(menu) if "&" in text]
        assert len(keys) == len(set(keys)), texts_of(menu)
