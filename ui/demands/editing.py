"""What list and file do with a demand alike: note, edit, close, delete with Undo."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.demands import Demand
from mentorapp.domain.errors import Refused
from mentorapp.domain.records import new_id
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.operations import Transaction, demands, organisations
from mentorapp.operations.demands import DemandRow
from mentorapp.words import Words
from mentorapp.words.competences import say_work
from mentorapp.words.refusals import explain
from ui.demands.dialog import DemandDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_by
from ui.work import Worker

Choices = list[tuple[UUID, str]]


class DemandEditing:
    """Dialogs over `home`; what happened is said in `bar`."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar = home, bar

    def new(self, organisation_id: UUID | None = None) -> None:
        """An empty form; for one organisation when it is told."""
        today = self._today()

        def job(tx: Transaction) -> Choices:
            if organisation_id is None:
                return organisations.choices(tx)
            return [(organisation_id, organisations.name_of(tx, organisation_id))]

        def then(choices: Choices) -> None:
            fresh = Demand(organisation_id=organisation_id or new_id(), asked_on=today)
            self._open(fresh, choices, Subject(FormKind.DEMAND, organisation_id))

        self._worker.read(self._home, job, then, self.refuse)

    def edit(self, row: DemandRow) -> None:
        """The form of one."""
        subject = Subject(FormKind.DEMAND, row.id, row.demand.version)
        self._open(row.demand, [(row.demand.organisation_id, row.organisation)], subject)

    def close_or_reopen(self, row: DemandRow) -> None:
        """Nobody is looked for any more, or again."""
        today, demand_id, is_open = self._today(), row.id, row.demand.is_open
        _ = self._words.text
        said = _("%(what)s is closed.") if is_open else _("%(what)s is open again.")

        def job(tx: Transaction) -> Demand:
            if is_open:
                return demands.close(tx, demand_id, today)
            return demands.reopen(tx, demand_id)

        self._worker.write(
            self._home,
            job,
            lambda _done: self._bar.success(said % {"what": self._what(row)}),
            self.refuse,
        )

    def delete(self, row: DemandRow) -> None:
        """Delete one noted by mistake."""
        _ = self._words.text
        self._worker.write(
            self._home,
            lambda tx: demands.remove(tx, row.id),
            lambda held: self._bar.success(
                _("%(name)s was deleted.") % {"name": self._what(row)},
                undo_by(self._words, self._worker, lambda: self._restore(held)),
            ),
            self.refuse,
        )

    def refuse(self, refused: Refused) -> None:
        """Say why not."""
        self._bar.warning(explain(self._words, refused))

    def _what(self, row: DemandRow) -> str:
        return f"{row.organisation} – {say_work(self._words, row.work)}"

    def _open(self, demand: Demand, choices: Choices, subject: Subject) -> None:
        dialog = DemandDialog(self._words, self._today(), demand, choices, self._home)
        dialog.completed.connect(lambda changed: self._save(dialog, changed))
        FormKeeping(dialog, self._worker, subject, self._bar)
        dialog.open()

    def _save(self, dialog: DemandDialog, changed: Demand) -> None:
        today = self._today()

        def then(_saved: Demand) -> None:
            dialog.accepted_by_office()
            self._bar.success(self._words.text("Saved."))

        self._worker.write(dialog, lambda tx: demands.save(tx, changed, today), then, dialog.say)

    def _restore(self, held: Demand) -> None:
        self._worker.write(self._home, lambda tx: demands.restore(tx, held), refused=self.refuse)
