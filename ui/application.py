"""Makes the QApplication: look, fonts, language. What runs in it comes from ``ui.__main__``."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

import resources
from mentorapp.words import Words
from ui.appearance import Look, wear, wear_what_was_worn
from ui.garbage import collect_here
from ui.immortal import make_immortal
from ui.plain_imports import import_plainly
from ui.qt_texts import QtTexts
from ui.settings_store import Preferences

#: How long a thread keeps Python's lock while another one waits for it. The window takes the lock
#: anew for each cell that it paints: with Python's own five milliseconds it stood still for up to a
#: fifth of a second while a list was imported or a set solved (docs/performance.md).
_TURN_S = 0.0005

FONTS = (
    "NotoSans-Regular",
    "NotoSans-Bold",
    "NotoSansArabic-Regular",
    "NotoSansArabic-Bold",
    "NotoSansEthiopic-Regular",
    "NotoSansEthiopic-Bold",
)


def build_application(
    argv: Sequence[str], words: Words, preferences: Preferences | None = None
) -> QApplication:
    """The application, dressed and speaking the language of `words`; the one there is, if any.

    Without `preferences` it is light.
    """
    make_immortal()
    import_plainly()
    sys.setswitchinterval(_TURN_S)
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(list(argv))
    collect_here(application)
    application.setApplicationName("Mentorapp")
    application.setOrganizationName("Mentorapp")
    application.setDesktopFileName("mentorapp")
    speak(application, words)
    load_fonts()
    # A point size, not pixels: it follows the scale of the screen.
    application.setFont(QFont(["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"], 10))
    if preferences is None:
        wear(application, Look.LIGHT)
    else:
        wear_what_was_worn(application, preferences)
    return application


def speak(application: QApplication, words: Words) -> None:
    """Let Qt's own words, dates and calendars follow this language."""
    QLocale.setDefault(QLocale(words.locale))
    application.installTranslator(QtTexts(words, application))


def load_fonts() -> None:
    """Make the shipped fonts known, so that names in every script show on every system."""
    for name in FONTS:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}.ttf")))
