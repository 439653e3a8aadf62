"""The card beside a list: who is selected, the main facts, and what can be done."""

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.format import plain_label
from ui.theme import Tone
from ui.widgets.badge import Badge
from ui.widgets.buttons import picture_button
from ui.widgets.room import scrolled

_LONGEST_WORD = 18
_LEAST_WIDTH = 260


class DetailsCard(QFrame):
    """Heading, a muted line, badges, facts as label and value, and buttons at the bottom."""

    def __init__(
        self, nothing: str, parent: QWidget | None = None, *, longest_word: int = _LONGEST_WORD
    ) -> None:
        """`nothing` is what stands there while no row is selected.

        Values with a longer word than `longest_word` get the whole width: a wide card takes more.
        """
        super().__init__(parent)
        self._longest_word = longest_word
        self.setObjectName("card")
        self._nothing = nothing
        self.heading = plain_label(name="h1")
        self.heading.setWordWrap(True)
        self.subtitle = plain_label(name="muted")
        self.subtitle.setWordWrap(True)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(6)
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self.follows: QWidget | None = None
        self.buttons: list[QPushButton] = []
        self._across = 2
        self._button_rows = QGridLayout()
        self._button_rows.setSpacing(10)

        sheet = QWidget()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.setSpacing(10)
        inside.addWidget(self.heading)
        inside.addWidget(self.subtitle)
        inside.addLayout(self._badges)
        inside.addLayout(self._body)
        inside.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(scrolled(sheet), 1)
        layout.addLayout(self._button_rows)
        self.show_nothing()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the words on its buttons, which a fixed least width would cut."""
        return super().minimumSizeHint().expandedTo(QSize(_LEAST_WIDTH, 0))

    def set_buttons_across(self, number: int) -> None:
        """How many buttons stand in a row; for those that are added after it."""
        self._across = number

    def offer_nothing(self) -> None:
        """What is shown is nothing that the buttons are for: they give their room to it."""
        self.offer([])

    def offer(
        self,
        buttons: Sequence[QPushButton],
        across: int = 0,
        alone: Collection[QPushButton] = (),
    ) -> None:
        """Only these can be used with what is shown; they close ranks, `across` in a row, and one
        with many words `alone` in its own.
        """
        for button in self.buttons:
            self._button_rows.removeWidget(button)
            button.setEnabled(button in buttons)
            button.setVisible(button in buttons)
        in_row = across or self._across
        at = 0
        for button in buttons:
            span = in_row if button in alone else 1
            at += -at % span
            self._button_rows.addWidget(button, at // in_row, at % in_row, 1, span)
            at += span

    def add_button(
        self, text: str, picture: str, do: Callable[[], object], *, danger: bool = False
    ) -> QPushButton:
        """A button at the bottom; asleep while nothing is selected."""
        button = picture_button(text, picture, do, danger=danger)
        button.setEnabled(False)
        at = len(self.buttons)
        self._button_rows.addWidget(button, at // self._across, at % self._across)
        self.buttons.append(button)
        return button

    def show_nothing(self) -> None:
        """No row is selected."""
        self._empty()
        self.heading.setText("")
        self.heading.hide()
        self.subtitle.setText(self._nothing)
        self.subtitle.show()
        for button in self.buttons:
            button.setEnabled(False)
            button.show()

    def show_facts(
        self,
        heading: str,
        subtitle: str = "",
        facts: Sequence[tuple[str, str]] = (),
        badges: Sequence[tuple[str, Tone]] = (),
        more: Sequence[QWidget] = (),
        marks: Sequence[QWidget] = (),
    ) -> None:
        """Show a record; facts without a value are left out.

        `marks` stand above the facts, where nobody overlooks them, `more` widgets below. The Tab
        key goes through them and then the buttons, coming from the widget that the card `follows`.
        """
        self._empty()
        self.heading.setText(heading)
        self.heading.show()
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        for text, tone in badges:
            self._badges.addWidget(Badge(text, tone))
        if badges:
            self._badges.addStretch()
        for widget in marks:
            self._body.addWidget(widget)
        shown = [(label, value) for label, value in facts if value]
        if shown:
            self._body.addWidget(_facts(shown, self._longest_word))
        for widget in more:
            self._body.addWidget(widget)
        for button in self.buttons:
            button.setEnabled(True)
            button.show()
        self._put_in_tab_order([*marks, *more])

    def _put_in_tab_order(self, parts: Sequence[QWidget]) -> None:
        # What a record brings is made after the buttons, and would come after them.
        inside = [one for part in parts for one in (part, *part.findChildren(QWidget))]
        # The list of a choice is a window of its own.
        inside = [one for one in inside if one.window() is self.window()]
        stops = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        before = [self.follows] if self.follows is not None else []
        for one, other in pairwise([*before, *stops, *self.buttons]):
            QWidget.setTabOrder(one, other)

    def _empty(self) -> None:
        for layout in (self._badges, self._body):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()


def _facts(facts: Sequence[tuple[str, str]], longest_word: int) -> QWidget:
    box = QWidget()
    box.setObjectName("sheet")
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for name, value in facts:
        label = plain_label(name, "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        at = grid.rowCount()
        # A word that cannot be broken, such as an e-mail address, gets the whole width.
        if max(map(len, value.split()), default=0) > longest_word:
            grid.addWidget(label, at, 0, 1, 2)
            grid.addWidget(_value(name, value), at + 1, 0, 1, 2)
        else:
            grid.addWidget(label, at, 0)
            grid.addWidget(_value(name, value), at, 1)
    return box


def _value(name: str, value: str) -> QLabel:
    label = plain_label(value)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(f"{name}: {value}")
    return label
