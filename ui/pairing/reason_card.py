"""What the card tells of a reason that stops people: what would help many, and what each.

Nothing is changed by it: Enter on a line tries the change, on a mentor's it goes to her.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Effect, Remedy
from mentorapp.domain.proposals import LeftOver
from mentorapp.domain.shared_remedies import SharedRemedy
from mentorapp.operations import explaining
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.words import Words
from mentorapp.words.reasons import SEPARATOR, say_left_over
from mentorapp.words.refusals import explain
from mentorapp.words.remedies import say_remedy, say_shared
from ui.format import capital, plain_label
from ui.pairing.answers import Answers
from ui.widgets.line_list import Line, LineList

_MOST = 12
"""More than these nobody reads at once; the list beside it has everybody."""
_MANY = 100
"""What would help several is looked for among so many, the longest waiting."""


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody whom a reason stops, and the change that would help most."""

    role_id: UUID
    remedy: Remedy | None


class ReasonPanel(QWidget):
    """Waits for its lines."""

    def __init__(
        self,
        words: Words,
        opened: Callable[[Helped], object],
        try_together: Callable[[SharedRemedy], object],
    ) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self.setObjectName("sheet")
        self.state = plain_label(_("Working it out …"), "muted")
        self.state.setWordWrap(True)
        self.together = LineList(_("What would help several"))
        self.together.opened.connect(try_together)
        self.list = LineList(_("What would help each"))
        self.list.opened.connect(opened)
        self.heading_of_each = plain_label(_("What would help each"), "h2")
        for widget in (self.together, self.heading_of_each, self.list):
            widget.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        self.heading = plain_label(_("What would help"), "h2")
        layout.addWidget(self.heading)
        layout.addWidget(self.together)
        layout.addWidget(self.heading_of_each)
        layout.addWidget(self.list)
        layout.addWidget(self.state)

    def ask_for_newcomers(self, answers: Answers, people: Sequence[UUID]) -> None:
        """The change that would help each most, the smallest effort of those that are proven."""
        words = self._words

        def job(solved: Solved) -> tuple[list[Line], list[Line]]:
            asked = people[:_MANY]
            check_in_run(solved, *asked)
            several = [
                Line(one, say_shared(words, one), "", _gain(words, one, len(people), effect))
                for one in explaining.shared_remedies(solved, asked)
                for effect in [explaining.try_together(solved, one)]
            ]
            each = []
            for one in asked[:_MOST]:
                found = explaining.remedies(solved, one)
                said = (
                    capital(say_remedy(words, found[0], solved.names))
                    if found
                    else words.text("No single change would help.")
                )
                each.append(
                    Line(Helped(one, found[0] if found else None), solved.names[one], "", said)
                )
            return several, each

        def show(lines: tuple[list[Line], list[Line]]) -> None:
            several, each = lines
            self.together.show_lines(several)
            self.together.setVisible(bool(several))
            self.heading_of_each.setVisible(bool(several))
            self._show(each, len(people))

        answers.ask("remedies", self, job, show, self.refuse)

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


def _gain(words: Words, remedy: SharedRemedy, everybody: int, effect: Effect | None) -> str:
    """For how many it is, and how many more pairs there would be."""
    whom = words.text("For %(some)s of %(all)s") % {
        "some": words.number(len(remedy.changes)),
        "all": words.number(everybody),
    }
    if effect is None:
        more = words.text("what it gives is known when it is registered")
    elif effect.pairs_after > effect.pairs_before:
        number = effect.pairs_after - effect.pairs_before
        more = words.plural("%(n)d more pair", "%(n)d more pairs", number)
    else:
        more = words.text("no more pairs")
    return f"{whom}{SEPARATOR}{more}"
