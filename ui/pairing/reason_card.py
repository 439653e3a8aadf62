"""What the card tells of a reason that stops people: who they are, and what would help each.

Nothing is changed by it: Enter on a newcomer's line tries the change, on a mentor's goes to her.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Remedy
from mentorapp.domain.proposals import LeftOver
from mentorapp.operations import explaining
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.words import Words
from mentorapp.words.reasons import say_left_over
from mentorapp.words.refusals import explain
from mentorapp.words.remedies import say_remedy
from ui.format import capital, plain_label
from ui.pairing.answers import Answers
from ui.widgets.line_list import Line, LineList

_MOST = 12
"""More than these nobody reads at once; the list beside it has everybody."""


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody whom a reason stops, and the change that would help most."""

    role_id: UUID
    remedy: Remedy | None


class ReasonPanel(QWidget):
    """Waits for its lines."""

    def __init__(self, words: Words, opened: Callable[[Helped], object]) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self.setObjectName("sheet")
        self.state = plain_label(_("Working it out …"), "muted")
        self.state.setWordWrap(True)
        self.list = LineList(_("What would help"))
        self.list.opened.connect(opened)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        self.heading = plain_label(_("What would help"), "h2")
        layout.addWidget(self.heading)
        layout.addWidget(self.list)
        layout.addWidget(self.state)

    def ask_for_newcomers(self, answers: Answers, people: Sequence[UUID]) -> None:
        """The change that would help each most, the smallest effort of those that are proven."""
        words = self._words

        def job(solved: Solved) -> list[Line]:
            asked = people[:_MOST]
            check_in_run(solved, *asked)
            lines = []
            for one in asked:
                found = explaining.remedies(solved, one)
                said = (
                    capital(say_remedy(words, found[0], solved.names))
                    if found
                    else words.text("No single change would help.")
                )
                lines.append(
                    Line(Helped(one, found[0] if found else None), solved.names[one], "", said)
                )
            return lines

        answers.ask(
            "remedies", self, job, lambda lines: self._show(lines, len(people)), self.refuse
        )

    def show_mentors(self, people: Sequence[tuple[str, LeftOver]]) -> None:
        """What stops each of these mentors."""
        self.heading.setText(self._words.text("What stops them"))
        self.list.setAccessibleName(self.heading.text())
        self._show(
            [
                Line(
                    Helped(left.role_id, None),
                    name,
                    "",
                    say_left_over(self._words, left, "newcomers"),
                )
                for name, left in people[:_MOST]
            ],
            len(people),
            tries=False,
        )

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer."""
        self.state.setText(explain(self._words, refused))

    def _show(self, lines: list[Line], everybody: int, *, tries: bool = True) -> None:
        _ = self._words.text
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        said = [
            _("Enter tries one out and changes nothing.")
            if tries
            else _("Enter goes to the mentor.")
        ]
        if everybody > len(lines):
            said.append(
                self._words.plural(
                    "%(n)d more stands in the list.",
                    "%(n)d more stand in the list.",
                    everybody - len(lines),
                )
            )
        self.state.setText(" ".join(said))
