"""The third step: what would become of each row, and the word on those that are known already."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from mentorapp.domain.imports import ImportKind
from mentorapp.operations.import_plan import Write
from mentorapp.operations.imports import (
    Decision,
    PlannedRow,
    Preview,
    RowStatus,
    is_left_out,
    say_row,
    write_for,
)
from mentorapp.words import Words
from mentorapp.words.imports import note_text
from ui.imports.wording import (
    STATUS_TONES,
    changed_text,
    count_text,
    decision_text,
    status_text,
    what_text,
)
from ui.theme import Tone
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import Column, TableModel

_DECISION_COLUMN = 3
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_KEYS: dict[int, Decision | None] = {
    Qt.Key.Key_1: Decision.UPDATE,
    Qt.Key.Key_2: Decision.NEW,
    Qt.Key.Key_3: Decision.SKIP,
    Qt.Key.Key_0: None,
}


class CheckStep(ListPage[PlannedRow]):
    """The rows with their status; keys 1, 2, 3 and 0 decide about the selected ones."""

    decided = Signal()
    """A decision was made or taken back."""

    def __init__(self, words: Words) -> None:
        _ = words.text
        self._kind = ImportKind.MENTORS
        self._decisions: dict[int, Decision] = {}
        super().__init__(
            words,
            _("What would happen"),
            TableModel(self._columns(words), words.language),
            EmptyList(_("No rows"), _("The file has headings and no rows.")),
            _("Search name, row, reason …"),
            key=lambda row: row.number,
        )
        self.layout_without_margins()
        self.splitter.setSizes([680, 340])
        self.fold.stay()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.status = self.add_filter(
            _("Status"),
            _("All rows"),
            [(one, status_text(words, one)) for one in RowStatus],
            lambda row, status: row.status is status,
        )
        self.buttons = {
            Decision.UPDATE: self.details.add_button(
                _("Update it (1)"), "pencil", lambda: self.decide(Decision.UPDATE)
            ),
            Decision.NEW: self.details.add_button(
                _("As new (2)"), "plus", lambda: self.decide(Decision.NEW)
            ),
            Decision.SKIP: self.details.add_button(
                _("Leave out (3)"), "x", lambda: self.decide(Decision.SKIP)
            ),
            None: self.details.add_button(_("Undo (0)"), "undo-2", lambda: self.decide(None)),
        }
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(self._selected)

    def show_preview(self, found: Preview) -> None:
        """Show the rows of a file; first of all those that want a decision, if there are any."""
        self._kind = found.source.kind
        self._decisions = {}
        self.clear_search()
        self.show_rows(found.rows)
        counts = found.counts
        self.set_count(
            " · ".join(
                count_text(self._words, one, counts[one]) for one in RowStatus if counts[one]
            )
        )
        self.table.setColumnHidden(_DECISION_COLUMN, not counts[RowStatus.DUPLICATE])
        if self.model.rowCount():
            self._go_to_row(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """What was decided, by the number of the row."""
        return dict(self._decisions)

    @property
    def accepted(self) -> int:
        """How many rows would be written."""
        return sum(
            write_for(row, self._decisions.get(row.number)) is not Write.NOTHING
            for row in self.model.all_rows()
        )

    @property
    def left_out(self) -> int:
        """How many rows say something and would not be written."""
        return sum(
            is_left_out(row, self._decisions.get(row.number)) for row in self.model.all_rows()
        )

    @property
    def undecided(self) -> int:
        """How many rows wait for a decision."""
        return sum(_is_open(row, self._decisions) for row in self.model.all_rows())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.table
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and event.key() in _KEYS
        ):
            self.decide(_KEYS[event.key()])
            return True
        return super().eventFilter(watched, event)

    def decide(self, decision: Decision | None) -> None:
        """Decide about the selected rows that leave it open, and go on to the next open one."""
        rows = [row for row in self._selected_rows() if _allows(row, decision)]
        for row in rows:
            if decision is None:
                self._decisions.pop(row.number, None)
            else:
                self._decisions[row.number] = decision
        if not rows:
            return
        self.table.setColumnHidden(_DECISION_COLUMN, False)
        last = self.model.index(self.model.rowCount() - 1, len(self.model.columns) - 1)
        self.model.dataChanged.emit(self.model.index(0, 0), last)
        self.decided.emit()
        if len(rows) == 1 and decision is not None:
            self._go_on()
        self._selected(QItemSelection(), QItemSelection())

    def _go_on(self) -> None:
        here = self.table.currentIndex().row()
        shown = self.model.shown_rows()
        for at in [*range(here + 1, len(shown)), *range(here)]:
            if _is_open(shown[at], self._decisions):
                self._go_to_row(at)
                return

    def _go_to_row(self, at: int) -> None:
        """Select one row alone, whatever keys are held down."""
        place = self.model.index(at, 0)
        self.table.selectionModel().setCurrentIndex(place, _ALONE)
        self.table.scrollTo(place)

    def _selected_rows(self) -> list[PlannedRow]:
        return [self.model.row(place) for place in self.table.selectionModel().selectedRows()]

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        rows = self._selected_rows()
        if not rows:
            self.details.show_nothing()
            return
        if len(rows) == 1:
            self._show_card(rows[0])
        else:
            n = len(rows)
            self.details.show_facts(self._words.plural("%(n)d row", "%(n)d rows", n))
        for decision, button in self.buttons.items():
            button.setEnabled(any(_allows(row, decision) for row in rows))

    def _show_card(self, row: PlannedRow) -> None:
        words, _ = self._words, self._words.text
        remarks = [note_text(words, remark) for remark in row.remarks]
        decision = self._decisions.get(row.number)
        self.details.show_facts(
            row.summary or _("Row %(number)d") % {"number": row.number},
            "",
            [
                (_("Row"), str(row.number)),
                (_("Reason"), say_row(words, row)),
                (_("Changes"), changed_text(words, self._kind, row)),
                (_("Remarks"), "\n".join(remarks)),
                (_("Decision"), decision_text(words, row, decision)),
            ],
            [(status_text(words, row.status), STATUS_TONES[row.status])],
        )

    def _columns(self, words: Words) -> Sequence[Column[PlannedRow]]:
        _ = words.text
        return [
            Column(_("Row"), lambda row: str(row.number), sort=lambda row: row.number, width=70),
            Column(
                _("Status"),
                lambda row: status_text(words, row.status),
                width=140,
                badge=lambda row: STATUS_TONES[row.status],
            ),
            Column(_("Who or what"), lambda row: row.summary, width=190),
            Column(
                _("Decision"),
                lambda row: decision_text(words, row, self._decisions.get(row.number)),
                width=130,
                badge=lambda row: Tone.WARN if _is_open(row, self._decisions) else None,
            ),
            Column(_("What is to be said"), lambda row: what_text(words, self._kind, row)),
        ]

    def layout_without_margins(self) -> None:
        """The dialog around has margins of its own."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)


def _is_open(row: PlannedRow, decisions: Mapping[int, Decision]) -> bool:
    return row.status is RowStatus.DUPLICATE and row.number not in decisions


def _allows(row: PlannedRow, decision: Decision | None) -> bool:
    """Whether this can be decided about the row."""
    if decision is Decision.UPDATE:
        return row.status is RowStatus.DUPLICATE and bool(row.twins)
    if decision is Decision.NEW:
        return row.status is RowStatus.DUPLICATE
    return row.status in {RowStatus.NEW, RowStatus.CHANGED, RowStatus.DUPLICATE}
