"""Lines of text that say, inside the field, how they were understood: a place, an age."""

from datetime import date

from babel import Locale
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorapp.reference.places import COUNTRIES, place
from mentorapp.words import Words
from ui.format import plain_label, sort_key
from ui.widgets.fields import TextField


class NotedField(TextField):
    """A line with a muted note at its right end."""

    def __init__(self, longest: int = 200, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(longest, hint, parent)
        self.note = plain_label(name="muted")
        self.note.setParent(self)
        self.note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def set_note(self, text: str) -> None:
        """Show how the text was understood; "" when there is nothing to say."""
        self.note.setText(text)
        self.setAccessibleDescription(text)
        self._place_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    def _place_note(self) -> None:
        width = min(self.note.sizeHint().width(), max(0, self.width() - 90))
        self.note.setGeometry(self.width() - width - 10, 0, width, self.height())
        self.setTextMargins(0, 0, width + 6 if width else 0, 0)


class PostalField(NotedField):
    """A postal code that shows its place at once; whether it exists, the office decides."""

    def __init__(self, country: str = "NO", parent: QWidget | None = None) -> None:
        super().__init__(12, "", parent)
        self._country = country
        self.setMaximumWidth(320)
        self.changed.connect(self._look_up)

    def set_country(self, country: str) -> None:
        """Look codes up in this country from now on."""
        self._country = country
        self._look_up()

    def _look_up(self) -> None:
        found = place(self._country, self.value()) if self.value() else None
        self.set_note(found.place if found else "")


class YearField(NotedField):
    """A year of birth, four digits, or nothing; shows the age reached this year."""

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(4, "", parent)
        self._words = words
        self._today = today
        self.setMaximumWidth(180)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.changed.connect(self._tell_age)

    def year(self) -> int | None:
        """The year; None when nothing was typed or it cannot be read (see `problem`)."""
        text = self.value()
        return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None

    def set_year(self, year: int | None) -> None:
        """Show `year`."""
        self.set_value("" if year is None else str(year))

    def problem(self) -> str:
        """A sentence when what was typed is no year."""
        if self.value() and self.year() is None:
            return self._words.text("Write the year with four digits, for example 1985.")
        return ""

    def _tell_age(self) -> None:
        year = self.year()
        age = -1 if year is None else self._today.year - year
        known = 0 <= age <= 120
        self.set_note(self._words.plural("%(n)d year", "%(n)d years", age) if known else "")


def country_choices(words: Words) -> list[tuple[str, str]]:
    """The countries whose postal codes are known, by name, in alphabetical order."""
    territories = Locale.parse(words.locale).territories
    named = [(code, str(territories[code])) for code in COUNTRIES]
    order = sort_key(words.language)
    return sorted(named, key=lambda one: order(one[1]))
