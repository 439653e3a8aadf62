"""The tab "Who has seen this?" of a person's file."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.audit_lines import AuditLine
from mentorapp.domain.errors import Refused
from mentorapp.operations import audit
from mentorapp.words import Words
from mentorapp.words.audit import say_nobody_noted
from mentorapp.words.refusals import explain
from ui.audit.columns import columns
from ui.format import plain_label
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.work import Worker


class SeenTab(RecordTab):
    """Looks, lists, papers and files with this person, the newest first."""

    def __init__(self, worker: Worker, words: Words, message_bar: MessageBar) -> None:
        super().__init__(worker, message_bar)
        self._words = words
        _ = words.text
        hint = plain_label(
            _(
                "Looks at the screen are noted of people with a protected address; papers and "
                "files of everybody. A file that stays open is noted once in a quarter of an hour, "
                "a list twice a day. What was changed stands in the timeline."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.table: TabTable[AuditLine] = TabTable(
            columns(words, about=False),
            words.language,
            _("Who has seen this?"),
            say_nobody_noted(words),
            Qt.SortOrder.DescendingOrder,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)

    def read(self, record_id: UUID) -> None:
        def show(lines: tuple[AuditLine, ...]) -> None:
            if record_id == self.record_id:
                self.table.show_rows(lines)

        self.worker.read(self, lambda tx: audit.who_saw(tx, record_id), show, self._refuse)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))
