"""What would get somebody a mentor; each can be tried before anything is changed."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Remedy
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from mentorapp.words.remedies import say_remedy
from ui.format import capital, plain_label
from ui.widgets.line_list import Line, LineList


class Remedies(QWidget):
    """Waits for its remedies; Enter on one tries it."""

    opened = Signal(object)
    """The `Remedy` to be tried."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self.setObjectName("sheet")
        heading = plain_label(_("What would help"), "h2")
        self.state = plain_label(_("Working it out …"), "muted")
        self.state.setWordWrap(True)
        self.list = LineList(_("What would help"))
        self.list.opened.connect(self.opened)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        layout.addWidget(self.state)

    def show_remedies(self, remedies: Sequence[Remedy], names: Mapping[UUID, str]) -> None:
        """These would help, the best first."""
        words, _ = self._words, self._words.text
        self.list.show_lines(
            [Line(one, capital(say_remedy(words, one, names))) for one in remedies]
        )
        self.list.setVisible(bool(remedies))
        self.state.setText(
            _("Enter tries one out and changes nothing.")
            if remedies
            else _("No single change would help.")
        )

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer."""
        self.state.setText(explain(self._words, refused))
