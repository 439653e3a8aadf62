"""All that is known of one person or organisation beside the form: a window of tabs."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.message_bar import MessageBar
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.record_tab import CallingTab, RecordTab
from ui.widgets.tabs_page import LazyTabs, TabSpec
from ui.work import Worker


class RecordFile(PlainDialog):
    """Stays open beside the window; the name stands inside, never in its title."""

    edit_wanted = Signal(object)
    """The id of the person or organisation whose form is wanted."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        title: str,
        record_id: UUID,
        name_of: Callable[[Transaction, UUID], str],
        tabs: Callable[[MessageBar], Sequence[TabSpec]],
        parent: QWidget | None = None,
    ) -> None:
        """`name_of` reads the heading; `tabs` makes the specs of `RecordTab`s."""
        super().__init__(words, title, QSize(1080, 720), parent)
        self._id = record_id
        self.tabs = LazyTabs(title, tabs(self.message_bar))
        self.tabs.made.connect(self._tell)
        self.body.addWidget(self.tabs, 1)
        self.tabs.tabBar().setFocus()
        for widget in self.tabs.built():
            self._tell(widget)
        edit = self.add_button(words.text("Edit …"), "pencil", self._edit)
        edit.setToolTip("Ctrl+E")
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self._edit)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._note_call)
        worker.read(self, lambda tx: name_of(tx, record_id), self.heading.setText, self._refuse)

    def _tell(self, widget: QWidget) -> None:
        if isinstance(widget, RecordTab):
            widget.tab_wanted.connect(self.tabs.show_tab)
            widget.show_record(self._id)

    def _edit(self) -> None:
        self.edit_wanted.emit(self._id)

    def _note_call(self) -> None:
        for widget in self.tabs.built():
            if isinstance(widget, CallingTab):
                widget.note_call()

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))
