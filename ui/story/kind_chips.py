"""Chips that narrow a timeline to some kinds of lines, each with how many there are."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from mentorapp.domain.timeline import TimelineKind
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.icons import icon
from ui.story.timeline_list import PICTURES
from ui.widgets.flow_layout import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class KindChip(QToolButton):
    """One kind: pressed while it is chosen, by a click or the space bar."""

    moved = Signal(int)
    """An arrow was pressed: how many chips on."""

    def __init__(self, kind: TimelineKind) -> None:
        super().__init__()
        self.kind = kind
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setMinimumHeight(28)
        self.setIcon(icon(PICTURES[kind]))
        self.setIconSize(QSize(14, 14))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class KindChips(QWidget):
    """The kinds there are; none chosen shows all. Tab comes here once, the arrows walk on."""

    changed = Signal()

    def __init__(self, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(name)
        flow = FlowLayout(self, 6, fill=False)
        flow.setContentsMargins(0, 0, 0, 0)
        self.chips: list[KindChip] = []
        for at, kind in enumerate(TimelineKind):
            chip = KindChip(kind)
            chip.toggled.connect(lambda _on: self.changed.emit())
            chip.moved.connect(lambda step, at=at: self._move(at, step))
            flow.addWidget(chip)
            chip.hide()
            self.chips.append(chip)

    def show_counts(self, counts: Mapping[TimelineKind, int]) -> None:
        """Offer the kinds of which there are lines, and those that are chosen."""
        for chip in self.chips:
            many = counts.get(chip.kind, 0)
            said = f"{label(self._words, chip.kind)} {many}"
            chip.setText(f" {said}")  # the picture stands too close otherwise
            chip.setAccessibleName(said)
            chip.setVisible(bool(many) or chip.isChecked())
        self._reach(next((one for one in self.chips if not one.isHidden()), None))
        self.updateGeometry()

    def chosen(self) -> frozenset[TimelineKind]:
        """The kinds to show; none for all."""
        return frozenset(chip.kind for chip in self.chips if chip.isChecked())

    def clear(self) -> None:
        """Show all kinds."""
        for chip in self.chips:
            chip.setChecked(False)

    def _move(self, at: int, step: int) -> None:
        on = range(at + step, len(self.chips)) if step > 0 else range(at - 1, -1, -1)
        for other in on:
            if not self.chips[other].isHidden():
                self._reach(self.chips[other])
                self.chips[other].setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _reach(self, reached: KindChip | None) -> None:
        """Let Tab come to this chip alone."""
        for chip in self.chips:
            tab = chip is reached
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
