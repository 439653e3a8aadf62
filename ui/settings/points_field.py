"""When a pair is followed up: so many days after the agreement, and what about."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from mentorapp.domain.schemes import FollowUpKind, FollowUpPoint
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.fields import ChoiceField, NumberField


class PointsField(QWidget):
    """A line for each follow-up point, and a button for one more."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._lines: list[tuple[QWidget, NumberField, ChoiceField]] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self.add_button = QPushButton(icon("plus"), _("One more follow-up"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add_next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._box)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add_button)

    def value(self) -> tuple[FollowUpPoint, ...]:
        """The points in order of their days, each once."""
        points = {
            FollowUpPoint(days.number() or 1, kind.value()) for _row, days, kind in self._lines
        }
        return tuple(sorted(points))

    def set_value(self, points: Iterable[FollowUpPoint]) -> None:
        """Show these."""
        while self._lines:
            self._drop(self._lines[0][0])
        for point in points:
            self._add(point)

    def _add_next(self) -> None:
        last = max((days.number() or 1 for _row, days, _kind in self._lines), default=0)
        self._add(FollowUpPoint(last + 30, FollowUpKind.CALL)).setFocus()
        self.changed.emit()

    def _add(self, point: FollowUpPoint) -> NumberField:
        _ = self._words.text
        row = QWidget()
        days = NumberField(1, 3660)
        days.set_number(point.days)
        days.setFixedWidth(100)
        days.setAccessibleName(_("Days after the agreement"))
        kind = ChoiceField([(one, label(self._words, one)) for one in FollowUpKind])
        kind.set_value(point.kind)
        kind.setAccessibleName(_("What the follow-up is about"))
        remove = QToolButton()
        remove.setIcon(icon("x"))
        remove.setIconSize(QSize(16, 16))
        remove.setToolTip(_("Remove this follow-up"))
        remove.setAccessibleName(_("Remove this follow-up"))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(days)
        line.addWidget(plain_label(_("days:"), "muted"))
        line.addWidget(kind, 1)
        line.addWidget(remove)
        self._box.addWidget(row)
        self._lines.append((row, days, kind))
        days.changed.connect(self.changed)
        kind.changed.connect(self.changed)
        remove.clicked.connect(lambda: self._remove(row))
        QWidget.setTabOrder(remove, self.add_button)
        return days

    def _remove(self, row: QWidget) -> None:
        self._drop(row)
        self.add_button.setFocus()
        self.changed.emit()

    def _drop(self, row: QWidget) -> None:
        self._lines = [line for line in self._lines if line[0] is not row]
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
