"""The tab "Contact points" of the page Belonging: all newcomers and who is responsible."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.operations import contact_overview
from mentorapp.operations.contact_overview import ContactLine
from mentorapp.words import Words
from mentorapp.words.fields import role_status
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.contact_points.tab import show_card
from ui.format import capital
from ui.theme import Tone
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.table import Column, TableModel
from ui.work import Worker


class ContactPointsPage(ListPage[ContactLine]):
    """Responsible coordinator, number of contacts, and a flag where two services do the same."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_person: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Contact points"),
            TableModel(_columns(words), words.language, lambda line: str(line.number)),
            EmptyList(
                _("No newcomers yet"),
                _("Who helps a newcomer with what is noted in the person’s file."),
            ),
            _("Search name, number, coordinator …"),
            key=lambda line: line.person_id,
            parent=parent,
        )
        self._worker, self._today, self._open_person = worker, today, open_person
        self.add_filter(
            _("Contacts"),
            _("All newcomers"),
            [
                ("double", _("Two services do the same")),
                ("no_coordinator", _("Nobody responsible")),
                ("none", _("No contact at all")),
            ],
            _fits,
        )
        self.details.add_button(_("Open file"), "folder-open", self._open_file)
        self.details.add_button(_("Print card"), "printer", self._print)
        self.picked.connect(self._show_line)
        self.opened.connect(lambda line: self._open_person(line.person_id))
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read)

    def refresh(self) -> None:
        """Read the list anew."""
        self._rereading.ask()

    def _read(self) -> None:
        today = self._today()
        self._worker.read(
            self,
            lambda tx: contact_overview.lines(tx, today),
            self._show,
            lambda why: self.message_bar.warning(explain(self._words, why)),
        )

    def _show(self, lines: list[ContactLine]) -> None:
        without = sum(not line.coordinator for line in lines)
        doubles = sum(bool(line.doubles) for line in lines)
        self.show_rows(lines)
        self.set_count(
            self._words.text("%(all)s newcomers · %(without)s without a coordinator · "
                             "%(doubles)s with double contact")
            % {"all": len(lines), "without": without, "doubles": doubles}
        )  # fmt: skip
        self.select_first()

    def _show_line(self, line: ContactLine | None) -> None:
        if line is None:
            self.details.show_nothing()
            return
        _ = self._words.text
        badges = [(capital(role_status(self._words, "newcomer", line.status)), Tone.INFO)]
        if line.doubles:
            badges.append((_("Double contact"), Tone.WARN))
        self.details.show_facts(
            line.name,
            str(line.number),
            [
                (_("Coordinator"), line.coordinator or _("nobody")),
                (_("Stand-in"), line.stand_in),
                (_("Contacts"), str(line.contacts)),
                (_("Done twice"), _twice(self._words, line)),
            ],
            badges,
        )

    def _open_file(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._open_person(line.person_id)

    def _print(self) -> None:
        line = self.table.current_row()
        if line is not None:
            show_card(self._worker, self._words, line.person_id, self._today(), self)


def _fits(line: ContactLine, wanted: Any) -> bool:
    if wanted == "double":
        return bool(line.doubles)
    return not line.coordinator if wanted == "no_coordinator" else not line.contacts


def _twice(words: Words, line: ContactLine) -> str:
    return ", ".join(label(words, task) for task in line.doubles)


def _columns(words: Words) -> list[Column[ContactLine]]:
    _ = words.text
    return [
        Column(_("Name"), lambda line: line.name, width=170),
        Column(
            _("Status"),
            lambda line: capital(role_status(words, "newcomer", line.status)),
            width=120,
        ),
        Column(
            _("Coordinator"),
            lambda line: line.coordinator or _("nobody"),
            lambda line: line.coordinator or None,
            width=140,
            badge=lambda line: None if line.coordinator else Tone.WARN,
        ),
        Column(_("Stand-in"), lambda line: line.stand_in, width=120),
        Column(
            _("Contacts"), lambda line: str(line.contacts), lambda line: line.contacts, width=90
        ),
        Column(
            _("Done twice"),
            lambda line: _twice(words, line),
            width=130,
            badge=lambda line: Tone.WARN if line.doubles else None,
        ),
    ]
