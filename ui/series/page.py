"""The tab of series that others have counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.in_work import Reading
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.series import Series
from mentorapp.operations import Transaction, outcome_figures, series
from mentorapp.operations.outcome_facts import OutcomeFacts
from mentorapp.words import Words
from mentorapp.words.goals import say_mean, say_series
from mentorapp.words.labels import label
from mentorapp.words.outcomes import say_cell, say_definition
from ui.rights import only_shown
from ui.series.dialog import SeriesDialog
from ui.theme import Tone
from ui.widgets.kept_list import KeptList
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker

#: Series of others mostly count both; ours stands beside them with its own definition.
_COMPARED = Reading.WORK_OR_EDUCATION


@dataclass(frozen=True, slots=True)
class _Told:
    rows: list[Series]
    facts: OutcomeFacts


class SeriesPage(KeptList[Series]):
    """Each with its definition: they are shown beside ours and never joined to them."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        self._today = today
        self._ours = ""
        super().__init__(
            worker,
            words,
            _("Series"),
            TableModel(
                [
                    Column(_("Name"), lambda one: one.name, width=200),
                    Column(_("Kind"), lambda one: label(words, one.kind), width=110),
                    Column(_("Figures by year"), lambda one: say_series(words, one), width=420),
                ],
                words.language,
                lambda one: f"{one.definition} {one.source}",
            ),
            (
                _("No series yet"),
                _(
                    "Type the municipality’s own figures or a national goal, each with its "
                    "definition. They are shown beside yours."
                ),
            ),
            _("New series"),
            _("Search name, definition, source …"),
            parent,
        )
        only_shown(self, words, worker.who, series.save, *self.changing, at=2)

    def read_rows(self, tx: Transaction) -> _Told:
        return _Told(series.all_series(tx), outcome_figures.facts(tx, self._today()))

    def take(self, told: _Told) -> list[Series]:
        table = told.facts.table(_COMPARED)
        cell = table.all_cells.get(OutcomePoint.YEAR_1)
        office = told.facts.office
        self._ours = ""
        if cell is not None:
            said = say_cell(self.words, cell), say_definition(self.words, office, _COMPARED)
            self._ours = ". ".join(said)
        return told.rows

    def form(self, row: Series | None) -> SeriesDialog:
        return SeriesDialog(self.words, row, self)

    def save(self, tx: Transaction, record: Series) -> Series:
        return series.save(tx, record)

    def delete(self, tx: Transaction, row: Series) -> Series:
        return series.delete(tx, row.id)

    def restore(self, tx: Transaction, held: Series) -> None:
        series.restore(tx, held)

    def named(self, record: Series) -> str:
        return record.name

    def show_card(self, row: Series) -> None:
        _ = self.words.text
        self.details.show_facts(
            row.name,
            row.definition,
            [
                (_("Figures by year"), say_series(self.words, row)),
                (_("Mean"), say_mean(self.words, row)),
                (_("Source"), row.source),
                (_("Ours, 1 year"), self._ours),
            ],
            [(label(self.words, row.kind), Tone.INFO)],
        )
