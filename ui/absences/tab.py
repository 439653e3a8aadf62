"""The tab "Absences" of Settings."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.absences import Absence
from mentorapp.operations import Transaction, absences, offices
from mentorapp.words import Words
from mentorapp.words.absences import say_days
from ui.absences.dialog import AbsenceDialog
from ui.format import plain_label
from ui.rights import only_shown
from ui.theme import Tone
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class AbsencesTab(QWidget):
    """Who is away, from when to when, and who stands in."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__()
        self._worker, self._words, self._today = worker, words, today
        self._bar = message_bar
        self._changes = TabChanges(worker, words, self, message_bar)
        self._coordinators: tuple[str, ...] = ()
        _ = words.text
        hint = plain_label(
            _(
                "While a coordinator is away, the pages of pairs, contact cards and letters say "
                "who answers. A stand-in who was named for one pair goes before."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.table: TabTable[Absence] = TabTable(
            _columns(words, today),
            words.language,
            _("Absences"),
            _("No coordinator is away. Note who stands in before somebody leaves."),
            Qt.SortOrder.DescendingOrder,
        )
        self.table.add_plain_button(_("New absence …"), "plus", self._new)
        self.table.add_button(_("Edit …"), "pencil", self._edit, opens=True)
        self._back = self.table.add_button(_("Is back"), "check", self._end)
        self.table.add_button(_("Delete"), "trash-2", self._remove, keys="Delete")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        only_shown(self, words, worker.who, absences.save, *self.table.buttons)
        self.table.table.picked.connect(self._picked)
        self._rereading = Rereading(self, worker.changed, self._read)
        self._rereading.ask()

    def _read(self) -> None:
        self._worker.read(self, _read, self._show)

    def _show(self, got: tuple[list[Absence], tuple[str, ...]]) -> None:
        every, self._coordinators = got
        self.table.show_rows(every)

    def _picked(self, row: Absence | None) -> None:
        self._back.setEnabled(row is not None and row.holds_on(self._today()))

    def _new(self) -> None:
        if not self._coordinators:
            self._bar.info(
                self._words.text("Write the names of the coordinators first, in “Edit office”.")
            )
            return
        first = self._coordinators[0]
        self._edit(Absence(coordinator=first, stand_in="", from_date=self._today()))

    def _edit(self, absence: Absence) -> None:
        dialog = AbsenceDialog(self._words, self._today(), self._coordinators, absence, self)

        def saving() -> Callable[[Transaction], Absence]:
            told = dialog.absence()
            return lambda tx: absences.save(tx, told)

        def said() -> str:
            told = dialog.absence()
            text = self._words.text("%(stand_in)s stands in for %(name)s.")
            return text % {"stand_in": told.stand_in, "name": told.coordinator}

        self._changes.ask(dialog, saving, said)

    def _end(self, absence: Absence) -> None:
        today = self._today()
        self._write(
            lambda tx: absences.end(tx, absence.id, today),
            self._words.text("%(name)s is back.") % {"name": absence.coordinator},
        )

    def _remove(self, absence: Absence) -> None:
        self._write(
            lambda tx: absences.remove(tx, absence.id),
            self._words.text("The absence was deleted."),
        )

    def _write(self, job: Callable[[Transaction], Absence], said: str) -> None:
        self._worker.write(
            self,
            job,
            lambda _done: self._bar.success(said, undo_button(self._words, self._worker)),
            self._changes.refuse,
        )


def _read(tx: Transaction) -> tuple[list[Absence], tuple[str, ...]]:
    return absences.all_absences(tx), offices.read(tx).coordinators


def _columns(words: Words, today: Callable[[], date]) -> list[Column[Absence]]:
    _ = words.text

    def now(one: Absence) -> str:
        day = today()
        if one.holds_on(day):
            return _("away today")
        return _("to come") if one.from_date > day else _("over")

    return [
        Column(
            _("Days"),
            lambda one: say_days(words, one.from_date, one.to_date),
            lambda one: one.from_date,
            width=270,
            least=230,
        ),
        Column(_("Coordinator"), lambda one: one.coordinator, width=220),
        Column(_("Stand-in"), lambda one: one.stand_in, width=220),
        Column(
            _("Now"),
            now,
            lambda one: one.from_date,
            width=140,
            badge=lambda one: Tone.WARN if one.holds_on(today()) else Tone.MUTED,
        ),
    ]
