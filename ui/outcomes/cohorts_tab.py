"""The tab of cohorts: in work by year of ending and time since, as table, lines and paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.cohorts import Cell, Cohort
from mentorapp.domain.days_to import YearOfWaits
from mentorapp.domain.errors import Refused
from mentorapp.domain.in_work import Reading
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, outcome_figures, outcome_paper, schemes
from mentorapp.operations.outcome_facts import OutcomeFacts
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.outcomes import (
    SHORT_POINTS,
    say_cell,
    say_definition,
    say_denominators,
    say_kept,
    say_wait,
)
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.fields import ChoiceField
from ui.widgets.line_chart import ChartLine, LineChart
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.rereading import Rereading
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker

#: Pixels of the table's head and of a row: the whole table is seen, the tab scrolls. Rows are
#: lower than elsewhere, so that the chart and most years are in sight together.
_HEAD, _ROW = 42, 28


@dataclass(frozen=True, slots=True)
class _Told:
    facts: OutcomeFacts
    schemes: list[Scheme]
    waits: YearOfWaits


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table; the one of all years has no year and stands last."""

    name: str
    year: int
    ended: int
    cells: Mapping[OutcomePoint, Cell]


class CohortsTab(QWidget):
    """Nothing is hidden here, it is for the office; the paper hides small numbers."""

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
        self._told: _Told | None = None
        self.message_bar = MessageBar(words)
        self.scheme = ChoiceField([(None, _("All schemes"))])
        self.scheme.setAccessibleName(_("Scheme"))
        self.reading = ChoiceField([(one, label(words, one).capitalize()) for one in Reading])
        self.reading.setAccessibleName(_("What is counted"))
        self.print_button = picture_button(_("Print …"), "printer", self.print, primary=True)
        self.model: TableModel[_Line] = TableModel(self._columns(), words.language)
        self.table = TableView(self.model, _("Cohorts"), key=lambda line: line.name)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.chart = LineChart(words, _("In percent of those known, by time since the end"))
        self.definition = plain_label("", "h2")
        self.about = plain_label(say_denominators(words), "muted")
        self.cell = plain_label("")
        self.kept = plain_label("")
        self.waits = plain_label("")
        for text in (self.definition, self.about, self.cell, self.kept, self.waits):
            text.setWordWrap(True)
        self._lay_out()
        self._rereading = Rereading(self, worker.changed, self._read)
        self.scheme.changed.connect(self._count)
        self.reading.changed.connect(self._count)
        self.table.picked.connect(self._tell_line)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print)

    def refresh(self) -> None:
        """Read and count anew."""
        self._rereading.ask()

    def print(self) -> None:
        """The page for managers, of the chosen scheme."""
        words, today = self._words, self._today()
        scheme_id = self.scheme.value()
        name = words.text("outcomes-over-years-%(day)s.pdf") % {"day": f"{today:%Y-%m-%d}"}
        dialog = PaperDialog(self._worker, words, words.text("Outcomes over years"), name, self)
        dialog.open()
        self._worker.read(
            dialog,
            lambda tx: outcome_paper.outcome_report(tx, today, words, scheme_id),
            dialog.show_paper,
            dialog.refuse,
        )

    def _read(self) -> None:
        today = self._today()

        def job(tx: Transaction) -> _Told:
            facts = outcome_figures.facts(tx, today)
            waits = outcome_figures.days(tx, facts)[-1]
            return _Told(facts, schemes.all_schemes(tx), waits)

        self._worker.read(self, job, self._show, self._refuse)

    def _show(self, told: _Told) -> None:
        _, language = self._words.text, self._words.language
        chosen = self.scheme.value()
        self._told = told
        self.scheme.blockSignals(True)
        self.scheme.set_choices(
            [(None, _("All schemes")), *((one.id, one.name(language)) for one in told.schemes)]
        )
        self.scheme.set_value(chosen)
        self.scheme.blockSignals(False)
        self._count()

    def _count(self) -> None:
        if self._told is None:
            return
        words, facts = self._words, self._told.facts
        reading: Reading = self.reading.value()
        scheme_id = self.scheme.value()
        table = facts.table(reading, scheme_id)
        together = _Line(words.text("All years"), 9999, table.ended, table.all_cells)
        self.model.show([*(_line(one) for one in table.cohorts), together])
        self.table.setMinimumHeight(_HEAD + _ROW * self.model.rowCount())
        points = [words.text(SHORT_POINTS[point]) for point in OutcomePoint]
        lines = [_chart_line(together, main=True)]
        lines += [_chart_line(_line(one), main=False) for one in table.cohorts]
        self.chart.show_lines(points, [one for one in lines if any(one.values)])
        self.definition.setText(say_definition(words, facts.office, reading))
        kept = facts.kept(reading, scheme_id)
        self.kept.setText(say_kept(words, kept, reading) if kept is not None else "")
        self.kept.setVisible(kept is not None)
        self.waits.setText(self._said_waits(self._told.waits))
        self._tell_line(self.table.current_row())

    def _said_waits(self, waits: YearOfWaits) -> str:
        words, _ = self._words, self._words.text
        told = (
            (_("first meeting"), waits.meeting),
            (_("first placement"), waits.placement),
            (_("first job"), waits.job),
        )
        said = "; ".join(f"{name}: {say_wait(words, wait)}" for name, wait in told)
        return _("Median days from registration: %(waits)s.") % {"waits": said}

    def _tell_line(self, line: _Line | None) -> None:
        """The selected year in full sentences: a table of numbers alone is easily misread."""
        words = self._words
        if line is None:
            self.cell.setText(words.text("Select a year to read its figures in words."))
            return
        told = [
            f"{label(words, point)}: {say_cell(words, cell)}" for point, cell in line.cells.items()
        ]
        self.cell.setText("\n".join((line.name, *told)))

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _columns(self) -> list[Column[_Line]]:
        words, _ = self._words, self._words.text
        right = Qt.AlignmentFlag.AlignRight

        def column(point: OutcomePoint) -> Column[_Line]:
            return Column(
                _(SHORT_POINTS[point]),
                lambda line: _short(line.cells.get(point)),
                sort=lambda line: line.year,
                width=112,
                align=right,
            )

        return [
            Column(
                _("Year of ending"), lambda line: line.name, sort=lambda line: line.year, width=100
            ),
            Column(
                _("Ended"),
                lambda line: words.number(line.ended),
                sort=lambda line: line.year,
                width=70,
                align=right,
            ),
            *(column(point) for point in OutcomePoint),
        ]

    def _lay_out(self) -> None:
        _ = self._words.text
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(plain_label(_("Cohorts"), "h1"))
        top.addStretch()
        top.addWidget(self.scheme)
        top.addWidget(self.reading)
        top.addWidget(self.print_button)
        hint = plain_label(
            _("In the fields: percent of those known and, in brackets, how many are known."),
            "muted",
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        seen = QHBoxLayout()
        seen.setSpacing(16)
        seen.addWidget(self.chart, 3)
        seen.addWidget(self.cell, 2)
        self.cell.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.definition)
        column.addLayout(seen)
        for widget in (hint, self.table, self.kept, self.waits, self.about):
            column.addWidget(widget)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)


def _line(cohort: Cohort) -> _Line:
    return _Line(str(cohort.year), cohort.year, cohort.ended, cohort.cells)


def _short(cell: Cell | None) -> str:
    """Empty where nobody has got to yet."""
    if cell is None:
        return ""
    percent = cell.of_known.percent
    return "–" if percent is None else f"{percent} % ({cell.known})"


def _chart_line(line: _Line, *, main: bool) -> ChartLine:
    values = tuple(
        100 * cell.part / cell.known if (cell := line.cells.get(point)) and cell.known else None
        for point in OutcomePoint
    )
    return ChartLine(line.name, values, main)
