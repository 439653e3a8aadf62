"""The five best for one person, what each would cost the whole, and the best reason."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Candidate
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.pairing.wording import candidate_line, name_of
from ui.widgets.buttons import picture_button
from ui.widgets.fields import ChoiceField
from ui.widgets.line_list import LineList


class Others(QWidget):
    """Waits for its candidates; Enter on one asks why it is not that one.

    For a proposal there are two persons to look from: `sides` are (role id, heading) of each.
    """

    wanted = Signal(object)
    """The role id of whoever is looked from now: answer with `show_candidates`."""
    opened = Signal(object)
    """A candidate's role id."""

    def __init__(
        self,
        words: Words,
        sides: Sequence[tuple[UUID, str]],
        why_not: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`why_not` is called to ask about anybody else."""
        super().__init__(parent)
        _ = words.text
        self._words = words
        self.setObjectName("sheet")
        self.side = ChoiceField(sides)
        self.side.setAccessibleName(_("Whose candidates"))
        self.side.changed.connect(self._turn)
        self._title = sides[0][1]
        self.heading = plain_label(self._title, "h2") if len(sides) == 1 else None
        self.state = plain_label(name="muted")
        self.state.setWordWrap(True)
        self.list = LineList(sides[0][1])
        self.list.opened.connect(self.opened)
        self.ask_button = picture_button(_("Why not …"), "info", why_not)
        self.ask_button.setToolTip(_("Ask about any two people (Ctrl+I)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        if self.heading is None:
            layout.addWidget(self.side)
        else:
            self.heading.setWordWrap(True)
            layout.addWidget(self.heading)
            # Inside, but in no layout: only asked which side is looked from.
            self.side.setParent(self)
            self.side.hide()
        layout.addWidget(self.state)
        layout.addWidget(self.list)
        layout.addWidget(self.ask_button)
        self._wait()

    def ask(self) -> None:
        """Let whoever listens look for the candidates."""
        self.wanted.emit(self.side.value())

    def show_candidates(
        self, of: UUID, candidates: Sequence[Candidate], names: Mapping[UUID, str], note: str = ""
    ) -> None:
        """The candidates of `of`, unless the other side is looked from meanwhile."""
        if of != self.side.value():
            return
        words = self._words
        self.list.show_lines(
            [candidate_line(words, one, name_of(names, one.role_id)) for one in candidates]
        )
        self.list.setVisible(bool(candidates))
        impossible = bool(candidates) and all(one.obstacles for one in candidates)
        if self.heading is not None:
            self.heading.setText(words.text("Who comes closest") if impossible else self._title)
        elif impossible:
            note = note or words.text("None of them is possible as it is; these come closest.")
        self.state.setText(note if candidates else words.text("Nobody else fits."))
        self.state.setVisible(not candidates or bool(note))

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer."""
        self.list.hide()
        self.state.setText(explain(self._words, refused))
        self.state.show()

    def _turn(self) -> None:
        self.list.setAccessibleName(self.side.currentText())
        self._wait()
        self.ask()

    def _wait(self) -> None:
        self.list.show_lines([])
        self.list.hide()
        self.state.setText(self._words.text("Working it out …"))
        self.state.show()
