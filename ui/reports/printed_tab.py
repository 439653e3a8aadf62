"""The reports that were printed or saved, as they were."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.quarters import parse_period
from mentorapp.domain.report_errors import QuotedNoMore
from mentorapp.operations import Transaction, printed_reports, reprinting
from mentorapp.operations.printed_reports import PrintedRow
from mentorapp.words import Words, language_name
from mentorapp.words.periods import short_period
from mentorapp.words.printed_reports import file_stem, report_name
from mentorapp.words.refusals import explain
from ui.widgets.making_papers import open_paper
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

if TYPE_CHECKING:
    from ui.widgets.paper import PaperDialog


class PrintedTab(QWidget):
    """Newest first. Enter shows the very pages that were handed on; where somebody who is quoted in
    them may not be quoted any more, they are made anew.
    """

    def __init__(self, worker: Worker, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        _ = words.text
        self._worker, self._words, self._today = worker, words, today
        self.dialog: PaperDialog | None = None
        self.message_bar = MessageBar(words)
        self.table = TabTable[PrintedRow](
            [
                Column(
                    _("Printed"),
                    lambda row: words.moment(row.printed.printed_at.astimezone()),
                    sort=lambda row: row.printed.printed_at,
                    width=150,
                ),
                Column(_("Report"), lambda row: report_name(words, row.printed.kind), width=190),
                Column(_("Period"), lambda row: _period(words, row), width=150),
                Column(_("About"), lambda row: row.about(words.language), width=200),
                Column(_("Language"), lambda row: language_name(row.printed.language), width=110),
                Column(_("Printed by"), lambda row: row.printed.printed_by, width=140),
            ],
            words.language,
            _("Printed reports"),
            _("Reports for managers are kept here as they were when they were printed or saved."),
            Qt.SortOrder.DescendingOrder,
        )
        self.show_button = self.table.add_button(
            _("Show as it was …"), "file-text", self._open, opens=True
        )
        self._rereading = Rereading(self, worker.changed, self._read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.table, 1)

    def _read(self) -> None:
        self._worker.read(self, printed_reports.rows, self.table.show_rows, self._refused)

    def _open(self, row: PrintedRow) -> None:
        printed, today = row.printed, self._today()
        if row.quotes_gone:
            self.message_bar.warning(explain(self._words, QuotedNoMore()))

        def pages(tx: Transaction) -> bytes:
            try:
                return printed_reports.again(tx, printed.id)
            except QuotedNoMore:
                return reprinting.anew(tx, printed, today).make(Words(printed.language))

        self.dialog = open_paper(
            self._worker,
            self._words,
            report_name(self._words, printed.kind),
            f"{file_stem(Words(printed.language), printed.kind, printed.period)}.pdf",
            pages,
            self,
        )

    def _refused(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


def _period(words: Words, row: PrintedRow) -> str:
    return short_period(words, parse_period(row.printed.period))
