"""What stands in place of a list that has nothing to show."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ui.format import plain_label


@dataclass(frozen=True, slots=True)
class EmptyList:
    """What stands in place of a list without rows: what is missing, and what to do about it.

    `action` is the words of a button and what it does.
    """

    heading: str
    hint: str
    action: tuple[str, Callable[[], object]] | None = None


class EmptyState(QFrame):
    """Heading, hint and perhaps a button, in the middle."""

    def __init__(self, empty: EmptyList) -> None:
        super().__init__()
        self.setObjectName("empty")
        heading = plain_label(empty.heading, "h2")
        hint = plain_label(empty.hint, "muted")
        hint.setWordWrap(True)
        hint.setVisible(bool(empty.hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 16, 32, 16)
        layout.setSpacing(10)
        layout.addStretch(1)
        for label in (heading, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        if empty.action is not None:
            text, do = empty.action
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked: do())
            layout.addSpacing(6)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
