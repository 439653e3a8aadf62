"""A field to choose one of many people by typing part of a name or the number."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorapp.words import Words


class Offered(Protocol):
    """Somebody who can be chosen; `free` is how many more newcomers a mentor can take."""

    @property
    def role_id(self) -> UUID: ...
    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def free(self) -> int: ...


class PersonField(QLineEdit):
    """Name and number as text; a text that is nobody's name means nobody."""

    changed = Signal()

    def __init__(
        self,
        words: Words,
        people: Sequence[Offered],
        *,
        free: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """With `free` it stands beside each how many newcomers the person can still take."""
        super().__init__(parent)
        self._by_text: dict[str, UUID] = {}
        for one in sorted(people, key=lambda person: person.name.casefold()):
            text = f"{one.name} ({one.number})"
            if free:
                room = words.plural("room for %(n)d", "room for %(n)d", max(0, one.free))
                text = f"{text} · {room}"
            self._by_text[text] = one.role_id
        self._last: UUID | None = None
        self.setPlaceholderText(words.text("Type a name or a number"))
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(self._by_text), completer))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.textChanged.connect(self._typed)

    def value(self) -> UUID | None:
        """Who is chosen: the text as offered, or the only one whose text holds what was typed."""
        text = self.text().strip()
        if text in self._by_text:
            return self._by_text[text]
        hits = [who for shown, who in self._by_text.items() if text.casefold() in shown.casefold()]
        return hits[0] if text and len(hits) == 1 else None

    def set_value(self, role_id: UUID) -> None:
        """Choose somebody; nobody when he is not offered."""
        self.setText(next((t for t, who in self._by_text.items() if who == role_id), ""))

    def sizeHint(self) -> QSize:
        return QSize(360, super().sizeHint().height())

    def _typed(self) -> None:
        if self.value() != self._last:
            self._last = self.value()
            self.changed.emit()
