"""Under the weights of a scheme: what they mean, and what they do to somebody who waits."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentorapp.domain.weight_examples import WeightExample
from mentorapp.operations.weight_example import shares
from mentorapp.words import Words
from mentorapp.words.weights import say_example, say_shares
from ui.format import plain_label


class WeightsPanel(QFrame):
    """Says the shares at once, and the example when it was worked out."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self.meaning = plain_label(
            _(
                "High counts four times as much as low, medium twice as much. A must that is met "
                "counts like high."
            ),
            "muted",
        )
        self.shares = plain_label()
        self.example = plain_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 4)
        layout.setSpacing(6)
        for label in (self.meaning, self.shares, self.example):
            label.setWordWrap(True)
            layout.addWidget(label)
        self.example.hide()

    def show_shares(self, weights: Mapping[str, str]) -> None:
        """How much of the score each gives."""
        self.shares.setText(say_shares(self._words, shares(weights)))

    def show_example(self, found: WeightExample | None, names: Mapping[UUID, str]) -> None:
        """Whose best mentor would be another; None where nobody waits."""
        words = self._words
        self.example.setText(
            say_example(words, found, names)
            if found
            else words.text("As soon as somebody waits in this scheme, an example stands here.")
        )
        self.example.show()
