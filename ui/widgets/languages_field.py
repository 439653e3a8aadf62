"""Languages somebody speaks, each with its level."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.chips import TypeAhead, not_taken
from ui.widgets.fields import ChoiceField


class LanguagesField(QWidget):
    """A line for each language with its level, and a line to type the next."""

    changed = Signal()

    def __init__(
        self,
        words: Words,
        languages: Sequence[tuple[str, str]],
        levels: Sequence[tuple[str, str]],
        usual_level: str,
        parent: QWidget | None = None,
    ) -> None:
        """`languages` and `levels` are (key, name); a language is added at `usual_level`."""
        super().__init__(parent)
        self._words = words
        self._names = dict(languages)
        self._levels = list(levels)
        self._usual = usual_level
        self._rows: dict[str, tuple[QWidget, ChoiceField]] = {}
        self.edit = TypeAhead()
        self.edit.setPlaceholderText(words.text("Type to choose …"))
        self.edit.set_choices(languages, lambda: self._rows)
        self.setFocusProxy(self.edit)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._lines)
        layout.addWidget(self.edit)
        self.edit.taken.connect(self._add)
        self.edit.back.connect(self._remove_last)
        self.edit.textEdited.connect(self.changed)

    def value(self) -> tuple[tuple[str, str], ...]:
        """(language, level) in the order chosen."""
        return tuple((key, level.value()) for key, (_row, level) in self._rows.items())

    def set_value(self, spoken: Iterable[tuple[str, str]]) -> None:
        """Show these."""
        for key in list(self._rows):
            self._drop(key)
        for key, level in spoken:
            self._put(key, level)
        self.changed.emit()

    def written(self) -> str:
        """Each language with its level."""
        return " ".join(f"{key}:{level}" for key, level in self.value())

    def write_back(self, text: str) -> None:
        """Show what was written."""
        self.set_value((one.partition(":")[0], one.partition(":")[2]) for one in text.split())

    def told(self) -> str:
        """The names with their levels."""
        return ", ".join(
            f"{self._names.get(key, key)} ({level.currentText()})"
            for key, (_row, level) in self._rows.items()
        )

    def problem(self) -> str:
        """A sentence when something was typed and no language chosen: it would be lost."""
        return not_taken(self._words, self.edit)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """At a level Enter goes back to the line for the next language, Delete removes this one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            at = next((key for key, (_row, level) in self._rows.items() if level is watched), None)
            if at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.edit.setFocus(Qt.FocusReason.TabFocusReason)
                    return True
            elif at is not None and event.key() == Qt.Key.Key_Delete:
                self._remove(at)
                return True
        return super().eventFilter(watched, event)

    def _add(self, key: str) -> None:
        if key not in self._rows:
            level = self._put(key, self._usual)
            level.setFocus()
            self.changed.emit()

    def _put(self, key: str, level: str) -> ChoiceField:
        _ = self._words.text
        name = self._names.get(key, key)
        row = QFrame()
        choose = ChoiceField(self._levels)
        choose.set_value(level)
        choose.setMinimumContentsLength(15)
        choose.setAccessibleName(_("Level of %(language)s") % {"language": name})
        remove = QToolButton()
        remove.setIcon(icon("x"))
        remove.setIconSize(QSize(16, 16))
        remove.setToolTip(_("Remove %(name)s") % {"name": name})
        remove.setAccessibleName(_("Remove %(name)s") % {"name": name})
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(plain_label(name), 0, 0)
        grid.addWidget(choose, 0, 1)
        grid.addWidget(remove, 0, 2)
        self._lines.addWidget(row)
        self._rows[key] = (row, choose)
        choose.changed.connect(self.changed)
        choose.installEventFilter(self)
        remove.clicked.connect(lambda: self._remove(key))
        # Tab goes through the languages first and then to the line that adds one.
        QWidget.setTabOrder(remove, self.edit)
        return choose

    def _remove(self, key: str) -> None:
        self._drop(key)
        self.edit.setFocus()
        self.changed.emit()

    def _drop(self, key: str) -> None:
        row, _level = self._rows.pop(key)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove_last(self) -> None:
        if self._rows:
            self._remove(list(self._rows)[-1])
