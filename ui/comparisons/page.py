"""The tab "Comparison" of the page Cooperation: figures down, offices across."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.comparisons import Compared
from mentorapp.domain.errors import CannotWriteFile, Refused
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Quarter
from mentorapp.operations import Transaction, comparisons, offices, papers_out
from mentorapp.operations.comparisons import Column as OfficeColumn
from mentorapp.operations.files import read_at_most, write_whole
from mentorapp.operations.papers_out import Paper
from mentorapp.words import Words
from mentorapp.words.comparisons import (
    say_cell,
    say_definition,
    say_hidden,
    say_measure,
    say_short_quarter,
)
from mentorapp.words.in_work import say_in_work
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.rereading import Rereading
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

_QUARTERS = 8


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    at: int
    measure: Compared


class ComparisonsPage(QWidget):
    """The own quarter, and beside it what files of other offices tell; files are kept nowhere."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._worker, self._words, self._today = worker, words, today
        self._read_files: list[OfficeColumn] = []
        self._own: OfficeColumn | None = None
        self.message_bar = MessageBar(words)
        self.quarter = ChoiceField(_quarters(words, today()))
        self.quarter.setAccessibleName(_("Own quarter"))
        self.in_work = plain_label("", "muted")
        self.in_work.setWordWrap(True)
        hidden = plain_label(say_hidden(words), "muted")
        hidden.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(plain_label(_("Comparison between offices"), "h1"))
        top.addStretch()
        top.addWidget(plain_label(_("Own quarter"), "muted"))
        top.addWidget(self.quarter)
        self._holder = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addWidget(self.in_work)
        layout.addWidget(hidden)
        layout.addLayout(self._holder, 1)
        self.table = self._new_table(())
        self._rereading = Rereading(self, worker.changed, self._read)
        self.quarter.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Count the own quarter anew."""
        self._rereading.ask()

    def columns(self) -> tuple[OfficeColumn, ...]:
        """All that is shown."""
        own = [self._own] if self._own else []
        return comparisons.side_by_side([*own, *self._read_files])

    def choose_files(self) -> None:
        """Ask for files of other offices."""
        _ = self._words.text
        names, _kind = QFileDialog.getOpenFileNames(
            self,
            _("Choose files with figures of other offices"),
            "",
            _("Files between offices (*.json)") + ";;" + _("All files (*)"),
        )
        if names:
            self.add_files([Path(name) for name in names])

    def add_files(self, files: Sequence[Path]) -> None:
        """Lay these beside what is shown; none of them when one is refused."""
        try:
            data = [read_at_most(file) for file in files]
        except CannotWriteFile as refused:
            self._refuse(refused)
            return

        def job(tx: Transaction) -> list[OfficeColumn]:
            return [comparisons.read(tx, one) for one in data]

        self._worker.read(self, job, self._add, self._refuse)

    def write_own(self, file: Path) -> None:
        """The own quarter as a file for others."""
        quarter, today = self.quarter.value(), self._today()
        what = self._words.text("Comparison between offices")

        def job(tx: Transaction) -> None:
            write_whole(file, comparisons.write(tx, quarter, today).data)
            papers_out.saved(tx, Paper(what))

        said = self._words.text("Written: %(file)s") % {"file": file.name}
        self._worker.write(self, job, lambda _done: self.message_bar.success(said), self._refuse)

    def print_page(self) -> None:
        """The table on paper."""
        words, columns, today = self._words, self.columns(), self._today()
        dialog = PaperDialog(
            self._worker, words, words.text("Comparison between offices"), "comparison.pdf", self
        )

        def make(office: Office) -> None:
            self._worker.compute(
                dialog,
                lambda _progress: comparisons.comparison_pdf(columns, office, words, today),
                dialog.show_paper,
                dialog.refuse,
            )

        dialog.open()
        self._worker.read(dialog, offices.read, make, dialog.refuse)

    def clear(self) -> None:
        """Leave the own quarter alone."""
        self._read_files = []
        self._show()

    def _choose_where(self) -> None:
        _ = self._words.text
        name, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save the file for the other office"),
            f"comparison-{self.quarter.value()}.json",
            "*.json",
        )
        if name:
            self.write_own(Path(name))

    def _read(self) -> None:
        quarter, today = self.quarter.value(), self._today()
        self._worker.read(
            self,
            lambda tx: comparisons.own_column(tx, quarter, today),
            self._show_own,
            self._refuse,
        )

    def _show_own(self, column: OfficeColumn) -> None:
        self._own = column
        self._show()

    def _add(self, columns: list[OfficeColumn]) -> None:
        self._read_files += columns
        self._show()

    def _show(self) -> None:
        columns = self.columns()
        old, self.table = self.table, self._new_table(columns)
        self._holder.removeWidget(old)
        old.deleteLater()
        self.in_work.setText("\n".join(say_in_work(self._words, [one.told for one in columns])))
        self.table.show_rows(_Line(one.value, at, one) for at, one in enumerate(Compared))
        if not all(one.known for one in columns):
            self.message_bar.info(
                self._words.text(
                    "* Signed with a key that this office does not know: ask where it is from."
                )
            )

    def _new_table(self, columns: Sequence[OfficeColumn]) -> TabTable[_Line]:
        words, _ = self._words, self._words.text

        def office(one: OfficeColumn) -> Column[_Line]:
            quarter = say_short_quarter(words, one.told.quarter, one.told.finished)
            return Column(
                f"{one.told.name}{'' if one.known else ' *'}, {quarter}",
                lambda line: say_cell(words, line.measure, one.cell(line.measure)),
                lambda line: one.cell(line.measure).value,
                width=210,
                least=170,
            )

        table: TabTable[_Line] = TabTable(
            [
                Column(
                    _("Figure"),
                    lambda line: say_measure(words, line.measure),
                    lambda line: line.at,
                    width=260,
                    least=240,
                ),
                *map(office, columns),
                Column(
                    _("What is counted"),
                    lambda line: say_definition(words, line.measure),
                    lambda line: line.at,
                    width=420,
                ),
            ],
            words.language,
            _("Comparison between offices"),
            _("Nothing to compare yet."),
        )
        table.add_plain_button(_("Add files …"), "folder-open", self.choose_files)
        table.add_plain_button(_("Only our own"), "x", self.clear)
        table.add_plain_button(_("Own quarter as a file …"), "upload", self._choose_where)
        table.add_plain_button(_("Print …"), "printer", self.print_page)
        self._holder.addWidget(table, 1)
        return table

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


def _quarters(words: Words, today: date) -> list[tuple[Quarter, str]]:
    """The last one that ended first, then those before, and the running one last."""
    running = Quarter.of(today)
    found = [running.previous()]
    while len(found) < _QUARTERS:
        found.append(found[-1].previous())
    return [(one, say_short_quarter(words, one, one != running)) for one in (*found, running)]
