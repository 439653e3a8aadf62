"""Several of a long list, chosen by typing: interests, occupations, languages.

Typing shows what fits, Enter takes the first or the marked one, Backspace in the empty line
removes the last chip, Left goes into the chips, where Delete removes.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QFrame, QLineEdit, QToolButton, QWidget

from mentorapp.domain.text import plain_fold, search_fold
from mentorapp.words import Words
from ui.icons import icon
from ui.widgets.flow_layout import FlowLayout

_MOST_OFFERED = 60


def offers(typed: str, choices: Sequence[tuple[str, str]], taken: Iterable[str]) -> list[str]:
    """Names that fit what was typed, beginnings before middles, without what is taken."""
    gone = set(taken)
    wanted, folded = plain_fold(typed.strip()), search_fold(typed.strip())
    first, later = [], []
    for key, name in choices:
        if key in gone:
            continue
        plain = plain_fold(name)
        if plain.startswith(wanted) or search_fold(name).startswith(folded):
            first.append(name)
        elif wanted in plain or folded in search_fold(name):
            later.append(name)
    return [*first, *later][:_MOST_OFFERED]


class TypeAhead(QLineEdit):
    """A line that offers names while one types and tells which key was taken."""

    taken = Signal(str)
    back = Signal()
    """Backspace was pressed with nothing typed."""
    left = Signal()
    """Left was pressed at the beginning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[tuple[str, str]] = []
        self._gone: Callable[[], Iterable[str]] = tuple
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        completer.setWidget(self)
        self._completer = completer
        # Enter and clicks in the list both arrive here, as text.
        completer.activated.connect(self._take)
        self.setMaxLength(100)
        self.textEdited.connect(self._offer)

    def set_choices(
        self, choices: Sequence[tuple[str, str]], gone: Callable[[], Iterable[str]]
    ) -> None:
        """Offer these (key, name), without the keys that `gone` gives at that moment."""
        self._choices = list(choices)
        self._gone = gone

    @property
    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None  # noqa: S101 - a completer makes its popup when asked
        return popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        popup = self._popup
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self._enter():
                return
        elif key == Qt.Key.Key_Escape and popup.isVisible():
            popup.hide()
            return
        elif key == Qt.Key.Key_Down and not popup.isVisible():
            self._offer(self.text())
            return
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
            return
        elif key == Qt.Key.Key_Left and self.cursorPosition() == 0:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        names = {name.casefold(): name for _key, name in self._choices}
        exact = names.get(self.text().strip().casefold())
        if exact is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take(exact)

    def _enter(self) -> bool:
        popup = self._popup
        if popup.isVisible() and popup.currentIndex().isValid():
            self._take(str(popup.currentIndex().data()))
            return True
        found = offers(self.text(), self._choices, self._gone()) if self.text().strip() else []
        if found:
            self._take(found[0])
        # With something typed Enter never saves the form around the field.
        return bool(found) or bool(self.text().strip())

    def _offer(self, typed: str) -> None:
        found = offers(typed, self._choices, self._gone())
        self._offers.setStringList(found)
        if found:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, name: str) -> None:
        self._popup.hide()
        key = next((key for key, other in self._choices if other == name), None)
        self.clear()
        if key is not None:
            self.taken.emit(key)


def not_taken(words: Words, line: TypeAhead) -> str:
    """What to say about text that was left in the line."""
    text = line.text().strip()
    if not text:
        return ""
    return words.text("Choose one from the list: “%(text)s” is not one of them.") % {"text": text}


class ChipsField(QFrame):
    """Chosen names as chips, in the order they were chosen, and a line to type the next."""

    changed = Signal()

    def __init__(
        self,
        words: Words,
        choices: Sequence[tuple[str, str]],
        hint: str = "",
        parent: QWidget | None = None,
        *,
        hidden: Collection[str] = (),
    ) -> None:
        """`hidden` keys have a name for whoever has them, and are not offered."""
        super().__init__(parent)
        self._words = words
        self._names = dict(choices)
        self._chips: dict[str, QToolButton] = {}
        self.setObjectName("field")
        self.edit = TypeAhead()
        self.edit.setPlaceholderText(hint or words.text("Type to choose …"))
        self.edit.setMinimumWidth(140)
        offered = [one for one in choices if one[0] not in hidden]
        self.edit.set_choices(offered, lambda: self._chips)
        self.setFocusProxy(self.edit)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(6, 5, 6, 5)
        self._flow.addWidget(self.edit)
        self.edit.taken.connect(self._add)
        self.edit.back.connect(self._remove_last)
        self.edit.left.connect(self._into_chips)
        self.edit.textEdited.connect(self.changed)
        self.edit.installEventFilter(self)

    def value(self) -> tuple[str, ...]:
        """The chosen keys."""
        return tuple(self._chips)

    def set_value(self, keys: Iterable[str]) -> None:
        """Choose these; a key that is not offered is kept and shown as it is."""
        for chip in self._chips.values():
            self._drop(chip)
        self._chips.clear()
        for key in keys:
            self._put(key)
        self.changed.emit()

    def written(self) -> str:
        """The chosen keys."""
        return " ".join(self._chips)

    def write_back(self, text: str) -> None:
        """Choose what was written."""
        self.set_value(text.split())

    def told(self) -> str:
        """The chosen names."""
        return ", ".join(self._names.get(key, key) for key in self._chips)

    def problem(self) -> str:
        """A sentence when something was typed and nothing chosen: it would be lost."""
        return not_taken(self._words, self.edit)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The frame around chips and line shows the keyboard, as a field of one piece would.
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("active", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def _add(self, key: str) -> None:
        if key not in self._chips:
            self._put(key)
            self.changed.emit()

    def _put(self, key: str) -> None:
        name = self._names.get(key, key)
        chip = Chip(self._words, name)
        chip.setParent(self)
        chip.clicked.connect(lambda: self._remove(key))
        chip.gone.connect(lambda: self._remove(key))
        chip.moved.connect(lambda step: self._move(key, step))
        self._flow.insert_widget(len(self._chips), chip)
        self._chips[key] = chip
        chip.show()
        self.updateGeometry()

    def _remove(self, key: str) -> None:
        chip = self._chips.pop(key, None)
        if chip is not None:
            self._drop(chip)
            self.edit.setFocus()
            self.changed.emit()

    def _drop(self, chip: QToolButton) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    def _remove_last(self) -> None:
        if self._chips:
            self._remove(list(self._chips)[-1])

    def _into_chips(self) -> None:
        if self._chips:
            list(self._chips.values())[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, key: str, step: int) -> None:
        at = list(self._chips).index(key) + step
        if at >= len(self._chips):
            self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0:
            list(self._chips.values())[at].setFocus(Qt.FocusReason.TabFocusReason)


class Chip(QToolButton):
    """A name that can be taken away: by a click, or with Delete or Backspace."""

    gone = Signal()
    moved = Signal(int)
    """The arrow keys go to the one before (-1) or after (1)."""

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setText(name.replace("&", "&&"))
        self.setIcon(icon("x"))
        self.setIconSize(QSize(12, 12))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        # Reached with the arrow keys from the line, so that Tab does not stop at each.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(words.text("Remove %(name)s") % {"name": name})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.gone.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)
