"""A row of small figures over a list: a number and what it counts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.format import plain_label


class Figures(QWidget):
    """Numbers side by side; a dash stands where a number is not known yet."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.numbers: list[QLabel] = []
        self._names = tuple(names)
        for name in names:
            number = plain_label("–", "h1")
            self.numbers.append(number)
            card = QFrame()
            card.setObjectName("card")
            inside = QHBoxLayout(card)
            inside.setContentsMargins(14, 8, 14, 8)
            inside.setSpacing(10)
            inside.addWidget(number)
            inside.addWidget(plain_label(name, "muted"), 1, Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(card, 1)

    def show_numbers(self, numbers: Sequence[str]) -> None:
        """One for each name, in the same order."""
        for label, name, number in zip(self.numbers, self._names, numbers, strict=True):
            label.setText(number)
            label.setAccessibleName(f"{name}: {number}")
