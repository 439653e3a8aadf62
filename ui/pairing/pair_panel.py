"""Two people who are not proposed to each other: what it would do to pair them, and why."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import WhyNot, percent_of
from mentorapp.words import Words
from mentorapp.words.explanations import say_why_not
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.pairing.card_parts import points_of, reasons
from ui.pairing.moves import say_percent


class PairPanel(QWidget):
    """Waits for the answer; what it would do stands first, with everybody who would move."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("sheet")
        self.answer = plain_label(words.text("Working it out …"))
        self.answer.setWordWrap(True)
        self.score = plain_label(name="muted")
        self.score.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.score)
        self._column.addWidget(self.answer)

    def show_answer(
        self, found: WhyNot, names: Mapping[UUID, str], weights: Mapping[str, str]
    ) -> None:
        """What speaks for and against the two; of the strictly confidential nothing more."""
        words, check = self._words, found.check
        self.answer.setText(say_why_not(words, found, names))
        if check.by_hand_only:
            return
        percent = say_percent(words, percent_of(check.score, check.full_score))
        self.score.setText(words.text("Score of the two: %(n)s") % {"n": percent})
        self.score.show()
        points = {criterion.value: number for criterion, number in check.points.items()}
        for part in (
            *reasons(words, check.reasons, words.text("What speaks for them")),
            *points_of(words, points, weights),
        ):
            self._column.addWidget(part)

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer."""
        self.answer.setText(explain(self._words, refused))
