"""A field to choose one of many people, organisations or the like by typing part of a name."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorapp.words import Words


class RecordField(QLineEdit):
    """Names as text; a text that is no name means nobody, and is told when it is not empty."""

    changed = Signal()

    def __init__(
        self,
        words: Words,
        choices: Iterable[tuple[UUID, str]],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (id, text), each text once, in the order in which they are offered."""
        super().__init__(parent)
        self._words = words
        self._by_text: dict[str, UUID] = {}
        self._last: UUID | None = None
        self.setPlaceholderText(hint or words.text("Type a name or a number"))
        completer = QCompleter(self)
        self._offered = QStringListModel(completer)
        completer.setModel(self._offered)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.offer(choices)
        self.textChanged.connect(self._typed)

    def offer(self, choices: Iterable[tuple[UUID, str]]) -> None:
        """Offer these from now on; what was chosen of the others is taken back."""
        chosen = self.value()
        self._by_text = {text: record_id for record_id, text in choices}
        self._offered.setStringList(list(self._by_text))
        if chosen is not None and chosen not in self._by_text.values():
            self.clear()

    def value(self) -> UUID | None:
        """Who is chosen: the text as offered, or the only one whose text holds what was typed."""
        text = self.text().strip()
        if text in self._by_text:
            return self._by_text[text]
        hits = [who for shown, who in self._by_text.items() if text.casefold() in shown.casefold()]
        return hits[0] if text and len(hits) == 1 else None

    def set_value(self, record_id: UUID | None) -> None:
        """Choose somebody; nobody when he is not offered."""
        self.setText(next((t for t, who in self._by_text.items() if who == record_id), ""))
        self.setCursorPosition(0)

    def written(self) -> str:
        """The id of who is chosen, else what was typed."""
        chosen = self.value()
        return self.text().strip() if chosen is None else str(chosen)

    def write_back(self, text: str) -> None:
        """Show what `written` gave; of somebody who is not offered any more nothing."""
        names = {str(who): shown for shown, who in self._by_text.items()}
        self.setText(names.get(text, "" if _is_id(text) else text))
        self.setCursorPosition(0)

    def told(self) -> str:
        """The name."""
        return self.text().strip()

    def problem(self) -> str:
        """What was typed fits nobody, or several."""
        if not self.text().strip() or self.value() is not None:
            return ""
        return self._words.text("Choose one from the list: “%(text)s” is not one of them.") % {
            "text": self.text().strip()
        }

    def sizeHint(self) -> QSize:
        return QSize(360, super().sizeHint().height())

    def _typed(self) -> None:
        if self.value() != self._last:
            self._last = self.value()
            self.changed.emit()


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
