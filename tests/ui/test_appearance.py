from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.program_window import Start, main_window, preferences, start
from ui.appearance import Appearance, Look, look_of, tokens_for, wear, wear_what_was_worn
from ui.icons import icon
from ui.look_menu import LookMenu
from ui.settings_store import Preferences
from ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tone, current_tokens
from ui.widgets.tone_icon import ToneIcon

__all__ = ["preferences", "start"]

_NO_WISH = Qt.ContrastPreference.NoPreference


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    wear(qapp, Look.LIGHT)


@pytest.mark.parametrize(
    ("look", "scheme", "tokens"),
    [
        (Look.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (Look.DARK, Qt.ColorScheme.Light, DARK),
        (Look.CONTRAST, Qt.ColorScheme.Light, HIGH_CONTRAST),
        (Look.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (Look.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (Look.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_what_was_chosen_comes_before_what_the_system_has(
    look: Look, scheme: Qt.ColorScheme, tokens: object
) -> None:
    assert tokens_for(look, scheme, _NO_WISH) is tokens


def test_a_system_in_high_contrast_is_followed() -> None:
    wish = Qt.ContrastPreference.HighContrast
    assert tokens_for(Look.SYSTEM, Qt.ColorScheme.Dark, wish) is HIGH_CONTRAST
    assert tokens_for(Look.LIGHT, Qt.ColorScheme.Dark, wish) is LIGHT


def test_a_look_this_program_does_not_know_is_the_systems(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("look", "sepia")
    assert look_of(Preferences(settings)) is Look.SYSTEM


def test_the_window_changes_with_the_system_only_while_it_follows(
    qapp: QApplication, preferences: Preferences
) -> None:
    appearance = Appearance(qapp, preferences)
    appearance.choose(Look.DARK)
    appearance.follow()
    assert current_tokens() is DARK

    preferences.look = Look.SYSTEM
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_tokens() is LIGHT


def test_the_first_window_wears_what_was_worn_last_and_the_system_is_asked_behind_it(
    qapp: QApplication, preferences: Preferences
) -> None:
    Appearance(qapp, preferences).choose(Look.DARK)
    preferences.look = Look.SYSTEM  # which is light now
    wear(qapp, Look.LIGHT)

    wear_what_was_worn(qapp, preferences)
    assert current_tokens() is DARK

    Appearance(qapp, preferences)
    assert current_tokens() is LIGHT
    assert preferences.scheme == LIGHT.name


def test_colours_this_program_does_not_know_were_never_worn(
    qapp: QApplication, preferences: Preferences
) -> None:
    preferences.scheme, preferences.look = "sepia", Look.CONTRAST

    wear_what_was_worn(qapp, preferences)

    assert current_tokens() is HIGH_CONTRAST


def test_a_look_chosen_in_the_menu_is_worn_at_once_and_kept(
    start: Start, qapp: QApplication, preferences: Preferences, office_file: Path, tmp_path: Path
) -> None:
    window = main_window(start("--office", str(office_file)))
    menu = window.findChild(LookMenu)
    assert menu is not None
    assert menu.menuAction() in window.view_menu.actions()
    by_look: dict[str, QAction] = {action.data(): action for action in menu.actions()}
    assert by_look["system"].isChecked()

    by_look["contrast"].trigger()

    assert current_tokens() is HIGH_CONTRAST
    assert window.palette().color(QPalette.ColorRole.Window).name() == HIGH_CONTRAST.bg
    assert look_of(preferences) is Look.CONTRAST
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["contrast"]

    other = copyfile(office_file, tmp_path / "other.db")
    again = main_window(start("--office", str(other)))
    assert current_tokens() is HIGH_CONTRAST
    assert again.findChild(LookMenu) is not None


def test_icons_that_are_there_follow(qtbot: QtBot, qapp: QApplication) -> None:
    there, sign = icon("house"), ToneIcon("info", Tone.BAD, 20)
    qtbot.addWidget(sign)
    for look, tokens in ((Look.LIGHT, LIGHT), (Look.DARK, DARK), (Look.CONTRAST, HIGH_CONTRAST)):
        wear(qapp, look)
        image = there.pixmap(QSize(48, 48)).toImage()
        solid = {
            image.pixelColor(x, y).name()
            for x in range(48)
            for y in range(48)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert solid == {tokens.text}
        shown = sign.grab().toImage()
        assert tokens.bad in {shown.pixelColor(x, y).name() for x in range(20) for y in range(20)}
