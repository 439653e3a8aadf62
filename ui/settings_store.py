"""What the program remembers for one user of one computer: language, look, window, last office.

Nothing here is about the people in an office.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

#: What can be chosen. Never is not among them.
LOCK_MINUTES = (2, 5, 10, 15, 30, 60)
USUAL_LOCK_MINUTES = 5


class Preferences:
    """Typed access to the settings; what is missing or of the wrong kind is None."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def language(self) -> str | None:
        """The language of the window, as `Words` takes it."""
        return self._text("language")

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def office_file(self) -> Path | None:
        """The office that was open last, whether or not it is still there."""
        found = self._text("office_file")
        return Path(found) if found else None

    @office_file.setter
    def office_file(self, file: Path | None) -> None:
        if file is None:
            self._settings.remove("office_file")
        else:
            self._settings.setValue("office_file", str(file))

    @property
    def look(self) -> str | None:
        """The value of a `ui.appearance.Look`."""
        return self._text("look")

    @look.setter
    def look(self, look: str) -> None:
        self._settings.setValue("look", look)

    @property
    def scheme(self) -> str | None:
        """The name of the `ui.theme.Tokens` worn last."""
        return self._text("scheme")

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._settings.setValue("scheme", scheme)

    @property
    def lock_minutes(self) -> int:
        """After so long without a sign of life the window locks, where an office is encrypted."""
        found = self._text("lock_minutes") or ""
        minutes = int(found) if found.isascii() and found.isdigit() else USUAL_LOCK_MINUTES
        return min(max(minutes, LOCK_MINUTES[0]), LOCK_MINUTES[-1])

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._settings.setValue("lock_minutes", str(minutes))

    @property
    def geometry(self) -> QByteArray | None:
        """Size and place of the window, in Qt's own form."""
        found = self._settings.value("geometry")
        return found if isinstance(found, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    def splitter(self, name: str) -> QByteArray | None:
        """How a page was divided, in Qt's own form."""
        found = self._settings.value(f"splitters/{name}")
        return found if isinstance(found, QByteArray) else None

    def keep_splitter(self, name: str, state: QByteArray) -> None:
        """`name` is that of a page and a class."""
        self._settings.setValue(f"splitters/{name}", state)

    def columns(self, name: str) -> str | None:
        """The columns of a list, as its `ColumnChoice` writes them."""
        return self._text(f"columns/{name}")

    def keep_columns(self, name: str, written: str) -> None:
        """`name` is that of a page and a class; "" for the standard columns."""
        if written:
            self._settings.setValue(f"columns/{name}", written)
        else:
            self._settings.remove(f"columns/{name}")

    def _text(self, key: str) -> str | None:
        found = self._settings.value(key)
        return found if isinstance(found, str) else None


def user_preferences() -> Preferences:
    """The preferences of whoever is logged in, where the system keeps such things."""
    return Preferences(
        QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Mentorapp", "Mentorapp")
    )
