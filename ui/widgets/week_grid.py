"""Weekdays by parts of the day: when somebody can meet."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.announcing import announce

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class WeekGrid(QWidget):
    """Seven days across, three parts down; arrows move, Space ticks, Tab leaves. Shift with the
    arrows chooses several, which Space ticks or unticks together.

    The value is a set of (weekday, part): weekday 0 is Monday, part 0 morning, 1 afternoon and
    2 evening, the numbers of the domain's enums.
    """

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        locale = QLocale(words.language)
        self._words = words
        self._parts = (_("Morning"), _("Afternoon"), _("Evening"))
        self._begun: tuple[int, int] | None = None
        """Where a choice of several began."""
        self._chosen: list[tuple[int, int]] = []
        self._cells: dict[tuple[int, int], QToolButton] = {}
        self._label = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setSpacing(4)
        self._days = []
        for day in range(7):
            self._days.append(locale.dayName(day + 1, QLocale.FormatType.LongFormat))
            short = locale.dayName(day + 1, QLocale.FormatType.ShortFormat).rstrip(".")
            grid.addWidget(plain_label(short, "muted"), 0, day + 1, Qt.AlignmentFlag.AlignHCenter)
        for part, name in enumerate(self._parts):
            grid.addWidget(plain_label(name, "muted"), part + 1, 0)
            for day in range(7):
                cell = self._cell(day, part)
                grid.addWidget(cell, part + 1, day + 1)
        grid.setColumnStretch(8, 1)
        first = self._cells[0, 0]
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(first)

    def value(self) -> frozenset[tuple[int, int]]:
        """The ticked cells."""
        return frozenset(at for at, cell in self._cells.items() if cell.isChecked())

    def set_value(self, cells: Iterable[tuple[int, int]]) -> None:
        """Tick these and no others."""
        wanted = set(cells)
        for at, cell in self._cells.items():
            cell.setChecked(at in wanted)

    def written(self) -> str:
        """The ticked cells."""
        return " ".join(f"{day}/{part}" for day, part in sorted(self.value()))

    def write_back(self, text: str) -> None:
        """Tick what was written."""
        cells = (one.split("/") for one in text.split())
        self.set_value((int(day), int(part)) for day, part in cells)

    def told(self) -> str:
        """Days with parts of the day."""
        return ", ".join(
            f"{self._days[day]} {self._parts[part].lower()}" for day, part in sorted(self.value())
        )

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._label = name
        for (day, part), cell in self._cells.items():
            cell.setAccessibleName(self._name(day, part))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            at = next((at for at, cell in self._cells.items() if cell is watched), None)
            if step is not None and at is not None:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self._extend(at, step)
                else:
                    self._choose(())
                    self._go((at[0] + step[0]) % 7, (at[1] + step[1]) % 3)
                return True
            if event.key() == Qt.Key.Key_Space and len(self._chosen) > 1:
                self._tick_chosen()
                return True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._choose(())
        return super().eventFilter(watched, event)

    def _cell(self, day: int, part: int) -> QToolButton:
        cell = QToolButton()
        cell.setObjectName("cell")
        cell.setCheckable(True)
        cell.setIconSize(QSize(16, 16))
        cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        cell.setToolTip(f"{self._days[day] if day < len(self._days) else ''} {self._parts[part]}")
        cell.installEventFilter(self)
        self._cells[day, part] = cell
        cell.setAccessibleName(self._name(day, part))
        cell.toggled.connect(lambda on: self._toggled(day, part, on))
        return cell

    def _toggled(self, day: int, part: int, on: bool) -> None:
        cell = self._cells[day, part]
        cell.setIcon(icon("check", QPalette.ColorRole.HighlightedText) if on else QIcon())
        cell.setAccessibleName(self._name(day, part))
        self.changed.emit()

    def _name(self, day: int, part: int) -> str:
        _ = self._words.text
        slot = f"{self._days[day]} {self._parts[part].lower()}"
        on = self._cells[day, part].isChecked()
        said = (_("%(time)s, available") if on else _("%(time)s, not available")) % {"time": slot}
        return f"{self._label}: {said}" if self._label else said

    def _extend(self, at: tuple[int, int], step: tuple[int, int]) -> None:
        """One further, as far as the week goes, with all between there and where it began."""
        begun = at if self._begun is None else self._begun
        day, part = min(6, max(0, at[0] + step[0])), min(2, max(0, at[1] + step[1]))
        days = range(min(begun[0], day), max(begun[0], day) + 1)
        parts = range(min(begun[1], part), max(begun[1], part) + 1)
        self._go(day, part)
        self._choose([(one, other) for one in days for other in parts])
        self._begun = begun
        announce(self, self._words.plural("%(n)d time", "%(n)d times", len(self._chosen)))

    def _choose(self, cells: Iterable[tuple[int, int]]) -> None:
        self._begun, before, self._chosen = None, self._chosen, list(cells)
        for at in {*before, *self._chosen}:
            cell = self._cells[at]
            cell.setProperty("chosen", at in self._chosen)
            cell.style().unpolish(cell)
            cell.style().polish(cell)

    def _tick_chosen(self) -> None:
        on = not all(self._cells[at].isChecked() for at in self._chosen)
        for at in self._chosen:
            self._cells[at].setChecked(on)
        times = self._words.plural("%(n)d time", "%(n)d times", len(self._chosen))
        _ = self._words.text
        said = _("%(time)s, available") if on else _("%(time)s, not available")
        announce(self, said % {"time": times})

    def _go(self, day: int, part: int) -> None:
        # One stop for Tab: the cell visited last.
        for cell in self._cells.values():
            cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        cell = self._cells[day, part]
        cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(cell)
        cell.setFocus(Qt.FocusReason.TabFocusReason)
