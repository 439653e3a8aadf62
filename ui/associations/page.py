"""The list of what associations offer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import associations, introductions
from mentorapp.operations.associations import ActivityRow
from mentorapp.operations.introductions import IntroductionRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.associations.changes import AssociationChanges
from ui.associations.wording import activity_columns, activity_facts, activity_search
from ui.theme import Tone
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import ReadingSoon, Rereading
from ui.widgets.table import TableModel
from ui.work import Worker


class AssociationsPage(ListPage[ActivityRow]):
    """Activities of associations, with the people who were introduced to them."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_organisation: Callable[[Any], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("What associations offer"),
            TableModel(activity_columns(words), words.language, activity_search),
            EmptyList(
                _("No activities yet"),
                _("Register what associations offer to people who are new here."),
                (_("New activity"), self._new),
            ),
            _("Search activity, association, place, contact …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker = worker
        self._changes = AssociationChanges(worker, words, today, self, self.message_bar)
        self._open_organisation = open_organisation
        self._interest = self.add_filter(
            _("Interest"),
            _("All interests"),
            [],
            lambda row, key: key in row.activity.interests,
        )
        self.add_filter(
            _("For whom"),
            _("For everybody"),
            [("beginners", _("Welcomes beginners")), ("open", _("Takes new people"))],
            lambda row, key: (
                row.activity.welcomes_beginners if key == "beginners" else row.activity.open
            ),
        )
        self.new_button = self.add_button(_("New activity"), "plus", self._new, primary=True)
        self.details.add_button(_("Edit …"), "pencil", self.with_row(self._edit))
        self.details.add_button(_("Introduce …"), "user-plus", self.with_row(self._introduce))
        self.details.add_button(
            _("Association"),
            "building-2",
            self.with_row(lambda row: self._open_organisation(row.activity.organisation_id)),
        )
        self.details.add_button(_("Delete"), "trash-2", self.with_row(self._delete), danger=True)
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self._reading = ReadingSoon(self, self._read_one)
        self.picked.connect(self._show_row)
        self.opened.connect(self._edit)
        self.add_keys(self._new, self.with_row(self._delete))

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    def _new(self) -> None:
        self._changes.edit_activity(None)

    def _edit(self, row: ActivityRow) -> None:
        self._changes.edit_activity(row.activity)

    def _introduce(self, row: ActivityRow) -> None:
        self._changes.edit_introduction(None, activity_id=row.id)

    def _delete(self, row: ActivityRow) -> None:
        self._changes.delete_activity(row.activity)

    def _read_list(self) -> None:
        self._worker.read(self, associations.rows, self._show_list, self._refuse)

    def _show_list(self, rows: list[ActivityRow]) -> None:
        there = {key for row in rows for key in row.activity.interests}
        names = [
            (key, one.name(self._words.language))
            for key, one in self._words.lists.interests.items()
            if key in there
        ]
        self._interest.set_choices(names)
        self.show_rows(rows)
        self.select_first()

    def _show_row(self, row: ActivityRow | None) -> None:
        if row is None:
            self._reading.stop()
            self.details.show_nothing()
            return
        self._show_card(row, [])
        self._reading.start()

    def _read_one(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        wanted = row.id
        self._worker.read(
            self,
            lambda tx: introductions.rows(tx, activity_id=wanted),
            lambda found: self._show_one(row, found),
            self._refuse,
        )

    def _show_one(self, row: ActivityRow, found: list[IntroductionRow]) -> None:
        current = self.table.current_row()
        if current is not None and current.id == row.id:
            self._show_card(current, found)

    def _show_card(self, row: ActivityRow, found: list[IntroductionRow]) -> None:
        _ = self._words.text
        badges = []
        if row.activity.welcomes_beginners:
            badges.append((_("Welcomes beginners"), Tone.OK))
        if not row.activity.open:
            badges.append((_("Takes nobody now"), Tone.MUTED))
        self.details.show_facts(
            row.activity.name,
            row.organisation,
            activity_facts(self._words, row, found),
            badges,
        )

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))
