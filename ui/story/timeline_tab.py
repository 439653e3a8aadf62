"""The tab that tells all that happened to a person or a pair, newest first."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout

from mentorapp.domain.errors import Refused
from mentorapp.domain.timeline import TimelineEntry
from mentorapp.operations import Transaction
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.icons import icon
from ui.story.kind_chips import KindChips
from ui.story.timeline_lines import TimelineLine, fitting, timeline_lines
from ui.story.timeline_list import TimelineList
from ui.widgets.announcing import announce
from ui.widgets.empty_state import EmptyList, EmptyState
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class History:
    """Where the lines come from, and what opening one of them does.

    `open` is handed the record the tab is about and the line; `tab_of` is the key of the tab of
    the same file that says more, empty for none, which is asked first.
    """

    entries: Callable[[Transaction, UUID, date], tuple[TimelineEntry, ...]]
    open: Callable[[UUID, TimelineEntry], object]
    tab_of: Callable[[TimelineEntry], str]


class TimelineTab(RecordTab):
    """Kinds to choose from, words to look for, and the list."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        bar: MessageBar,
        history: History,
    ) -> None:
        super().__init__(worker, bar)
        self._words, self._today, self._history = words, today, history
        self._lines: tuple[TimelineLine, ...] = ()
        _ = words.text
        self.kinds = KindChips(words, _("Kinds of lines"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find in the timeline …"))
        self.search.setAccessibleName(_("Find in the timeline"))
        self.search.setMaxLength(200)
        self.search.setClearButtonEnabled(True)
        picture = self.search.addAction(
            icon("search", QPalette.ColorRole.PlaceholderText),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        picture.setText(self.search.accessibleName())
        self.list = TimelineList(_("Timeline"))
        nothing = EmptyState(EmptyList(_("Nothing is written down yet."), ""))
        no_hit = EmptyState(
            EmptyList(
                _("Nothing fits."),
                _("Other words or other kinds may find it."),
                (_("Show everything"), self.clear),
            )
        )
        self._nothing, self._no_hit = nothing, no_hit
        self._stack = QStackedWidget()
        for shown in (self.list, nothing, no_hit):
            self._stack.addWidget(shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.kinds)
        layout.addWidget(self._stack, 1)
        self.search.textChanged.connect(self._fit)
        self.search.installEventFilter(self)
        self.kinds.changed.connect(self._fit)
        self.list.opened.connect(self._open)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.setWhatsThis(self.search.accessibleName())
        find.activated.connect(self._find)

    def read(self, record_id: UUID) -> None:
        today, words, entries = self._today(), self._words, self._history.entries

        def show(lines: tuple[TimelineLine, ...]) -> None:
            if record_id == self.record_id:
                self._show(lines)

        self.worker.read(
            self,
            lambda tx: timeline_lines(words, entries(tx, record_id, today)),
            show,
            self._refuse,
        )

    def clear(self) -> None:
        """Show everything again."""
        self.search.clear()
        self.kinds.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down and Enter go from the words to the list, Escape empties them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _show(self, lines: tuple[TimelineLine, ...]) -> None:
        self._lines = lines
        self.kinds.show_counts(Counter(one.entry.kind for one in lines))
        self._fit()

    def _fit(self) -> None:
        found = fitting(self._lines, self.kinds.chosen(), self.search.text())
        self.list.show_lines(found)
        shown = self._no_hit if self._lines else self._nothing
        self._stack.setCurrentWidget(self.list if found else shown)
        if self.search.text():
            announce(self, self._words.plural("%(n)d line", "%(n)d lines", len(found)))

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _open(self, entry: TimelineEntry) -> None:
        tab = self._history.tab_of(entry)
        if tab:
            self.tab_wanted.emit(tab)
        elif self.record_id is not None:
            self._history.open(self.record_id, entry)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))
