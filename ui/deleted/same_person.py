"""Asks who else somebody is registered as, from the file of one of the two."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction, guests
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.deleted.merging import Merging
from ui.widgets.form_dialog import FormDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_field import RecordField
from ui.work import Worker


class SamePersonDialog(FormDialog):
    """Changes nothing: the two are shown beside each other before anything is merged."""

    def __init__(
        self, words: Words, people: Sequence[tuple[UUID, str]], parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Same person as …"), _("Compare and merge …"), parent)
        self.add_group(
            "",
            _(
                "The person of this file stays. You see both beside each other before anything "
                "changes."
            ),
        )
        self.person = self.add_row(
            "person_id", _("Also registered as"), RecordField(words, people), required=True
        )

    def chosen(self) -> UUID | None:
        """The other one; says at the field that nobody is chosen."""
        other = self.person.value()
        if other is None:
            self.show_problem("person_id", self.words.text("Choose somebody from the list."))
        return other

    def reject(self) -> None:
        self.start_afresh()  # a name that was looked for is nothing that could be lost
        super().reject()


def ask_same_person(
    worker: Worker,
    words: Words,
    today: Callable[[], date],
    person_id: UUID,
    over: QWidget,
    bar: MessageBar,
) -> None:
    """Ask who it is, then show both; the one with `person_id` stays, whose file is open."""

    def others(tx: Transaction) -> list[tuple[UUID, str]]:
        return [one for one in guests.choices(tx) if one[0] != person_id]

    def show(people: list[tuple[UUID, str]]) -> None:
        dialog = SamePersonDialog(words, people, over)

        def compare() -> None:
            other = dialog.chosen()
            if other is not None:
                dialog.accepted_by_office()
                Merging(worker, words, today, over, bar).ask_people(person_id, other)

        dialog.submitted.connect(compare)
        dialog.open()

    def refuse(refused: Refused) -> None:
        bar.warning(explain(words, refused))

    worker.read(over, others, show, refuse)
