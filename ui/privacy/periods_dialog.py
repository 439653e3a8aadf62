"""How long each kind is kept, to be looked at and, by whoever keeps the settings, changed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mentorapp.domain.retention import FIXED, LEAST_MONTHS, MOST_MONTHS, RetentionKind
from mentorapp.operations import Transaction, retention
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from mentorapp.words.retention import COUNTED_FROM
from ui.format import plain_label
from ui.privacy.columns import Period, period_columns
from ui.rights import hold_back, may
from ui.widgets.fields import NumberField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.work import Worker


class PeriodsDialog(PlainDialog):
    """A kind to a line; what the law gives cannot be changed."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("How long each kind is kept"), QSize(900, 560), parent)
        self._worker, self._today = worker, today
        hint = plain_label(
            _(
                "Nothing is removed by itself: what is older than this is on the list, and a "
                "coordinator decides. The periods stand in the privacy notice: print that anew "
                "when you change one."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.table: TabTable[Period] = TabTable(
            period_columns(words), words.language, self.windowTitle(), ""
        )
        self.change_button = self.table.add_button(
            _("Change …"), "pencil", self._change, opens=may(worker.who, retention.set_period)
        )
        hold_back(words, worker.who, retention.set_period, self.change_button)
        self.table.table.picked.connect(self._picked)
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self._changes = TabChanges(worker, words, self, self.message_bar)
        self._rereading = Rereading(self, worker.changed, self._read)

    def _read(self) -> None:
        self._worker.read(
            self,
            retention.periods,
            self._show,
            lambda refused: self.message_bar.warning(explain(self.words, refused)),
        )

    def _show(self, found: dict[RetentionKind, int]) -> None:
        self.table.show_rows([Period(*one) for one in found.items()])
        if self.table.table.current_row() is None:
            self.table.table.setCurrentIndex(self.table.model.index(0, 0))
            self.table.table.setFocus()

    def _picked(self, row: Period | None) -> None:
        self.change_button.setEnabled(row is not None and row.kind not in FIXED)

    def _change(self, row: Period) -> None:
        if row.kind in FIXED:
            self.message_bar.info(
                self.words.text("The law gives this one: what was taken back goes at once.")
            )
            return
        dialog = PeriodDialog(self.words, row, self)
        today = self._today()

        def job() -> Callable[[Transaction], object]:
            months = dialog.months.number() or 0
            return lambda tx: retention.set_period(tx, row.kind, months, today)

        self._changes.ask(dialog, job, lambda: self.words.text("It is changed."))


class PeriodDialog(FormDialog):
    """For how many months one kind is kept."""

    def __init__(self, words: Words, row: Period, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Kept for"), parent=parent)
        self.add_group(label(words, row.kind))
        least = LEAST_MONTHS.get(row.kind, 0)
        self.months = NumberField(least, MOST_MONTHS)
        self.months.set_number(row.months)
        self.months.setMaximumWidth(140)
        hint = _("Counted from %(day)s.") if least else _("Counted from %(day)s; 0 is at once.")
        self.add_row("months", _("Months"), self.months, hint % {"day": _(COUNTED_FROM[row.kind])})
