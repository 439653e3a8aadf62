"""The filters of a list: a button that offers them, and a chip for each that is at work."""

from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from mentorapp.words import Words
from ui.icons import icon
from ui.widgets.buttons import ICON_SIZE
from ui.widgets.chips import Chip
from ui.widgets.filter_popup import FilterPopup
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.list_filter import ListFilter

_KEYS = "Ctrl+Shift+L"  # as in the spreadsheet that everybody knows


class FilterBar(QWidget):
    """The chips, side by side; not there while nothing is filtered.

    A chip is taken away by a click, or with Delete or Enter; the arrow keys walk along them.
    """

    changed = Signal(object)
    """The `ListFilter` that lets other rows through than before."""

    def __init__(self, words: Words, page: QWidget) -> None:
        """The key that opens the offer works anywhere in `page`."""
        super().__init__(page)
        _ = words.text
        self._words = words
        self._chips: list[Chip] = []
        self.filters: list[ListFilter] = []
        self.button = QPushButton(icon("filter"), _("Filter"))
        self.button.setIconSize(ICON_SIZE)
        self.button.setAutoDefault(False)
        native = QKeySequence(_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.button.setToolTip(native)
        self.button.clicked.connect(self.offer)
        self.button.hide()
        self.popup = FilterPopup(words, self)
        self._clear = QPushButton(_("Clear filters"))
        self._clear.setObjectName("quiet")
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self._clear_by_hand)
        self._flow = FlowLayout(self, 6, fill=False)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.addWidget(self._clear)
        self.hide()
        QShortcut(QKeySequence(_KEYS), page).activated.connect(self.offer)

    def add(self, one: ListFilter) -> None:
        """One more thing to filter by."""
        self.filters.append(one)
        self.button.show()
        one.changed.connect(lambda: self._follow(one))

    def offer(self) -> None:
        """Show what one can filter by, below the button."""
        if self.filters:
            place = self.button.mapToGlobal(QPoint(0, self.button.height() + 4))
            self.popup.open_at(place, self.filters)

    def clear(self) -> None:
        """Let everything through."""
        for one in self.filters:
            one.set_values(())

    def refresh_names(self) -> None:
        """Put the chips up anew: what they stand for may have got a name meanwhile."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for one in self.filters:
            for key in one.chosen:
                self._put(one, key)
        self._clear.setVisible(len(self._chips) > 1)
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def _follow(self, one: ListFilter) -> None:
        self.refresh_names()
        self.changed.emit(one)

    def _put(self, one: ListFilter, key: Any) -> None:
        said = self._words.text("%(filter)s: %(choice)s") % {
            "filter": one.name,
            "choice": one.say(key),
        }
        chip = Chip(self._words, said)
        chip.setIconSize(QSize(14, 14))
        chip.setMinimumHeight(28)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setParent(self)
        at = len(self._chips)
        for removed in (chip.clicked, chip.gone):
            removed.connect(lambda *_: self._remove(one, key, at))
        chip.moved.connect(lambda step: self._move(at + step))
        self._flow.insert_widget(at, chip)
        self._chips.append(chip)
        chip.show()

    def _remove(self, one: ListFilter, key: Any, at: int) -> None:
        one.set_values(other for other in one.chosen if other != key)
        self._move(min(at, len(self._chips) - 1))

    def _move(self, at: int) -> None:
        """To the chip number `at`; to the button when there is none left."""
        if not self._chips:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif 0 <= at < len(self._chips):
            self._chips[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _clear_by_hand(self) -> None:
        self.clear()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
