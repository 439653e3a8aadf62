"""What can be done with several chosen rows at once, below the list while they are chosen."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.announcing import announce
from ui.widgets.buttons import picture_button
from ui.widgets.flow_layout import FlowLayout


class ChosenBar(QFrame):
    """How many are chosen, a button for each thing to do, and one that chooses none."""

    def __init__(self, words: Words, clear: Callable[[], object], home: QWidget) -> None:
        super().__init__(home)
        _ = words.text
        self._words = words
        self.setObjectName("chosen")
        self.label = plain_label()
        self._buttons = QWidget()
        self._buttons.setObjectName("sheet")
        self._flow = FlowLayout(self._buttons, 8, fill=False)
        self._flow.setContentsMargins(0, 0, 0, 0)
        away = QToolButton()
        away.setIcon(icon("x"))
        away.setIconSize(QSize(16, 16))
        away.setToolTip(_("Choose only one (Esc)"))
        away.setAccessibleName(_("Choose only one (Esc)"))
        away.clicked.connect(clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(12)
        layout.addWidget(self.label)
        layout.addWidget(self._buttons, 1)
        layout.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def add_button(self, text: str, picture: str, do: Callable[[], object]) -> QPushButton:
        """Something to do with all of them."""
        button = picture_button(text, picture, do)
        self._flow.addWidget(button)
        return button

    def add_menu(self, text: str, picture: str, fill: Callable[[QMenu], object]) -> QMenu:
        """Something with a choice, which `fill` puts into the menu whenever it opens."""
        button = self.add_button(text, picture, lambda: None)
        menu = QMenu(button)

        def open_menu() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(open_menu)
        button.setMenu(menu)
        return menu

    def show_number(self, many: int) -> None:
        """So many are chosen; fewer than two need no bar."""
        self.setVisible(many > 1)
        text = self._words.plural("%(n)d chosen", "%(n)d chosen", many)
        self.label.setText(text)
        announce(self.parentWidget() or self, text)
