"""What stands in the way, counted: a chip for each reason, which narrows the list to whom it stops.

Everybody without a pair is counted once, under what stops most of the candidates.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mentorapp.domain.blocking import counted_once
from mentorapp.domain.proposals import Obstacle
from mentorapp.operations.without_pair import WithoutPair
from mentorapp.words import Words
from mentorapp.words.reasons import say_cause_alone
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.buttons import picture_button
from ui.widgets.flow_layout import FlowLayout

_CHIP = 28


class Reason(NamedTuple):
    """A chip: on whose side, and what stops them; None where others fitted better."""

    newcomers: bool
    obstacle: Obstacle | None


class BlockingBar(QWidget):
    """Chips of both sides in one row, and the way to whom to recruit."""

    chosen = Signal(object)
    """The `Reason` whose people are to be seen; None for everybody."""

    def __init__(self, words: Words, recruit: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("sheet")
        self.chips: dict[Reason, QToolButton] = {}
        self.reason: Reason | None = None
        self._parts: list[QWidget] = []
        self._down: list[QToolButton] = []
        chips = QWidget()
        chips.setObjectName("sheet")
        self._flow = FlowLayout(chips, 8, fill=False)
        self._flow.setContentsMargins(0, 3, 0, 3)
        self.recruit_button = picture_button(words.text("Whom to recruit …"), "user-plus", recruit)
        self.recruit_button.setToolTip(words.text("Which mentors those without a pair would need"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(chips, 1)
        row.addWidget(self.recruit_button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_waiting()

    def show_waiting(self) -> None:
        """It is being worked out."""
        self.chips = {}
        self._fill([self._label(self._words.text("Looking at what stands in the way …"))])

    def show_refused(self, why: str) -> None:
        """Nothing is known of it."""
        self.chips = {}
        self._fill([self._label(why)])

    def show_reasons(self, found: WithoutPair) -> None:
        """Count them; the chip that is down stays down while there is one."""
        _ = self._words.text
        parts: list[QWidget] = []
        self.chips = {}
        for newcomers, heading, people in (
            (True, _("Newcomers without a pair:"), found.newcomers),
            (False, _("Mentors without a pair:"), found.mentors),
        ):
            counts = counted_once(people.values())
            for at, (obstacle, number) in enumerate(counts):
                reason = Reason(newcomers, obstacle)
                chip = self.chips[reason] = self._chip(reason, number)
                # The heading goes to the next line with its first chip.
                parts.append(chip if at else _together(self._label(heading), chip))
        if not parts:
            parts.append(self._label(_("Nobody is without a pair in the best set.")))
        if self.reason is not None and self.reason not in self.chips:
            self._choose(None)
        self._fill(parts)

    def clear(self) -> None:
        """Everybody is to be seen again."""
        if self.reason is not None:
            self._choose(None)

    def say(self, reason: Reason) -> str:
        """What stops them, as one word."""
        return say_cause_alone(self._words, reason.obstacle)

    def _chip(self, reason: Reason, number: int) -> QToolButton:
        words, chip = self._words, _Chip()
        said = self.say(reason)
        chip.setText(f"{said}  {words.number(number)}".replace("&", "&&"))
        chip.setChecked(reason == self.reason)
        people = (
            words.plural("%(n)d newcomer", "%(n)d newcomers", number)
            if reason.newcomers
            else words.plural("%(n)d mentor", "%(n)d mentors", number)
        )
        chip.setAccessibleName(
            words.text("%(cause)s: %(people)s") % {"cause": said, "people": people}
        )
        chip.setToolTip(words.text("Show whom this stops, and what would help"))
        chip.clicked.connect(lambda checked: self._choose(reason if checked else None))
        return chip

    def _choose(self, reason: Reason | None) -> None:
        self.reason = reason
        for one, chip in self.chips.items():
            chip.setChecked(one == reason)
        self.chosen.emit(reason)

    def _label(self, text: str) -> QWidget:
        label = plain_label(text, "muted")
        label.setMinimumHeight(_CHIP)
        return label

    def _fill(self, parts: list[QWidget]) -> None:
        focused = next((one for one in self._down if one.hasFocus()), None)
        for one in self._parts:
            self._flow.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._parts = parts
        for at, one in enumerate(parts):
            self._flow.insert_widget(at, one)
            one.show()
        self._down = list(self.chips.values())
        if focused is not None and self.reason in self.chips:
            self.chips[self.reason].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()


def _together(*parts: QWidget) -> QWidget:
    box = QWidget()
    box.setObjectName("sheet")
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for one in parts:
        row.addWidget(one)
    return box


class _Chip(QToolButton):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setIconSize(QSize(14, 14))
        self.setMinimumHeight(_CHIP)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._mark)
        self._mark(False)

    def _mark(self, down: bool) -> None:
        self.setIcon(icon("check" if down else "filter"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
