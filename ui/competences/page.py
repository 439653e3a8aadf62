"""The list of people with a competence card, with the demands each of them fits."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.competences import GapKind
from mentorapp.operations import competences, demands
from mentorapp.operations.competences import CardRow
from mentorapp.operations.demands import FitRow
from mentorapp.words import Words
from ui.competences.editing import CardEditing
from ui.competences.wording import card_facts, columns, fit_lines, search_text
from ui.format import plain_label
from ui.theme import Tone
from ui.widgets.choices import values
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import ReadingSoon, Rereading
from ui.widgets.table import TableModel
from ui.work import Worker

#: So many demands stand in the card.
_MOST = 5


class CompetencePage(ListPage[CardRow]):
    """Who can what, wishes what, and what is missing."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_person: Callable[[UUID], object],
        pair: Callable[[UUID], object],
        place: Callable[[UUID], object],
        bring: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`pair` is handed the role's id, `place` the person's; `bring` opens the import."""
        _ = words.text
        super().__init__(
            words,
            _("Competence"),
            TableModel(columns(words), words.language, lambda row: search_text(words, row)),
            EmptyList(
                _("No competence cards yet"),
                _("Open a newcomer’s file and fill in the tab Competence."),
                (_("Import a list …"), bring),
            ),
            _("Search name, occupation, skill, certificate …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker = worker
        self._pair = pair
        self.editing = CardEditing(worker, words, today, self, self.message_bar)
        self.add_button(_("Import …"), "upload", bring)
        self.add_filter(
            _("What is missing"),
            _("Everybody with a card"),
            [*values(words, GapKind), ("nothing", _("Nothing is missing"))],
            lambda row, gap: not row.gaps if gap == "nothing" else gap in row.gaps,
        )
        self.details.add_button(_("Edit …"), "pencil", self.with_row(self._edit))
        self.details.add_button(
            _("Open file"), "folder-open", self.with_row(lambda row: open_person(row.id))
        )
        self.details.add_button(
            _("Print"), "printer", self.with_row(lambda row: self.editing.print(row.id))
        )
        self.pair_button = self.details.add_button(
            _("Pair by hand …"), "link", self.with_row(self._pair_row)
        )
        self.details.add_button(
            _("Placement …"), "briefcase", self.with_row(lambda row: place(row.id))
        )
        self.details.add_button(
            _("Delete"), "trash-2", self.with_row(self.editing.delete), danger=True
        )
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self._reading = ReadingSoon(self, self._read_fits)
        self.picked.connect(self._show_row)
        self.opened.connect(self._edit)

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    def _read_list(self) -> None:
        self._worker.read(self, competences.rows, self._show_list, self.editing.refuse)

    def _show_list(self, rows: list[CardRow]) -> None:
        self.show_rows(rows)
        self.select_first()

    def _show_row(self, row: CardRow | None) -> None:
        if row is None:
            self._reading.stop()
            self.details.show_nothing()
            return
        self._show_card(row, [])
        self._reading.start()

    def _read_fits(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        wanted = row.id
        self._worker.read(
            self,
            lambda tx: demands.fits_of_person(tx, wanted, _MOST),
            lambda found: self._show_fits(wanted, found),
            lambda _refused: None,  # deleted meanwhile: the list is read anew
        )

    def _show_fits(self, wanted: UUID, found: list[FitRow]) -> None:
        row = self.table.current_row()
        if row is not None and row.id == wanted:
            self._show_card(row, found)

    def _show_card(self, row: CardRow, found: list[FitRow]) -> None:
        _ = self._words.text
        marks: list[QWidget] = []
        if found:
            marks.append(plain_label(_("Open demands that fit"), "h2"))
        for line in fit_lines(self._words, found):
            said = plain_label(line)
            said.setWordWrap(True)
            marks.append(said)
        whole = any(one.fit.is_whole for one in found)
        self.details.show_facts(
            row.name,
            "",
            card_facts(self._words, row),
            [(_("Fits an open demand"), Tone.OK)] if whole else [],
            marks=marks,
        )
        self.pair_button.setEnabled(row.newcomer_id is not None)

    def _edit(self, row: CardRow) -> None:
        self.editing.edit(row.id)

    def _pair_row(self, row: CardRow) -> None:
        if row.newcomer_id is not None:
            self._pair(row.newcomer_id)
