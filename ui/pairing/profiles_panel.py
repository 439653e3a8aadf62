"""Two people beside each other; what both have carries a tick and stands first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.profiles import Profiles, Side, Trait
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.profiles import say_trait_value
from mentorapp.words.refusals import explain
from ui.format import plain_label

_TICK = "✓"
_MOST_SHARED = 6
_MOST_OWN = 3


class ProfilesPanel(QWidget):
    """Waits for its two people; names above, then a line for each trait."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self.setObjectName("sheet")
        self.state = plain_label(_("Looking up both …"), "muted")
        self.state.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(plain_label(_("Side by side"), "h2"))
        layout.addWidget(self.state)
        layout.addLayout(self._grid)

    def show_profiles(self, found: Profiles) -> None:
        """These two."""
        words = self._words
        self.state.setText(
            words.text("%(tick)s marks what both have, or a wish that is met.") % {"tick": _TICK}
        )
        self._put(found.newcomer, 0, 0, "strong")
        self._put(found.mentor, 0, 1, "strong")
        for line in found.lines:
            at = self._grid.rowCount()
            self._grid.addWidget(plain_label(label(words, line.trait), "muted"), at, 0, 1, 2)
            self._side(line.trait, line.newcomer, found.newcomer, at + 1, 0)
            self._side(line.trait, line.mentor, found.mentor, at + 1, 1)

    def refuse(self, refused: Refused) -> None:
        """Say why there is nothing to see."""
        self.state.setText(explain(self._words, refused))

    def _side(self, trait: Trait, side: Side, name: str, row: int, column: int) -> None:
        words, trait_name = self._words, label(self._words, trait)
        shared = self._said(trait, side.shared, _MOST_SHARED)
        own = self._said(trait, side.own, _MOST_OWN)
        parts = [f"{_TICK} {one}" for one in shared]
        strong = plain_label("\n".join(parts), "strong")
        plain = plain_label(", ".join(own) or ("" if shared else "–"))
        for part, said in ((strong, shared), (plain, own)):
            part.setWordWrap(True)
            if not part.text():
                part.hide()
            pattern = (
                words.text("%(trait)s, both: %(values)s")
                if part is strong and trait is not Trait.WISHES
                else words.text("%(trait)s, met: %(values)s")
                if part is strong
                else words.text("%(trait)s of %(name)s: %(values)s")
            )
            values = words.join(said) if said else "–"
            part.setAccessibleName(pattern % {"trait": trait_name, "values": values, "name": name})
        cell = QWidget()
        cell.setObjectName("sheet")
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(2)
        inside.addWidget(strong)
        inside.addWidget(plain)
        inside.addStretch()
        self._grid.addWidget(cell, row, column)

    def _said(self, trait: Trait, codes: Sequence[str], most: int) -> list[str]:
        words = self._words
        said = [say_trait_value(words, trait, code) for code in codes[:most]]
        if len(codes) > most:
            said.append(words.plural("%(n)d more", "%(n)d more", len(codes) - most))
        return said

    def _put(self, text: str, row: int, column: int, name: str) -> QLabel:
        made = plain_label(text, name)
        made.setWordWrap(True)
        made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._grid.addWidget(made, row, column)
        return made
