"""Which colours the window wears: one scheme that was chosen, or whatever the system has.

The system's own wish for high contrast is followed too, where Qt knows it.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from ui.settings_store import Preferences
from ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, apply, tokens_of


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


def tokens_for(look: Look, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Tokens:
    """The colours of a look on a system that prefers this."""
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


class Appearance(QObject):
    """Keeps the choice, and changes with the system as long as that was chosen."""

    def __init__(
        self, application: QApplication, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application, self._preferences = application, preferences
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow)

    @property
    def look(self) -> Look:
        """What is chosen now."""
        return look_of(self._preferences)

    def choose(self, look: Look) -> None:
        """Wear this from now on, and next time too."""
        self._preferences.look = look.value
        wear(self._application, look)

    def follow(self) -> None:
        """The system has changed: change with it, if that is the choice."""
        if self.look is Look.SYSTEM:
            wear(self._application, Look.SYSTEM)


def _tell_system(hints: QStyleHints, look: Look) -> None:
    """The title bars and file dialogs that the system draws follow the choice where they can."""
    if look is Look.SYSTEM:
        hints.unsetColorScheme()
    else:
        light = look is Look.LIGHT
        hints.setColorScheme(Qt.ColorScheme.Light if light else Qt.ColorScheme.Dark)
