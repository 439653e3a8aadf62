"""A field for a day, typed as people in the Nordic countries write it."""

import re
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import to_date, to_qdate
from ui.icons import icon

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PARTS = re.compile(r"(\d{1,2})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{4}|\d{2}))?\.?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")


class Lean(Enum):
    """Where a day without a year lies, seen from today."""

    PAST = "past"
    NEAREST = "nearest"
    FUTURE = "future"


def read_date(text: str, today: date, lean: Lean = Lean.NEAREST) -> date | None:
    """The day that `text` means; None for an empty text.

    Reads 3.11, 3/11, 03.11.26, 3.11.2026, 031126, 03112026 and 2026-11-03. A day without a year
    gets the year that `lean` asks for. Two digits of a year mean the one at most twenty years
    ahead. Raises ValueError for everything else.
    """
    text = text.strip()
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
        return date(year, month, day)
    found = _PARTS.fullmatch(text.rstrip(".")) or _DIGITS.fullmatch(text)
    if not found:
        raise ValueError(text)
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return date(_full_year(found[3], today), month, day)
    return _without_year(day, month, today, lean)


def _full_year(text: str, today: date) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    year += today.year - today.year % 100
    return year - 100 if year > today.year + 20 else year


def _without_year(day: int, month: int, today: date, lean: Lean) -> date:
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue  # 29 February of another year
    if lean is Lean.PAST:
        candidates = [d for d in candidates if d <= today]
    elif lean is Lean.FUTURE:
        candidates = [d for d in candidates if d >= today]
    if not candidates:
        raise ValueError(f"{day}.{month}")
    return min(candidates, key=lambda d: abs(d - today))


class DateField(QLineEdit):
    """A day or nothing. Alt+Down opens a calendar, Up and Down go a day on or back."""

    changed = Signal()

    def __init__(
        self,
        words: Words,
        today: date,
        lean: Lean = Lean.NEAREST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._today = today
        self._lean = lean
        self._calendar: _Calendar | None = None
        self.setMaxLength(30)
        self.setMaximumWidth(180)
        self.setPlaceholderText(_("dd.mm.yyyy"))
        opener = self.addAction(
            icon("calendar", QPalette.ColorRole.PlaceholderText),
            QLineEdit.ActionPosition.TrailingPosition,
        )
        opener.setText(_("Choose in a calendar (Alt+Down)"))  # what a screen reader says
        opener.setToolTip(opener.text())
        opener.triggered.connect(self.open_calendar)
        self.textChanged.connect(self.changed)

    def value(self) -> date | None:
        """The day; None when nothing was typed or it cannot be read (see `problem`)."""
        try:
            return read_date(self.text(), self._today, self._lean)
        except ValueError:
            return None

    def set_value(self, day: date | None) -> None:
        """Show `day`."""
        self.setText("" if day is None else f"{day:%d.%m.%Y}")

    def problem(self) -> str:
        """A sentence when what was typed is no day."""
        try:
            read_date(self.text(), self._today, self._lean)
        except ValueError:
            return self._words.text("Write the date as day.month.year, for example 3.11.2026.")
        return ""

    def open_calendar(self) -> None:
        """Show a month to choose from, below the field."""
        calendar = _Calendar(self, self._words.language)
        self._calendar = calendar
        calendar.month.setSelectedDate(to_qdate(self.value() or self._today))
        calendar.month.activated.connect(self._choose)
        calendar.month.clicked.connect(self._choose)
        calendar.move(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.show()
        calendar.month.setFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        day = self.value()
        if day is not None and self.text() != f"{day:%d.%m.%Y}":
            self.set_value(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.problem():
            step = 1 if event.key() == Qt.Key.Key_Up else -1
            day = self.value()
            self.set_value(self._today if day is None else day + timedelta(days=step))
        else:
            super().keyPressEvent(event)

    def _choose(self, day: QDate) -> None:
        self.set_value(to_date(day))
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class _Calendar(QFrame):
    def __init__(self, field: QWidget, language: str) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = QCalendarWidget()
        self.month.setLocale(QLocale(language))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.month)
        self.month.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return super().eventFilter(watched, event)
