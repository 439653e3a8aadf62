"""The tab of series that others have counted."""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.series import Series
from mentorapp.operations import Transaction, series
from mentorapp.words import Words
from mentorapp.words.goals import say_mean, say_series
from mentorapp.words.labels import label
from ui.series.dialog import SeriesDialog
from ui.theme import Tone
from ui.widgets.kept_list import KeptList
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker


class SeriesPage(KeptList[Series]):
    """Each with its definition: they are shown beside ours and never joined to them."""

    def __init__(self, worker: Worker, words: Words, parent: QWidget | None = None) -> None:
        _ = words.text
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

    def read_rows(self, tx: Transaction) -> list[Series]:
        return series.all_series(tx)

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
            ],
            [(label(self.words, row.kind), Tone.INFO)],
        )
