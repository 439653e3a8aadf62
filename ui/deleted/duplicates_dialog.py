"""People who may be registered twice."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.people import Person
from mentorapp.operations import likeness
from mentorapp.operations.likeness import Alike
from mentorapp.words import N_, Words
from mentorapp.words.refusals import explain
from ui.deleted.list_pages import ListPages
from ui.deleted.merging import Merging
from ui.format import plain_label
from ui.widgets.empty_state import EmptyList
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.rereading import Rereading
from ui.widgets.table_model import Column
from ui.work import Worker

_BY = {"name": N_("Same name"), "phone": N_("Same phone"), "email": N_("Same e-mail")}


class DuplicatesDialog(PlainDialog):
    """Two to a line; Enter shows them field by field."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        read_only: Refused | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Possible duplicates"), QSize(860, 560), parent)
        self._worker, self._read_only = worker, read_only
        self._merging = Merging(worker, words, today, self, self.message_bar)
        self.count = plain_label("", "muted")
        self._pages: ListPages[Alike] = ListPages(
            columns(words),
            words.language,
            _("Possible duplicates"),
            EmptyList(
                _("Nobody seems to be registered twice"),
                _(
                    "To merge two others, choose both in the list of mentors, newcomers or "
                    "organisations and press “Merge …”."
                ),
            ),
            key=lambda row: (row.first.id, row.second.id),
        )
        self.model, self.table, self.empty = self._pages.model, self._pages.table, self._pages.empty
        self.body.addWidget(self.count)
        self.body.addLayout(self._pages, 1)
        self.merge_button = self.add_button(
            _("Compare and merge …"), "users", self.merge, primary=True
        )
        self.table.opened.connect(lambda _row: self.merge())
        self.table.picked.connect(lambda _row: self._wake())
        self._rereading = Rereading(self, worker.changed, self._read)
        self._wake()

    def merge(self) -> None:
        """Show the two of the line that is chosen beside each other."""
        row = self.table.current_row()
        if self._read_only is not None:
            self._refuse(self._read_only)
        elif row is not None:
            self._merging.ask_people(row.first.id, row.second.id)

    def _read(self) -> None:
        title = self.words.text("Looking for duplicates")
        self._worker.read(self, likeness.duplicates, self._show, self._refuse, title=title)

    def _show(self, found: list[Alike]) -> None:
        self._pages.show_rows(found)
        said = self.words.text("Possible duplicates: %(n)s")
        self.count.setText(said % {"n": self.words.number(len(found))} if found else "")
        self._wake()

    def _wake(self) -> None:
        chosen = self.table.current_row() is not None
        self.merge_button.setEnabled(chosen and self._read_only is None)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))


def columns(words: Words) -> list[Column[Alike]]:
    """Both with number and year of birth, and by what they are alike."""
    _ = words.text

    def told(title: str, who: Callable[[Alike], Person]) -> Column[Alike]:
        return Column(title, lambda row: _told(who(row)), width=280)

    return [
        told(_("First"), lambda row: row.first),
        told(_("Second"), lambda row: row.second),
        Column(_("Why"), lambda row: _(_BY[row.by]), width=140),
    ]


def _told(person: Person) -> str:
    year = f", {person.birth_year}" if person.birth_year else ""
    return f"{person.name} ({person.number}{year})"
