"""Which colours the window wears: one scheme that was chosen, or whatever the system has.

The system's own wish for high contrast is followed too, where Qt knows it. To ask the system takes
the name ``Qt`` with some hundred enums, 15 ms to make: so the first window wears what was worn
last, and the system is asked behind it.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.settings_store import Preferences
from ui.theme import DARK, HIGH_CONTRAST, LIGHT, SCHEMES, Tokens, apply, tokens_of

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QStyleHints


class Look(StrEnum):
    """What can be chosen; the values stand in the preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_TOKENS = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: HIGH_CONTRAST}


def look_of(preferences: Preferences) -> Look:
    """What was chosen; the system's where nothing was, or nothing this program knows."""
    try:
        return Look(preferences.look or Look.SYSTEM)
    except ValueError:
        return Look.SYSTEM


def tokens_for(look: Look, scheme: "Qt.ColorScheme", contrast: "Qt.ContrastPreference") -> Tokens:
    """The colours of a look on a system that prefers this."""
    from PySide6.QtCore import Qt

    if look is not Look.SYSTEM:
        return _TOKENS[look]
    if contrast == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def wear(application: QApplication, look: Look) -> None:
    """Dress the whole application, open windows too; nothing happens when it has this look."""
    hints = application.styleHints()
    _tell_system(hints, look)
    tokens = tokens_for(look, hints.colorScheme(), hints.accessibility().contrastPreference())
    if application.property("scheme") is None or tokens_of(application) is not tokens:
        apply(application, tokens)


def wear_what_was_worn(application: QApplication, preferences: Preferences) -> None:
    """Dress the application as it was the last time; the first time, as `wear` does."""
    last = next((tokens for tokens in SCHEMES if tokens.name == preferences.scheme), None)
    if last is None:
        wear(application, look_of(preferences))
    else:
        apply(application, last)


class Appearance(QObject):
    """Wears the choice and keeps it; changes with the system as long as that was chosen."""

    def __init__(
        self, application: QApplication, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application, self._preferences = application, preferences
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow)
        self._wear(self.look)

    @property
    def look(self) -> Look:
        """What is chosen now."""
        return look_of(self._preferences)

    def choose(self, look: Look) -> None:
        """Wear this from now on, and next time too."""
        self._preferences.look = look.value
        self._wear(look)

    def follow(self) -> None:
        """The system has changed: change with it, if that is the choice."""
        if self.look is Look.SYSTEM:
            self._wear(Look.SYSTEM)

    def _wear(self, look: Look) -> None:
        wear(self._application, look)
        self._preferences.scheme = tokens_of(self._application).name


def _tell_system(hints: "QStyleHints", look: Look) -> None:
    """The title bars and file dialogs that the system draws follow the choice where they can."""
    from PySide6.QtCore import Qt

    if look is Look.SYSTEM:
        hints.unsetColorScheme()
    else:
        light = look is Look.LIGHT
        hints.setColorScheme(Qt.ColorScheme.Light if light else Qt.ColorScheme.Dark)
