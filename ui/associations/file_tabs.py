"""What a person's and an organisation's file hold about associations."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.errors import Refused
from mentorapp.domain.people import Person
from mentorapp.operations import associations, introductions, nearby
from mentorapp.operations.associations import ActivityRow
from mentorapp.operations.introductions import IntroductionRow
from mentorapp.operations.nearby import Suggestion
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.associations.changes import AssociationChanges
from ui.associations.wording import (
    activity_columns,
    introduction_columns,
    suggestion_columns,
)
from ui.format import plain_label
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.work import Worker

_Answer = tuple[UUID, list[IntroductionRow], list[Suggestion]]


class PersonAssociationsTab(RecordTab):
    """A person's introductions with their steps, and what fits nearby."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words = words
        self._changes = changes = AssociationChanges(worker, words, today, self, message_bar)
        self.introductions: TabTable[IntroductionRow] = TabTable(
            introduction_columns(words),
            words.language,
            _("Introductions"),
            _("Not introduced to an association yet."),
            Qt.SortOrder.DescendingOrder,
        )
        add = self.introductions.add_button
        add(
            _("Has been there"),
            "check",
            lambda row: changes.take_step(row, introductions.visited, _("First visit noted.")),
        )
        add(
            _("Joined"),
            "handshake",
            lambda row: changes.take_step(row, introductions.joined, _("Membership noted.")),
        )
        add(
            _("Still a member"),
            "circle-check",
            lambda row: changes.take_step(row, introductions.still_member, _("Noted for today.")),
        )
        add(
            _("Left"),
            "log-out",
            lambda row: changes.take_step(row, introductions.left, _("Noted for today.")),
        )
        add(
            _("Edit …"),
            "pencil",
            lambda row: changes.edit_introduction(row.introduction),
            opens=True,
        )
        add(_("Delete"), "trash-2", changes.delete_introduction, keys="Delete")
        self.introductions.add_plain_button(_("Introduce …"), "plus", self._introduce)
        self.suggestions: TabTable[Suggestion] = TabTable(
            suggestion_columns(words),
            words.language,
            _("What fits nearby"),
            _("Nothing nearby takes new people."),
        )
        self.suggestions.add_button(
            _("Introduce to this"), "user-plus", self._introduce_to, opens=True
        )
        self.suggestions.add_plain_button(_("Leaflet …"), "printer", self._leaflet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(6)
        for table in (self.introductions, self.suggestions):
            layout.addWidget(plain_label(table.title, "h2"))
            layout.addWidget(table, 1)

    def read(self, record_id: UUID) -> None:
        self.worker.read(
            self,
            lambda tx: (
                record_id,
                introductions.rows_of(tx, record_id),
                nearby.nearby(tx, record_id),
            ),
            self._show,
            self._refuse,
        )

    def _show(self, answer: _Answer) -> None:
        person_id, rows, suggestions = answer
        if person_id == self.record_id:
            self.introductions.show_rows(rows)
            self.suggestions.show_rows(suggestions)

    def _introduce(self) -> None:
        self._changes.edit_introduction(None, person_id=self.record_id)

    def _introduce_to(self, one: Suggestion) -> None:
        self._changes.edit_introduction(None, person_id=self.record_id, activity_id=one.id)

    def _leaflet(self) -> None:
        """On the screen in the person's language; title and file name tell nobody who it is."""
        if self.record_id is None:
            return
        person_id, _ = self.record_id, self._words.text
        paper = PaperDialog(
            self.worker,
            self._words,
            _("What fits nearby"),
            "leaflet.pdf",
            self.window(),
            (Person, person_id),
        )
        paper.open()
        self.worker.read(
            paper, lambda tx: nearby.leaflet(tx, person_id), paper.show_paper, paper.refuse
        )

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


class OrganisationActivitiesTab(RecordTab):
    """What one association offers, and who was introduced to it."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words = words
        self._changes = changes = AssociationChanges(worker, words, today, self, message_bar)
        self.activities: TabTable[ActivityRow] = TabTable(
            activity_columns(words, association=False),
            words.language,
            _("Activities"),
            _("Nothing is registered that it offers."),
        )
        self.activities.add_button(
            _("Edit …"), "pencil", lambda row: changes.edit_activity(row.activity), opens=True
        )
        self.activities.add_button(
            _("Introduce …"),
            "user-plus",
            lambda row: changes.edit_introduction(None, activity_id=row.id),
        )
        self.activities.add_button(
            _("Delete"),
            "trash-2",
            lambda row: changes.delete_activity(row.activity),
            keys="Delete",
        )
        self.activities.add_plain_button(_("New activity"), "plus", self._new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.activities)

    def read(self, record_id: UUID) -> None:
        self.worker.read(
            self,
            lambda tx: (record_id, associations.rows(tx, record_id)),
            self._show,
            self._refuse,
        )

    def _show(self, answer: tuple[UUID, list[ActivityRow]]) -> None:
        organisation_id, rows = answer
        if organisation_id == self.record_id:
            self.activities.show_rows(rows)

    def _new(self) -> None:
        self._changes.edit_activity(None, self.record_id)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))
