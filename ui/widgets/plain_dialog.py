"""A dialog that shows something and saves nothing by being closed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.enter import EnterDialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.message_bar import MessageBar
from ui.widgets.room import within_screen


class PlainDialog(EnterDialog):
    """Heading, a body to fill, a line for messages, buttons and Close; freed when it is closed.

    Closing asks nothing: whatever changes the office does so by a button with its own words.
    """

    def __init__(
        self, words: Words, title: str, size: QSize, parent: QWidget | None = None
    ) -> None:
        """`size` is what it takes where the screen has room for it."""
        super().__init__(parent)
        self.words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setSizeGripEnabled(True)
        self.resize(within_screen(self, size))
        self.heading = plain_label(title, "h1")
        self.heading.setWordWrap(True)
        self.message_bar = MessageBar(words)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.close_button = QPushButton(words.text("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        # In several lines where there are many and the dialog is narrow.
        self._others = FlowLayout(spacing=12, fill=False)
        self.last_stops = [self.close_button]
        self._buttons.addLayout(self._others, 1)
        self._buttons.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.message_bar)
        layout.addLayout(self._buttons)

    def add_button(
        self, text: str, picture: str, do: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        """A button: the primary one right of Close, the others at the left."""
        button = picture_button(text, picture, do, primary=primary)
        if primary:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
            self.last_stops.append(button)
        else:
            self._others.addWidget(button)
            self.last_stops.insert(self._others.count() - 1, button)
        return button
