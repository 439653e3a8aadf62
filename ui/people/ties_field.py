"""Whom somebody must not be paired with: a line to find people by name, and one for each found."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mentorapp.domain.people import Person
from mentorapp.domain.ties import Tie, TieKind
from mentorapp.operations.ties import TieRow
from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.people.choices import enum_choices
from ui.people.person_search import PersonSearch, name_and_number
from ui.people.submission import TieChanges
from ui.widgets.fields import ChoiceField


@dataclass(frozen=True, slots=True)
class _Line:
    row: QWidget
    other_id: UUID
    name: str
    kind: ChoiceField
    remove: QToolButton
    stored: Tie | None
    shown: TieKind


class TiesField(QWidget):
    """Tells what was changed, not what there is: others may tie and untie meanwhile."""

    changed = Signal()
    asks_people = Signal(str)
    """Who is called that? The answer comes with `offer_people`."""

    def __init__(self, words: Words, person_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._person_id = person_id
        self._lines: list[_Line] = []
        self._found: dict[str, Person] = {}
        self._removed: list[Tie] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self.search = PersonSearch()
        self.search.setPlaceholderText(_("Type a name or number …"))
        self.search.asks.connect(self.asks_people)
        self.search.taken.connect(self._take)
        self._nobody = plain_label("", "muted")
        self._nobody.setWordWrap(True)
        self._nobody.hide()
        self.search.textEdited.connect(self._nobody.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self._nobody)
        layout.addLayout(self._box)
        self.setFocusProxy(self.search)

    def show_ties(self, ties: Iterable[TieRow]) -> None:
        """Fill the field, before anybody types."""
        for one in ties:
            self._add(one.person_id, name_and_number(one.name, one.number), one.kind, one.tie)

    def offer_people(self, text: str, people: Sequence[Person]) -> None:
        """Who was found; the person and whoever has a line already are left out."""
        taken = {self._person_id, *(line.other_id for line in self._lines)}
        free = [one for one in people if one.id not in taken]
        self._found = {str(one.id): one for one in free}
        self.search.show_found(text, free)
        said = self._words.text("Nobody here has the name or number “%(text)s”.")
        self._nobody.setText(said % {"text": text})
        self._nobody.setVisible(not people and text == self.search.typed)

    def changes(self) -> TieChanges:
        """What was added or given another kind, and what was taken away."""
        return TieChanges(
            added=tuple(
                (line.other_id, line.kind.value())
                for line in self._lines
                if line.stored is None or line.kind.value() is not line.shown
            ),
            removed=tuple(self._removed),
        )

    def written(self) -> str:
        """What was changed, with the names to show it again."""
        added = [
            [str(line.other_id), line.name, line.kind.written()]
            for line in self._lines
            if line.stored is None or line.kind.value() is not line.shown
        ]
        gone = [str(tie.id) for tie in self._removed]
        return json.dumps([added, gone]) if added or gone else ""

    def write_back(self, text: str) -> None:
        """Make the changes that were written; those of somebody tied or untied since are left."""
        added, gone = json.loads(text) if text else ((), ())
        for line in list(self._lines):
            if line.stored is not None and str(line.stored.id) in gone:
                self._remove(line)
        for other_id, name, kind in added:
            known = [line.kind for line in self._lines if str(line.other_id) == other_id]
            field = known[0] if known else self._add(UUID(other_id), name, TieKind.RELATIVE, None)
            field.write_back(kind)
        self.changed.emit()

    def told(self) -> str:
        """Who is tied, and how."""
        return ", ".join(f"{line.name} ({line.kind.currentText()})" for line in self._lines)

    def problem(self) -> str:
        """A sentence when a name was typed and nobody chosen."""
        if not self.search.typed:
            return ""
        return self._words.text("Choose somebody from the list, or empty the line.")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.search.setAccessibleName(name)

    def _take(self, key: str) -> None:
        person = self._found.pop(key)
        name = name_and_number(person.name, person.number)
        self._add(person.id, name, TieKind.RELATIVE, None).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _add(self, other_id: UUID, name: str, shown: TieKind, stored: Tie | None) -> ChoiceField:
        _ = self._words.text
        row = QWidget()
        kind = ChoiceField(enum_choices(self._words, TieKind))
        kind.set_value(shown)
        kind.setFixedWidth(200)
        kind.setAccessibleName(_("What ties them: %(name)s") % {"name": name})
        kind.changed.connect(self.changed)
        remove = QToolButton()
        remove.setIcon(icon("x"))
        remove.setIconSize(QSize(16, 16))
        remove.setToolTip(_("Remove this tie"))
        remove.setAccessibleName(_("Remove this tie: %(name)s") % {"name": name})
        said = plain_label(name)
        said.setWordWrap(True)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(said, 1)
        across.addWidget(kind)
        across.addWidget(remove)
        self._box.addWidget(row)
        row.show()  # at once, so that it can take the keyboard
        # A line made later stands below the others in the order of Tab, too.
        QWidget.setTabOrder(self._lines[-1].remove if self._lines else self.search, kind)
        QWidget.setTabOrder(kind, remove)
        line = _Line(row, other_id, name, kind, remove, stored, shown)
        self._lines.append(line)
        remove.clicked.connect(lambda: self._remove(line))
        return kind

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        if line.stored is not None:
            self._removed.append(line.stored)
        self._box.removeWidget(line.row)
        line.row.hide()
        line.row.deleteLater()
        self.search.setFocus()
        self.changed.emit()
