"""Parts of the card beside the lists: reasons, what speaks against, and the score taken apart."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.proposals import AGAINST, Reason
from mentorapp.operations.points import most_points
from mentorapp.words import Words
from mentorapp.words.reasons import say_reason
from ui.format import capital, plain_label
from ui.pairing.wording import shares_of
from ui.widgets.shares import Shares


def sheet(*parts: QWidget, above: int = 0) -> QWidget:
    """Widgets below each other."""
    box = QWidget()
    box.setObjectName("sheet")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, above, 0, 0)
    column.setSpacing(4)
    for one in parts:
        column.addWidget(one)
    return box


def listed(title: str, lines: Iterable[str]) -> QWidget:
    """A heading with sentences below it."""
    parts: list[QWidget] = [plain_label(title, "h2")]
    for line in lines:
        label = plain_label(f"• {capital(line)}")
        label.setWordWrap(True)
        parts.append(label)
    return sheet(*parts)


def reasons(words: Words, given: Iterable[Reason], title: str) -> list[QWidget]:
    """What speaks for two people, below `title`, and then what speaks against them."""
    told = list(given)
    speaking = [say_reason(words, one) for one in told if one.kind not in AGAINST]
    counter = [say_reason(words, one) for one in told if one.kind in AGAINST]
    parts = []
    if speaking:
        parts.append(listed(title, speaking))
    if counter:
        parts.append(listed(words.text("What speaks against"), counter))
    return parts


def points_of(words: Words, points: Mapping[str, int], weights: Mapping[str, str]) -> list[QWidget]:
    """How the score comes about; nothing for proposals made before it was kept."""
    if not points:
        return []
    title = words.text("How the score comes about")
    bars = Shares(title, shares_of(words, points, weights, most_points(weights)))
    return [sheet(plain_label(title, "h2"), bars, above=4)]
