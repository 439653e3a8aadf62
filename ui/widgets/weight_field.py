"""How much a criterion counts: one of five words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from mentorapp.domain.schemes import Weight
from mentorapp.words import Words
from mentorapp.words.labels import label


class WeightField(QWidget):
    """The words beside each other; arrow keys go from one to the next."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Weight, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        for weight in Weight:
            button = QRadioButton(label(words, weight))
            self._group.addButton(button)
            self.buttons[weight] = button
            row.addWidget(button)
        row.addStretch()
        self._group.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)
        self.setFocusProxy(self.buttons[Weight.MUST])

    def value(self) -> Weight:
        """The chosen word; OFF when none was."""
        chosen = (weight for weight, button in self.buttons.items() if button.isChecked())
        return next(chosen, Weight.OFF)

    def set_value(self, weight: Weight) -> None:
        """Choose a word."""
        self.buttons[weight].setChecked(True)
        self.setFocusProxy(self.buttons[weight])

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for button in self.buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")
