"""Joins Deleted to the window: its entry in the menu, and what is removed for good at opening."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import Refused
from mentorapp.words import Words
from ui.main_window import MainWindow
from ui.rights import hold_back
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.list_page import ListPage
from ui.wiring_around import Surroundings
from ui.work import Worker

if TYPE_CHECKING:
    from ui.widgets.record_file import RecordFile


class Deleting(QObject):
    """One for a window."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        read_only: Refused | None,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._worker, self._words, self._today = worker, words, today
        self._read_only, self._window = read_only, window
        self._looked = read_only is not None
        deleted = window.edit_menu.addAction(words.text("&Deleted …"))
        deleted.triggered.connect(lambda _checked: self.show_deleted())
        alike = window.edit_menu.addAction(words.text("Possible &duplicates …"))
        alike.triggered.connect(lambda _checked: self.show_duplicates())
        hold_back(words, worker.who, Right.READ, deleted, alike)
        # When the first page is there: nobody waits for it.
        worker.drained.connect(self._look)

    def show_deleted(self) -> None:
        """What was deleted in the last thirty days."""
        from ui.deleted.dialog import DeletedDialog

        DeletedDialog(self._worker, self._words, self._today, self._read_only, self._window).open()

    def show_duplicates(self) -> None:
        """Who may be registered twice."""
        from ui.deleted.duplicates_dialog import DuplicatesDialog

        DuplicatesDialog(
            self._worker, self._words, self._today, self._read_only, self._window
        ).open()

    def _look(self) -> None:
        if self._looked:
            return
        self._looked = True
        from mentorapp.operations import deleted

        self._worker.read(self, deleted.is_overdue, self._purge)

    def _purge(self, overdue: bool) -> None:
        from mentorapp.operations import deleted

        if overdue:
            # A refusal (a full disk, another program) is no news now: the next opening tries again.
            self._worker.write_aside(
                self, deleted.purge_overdue, lambda _gone: None, lambda _refused: None, lambda: None
            )


def offer_merging(
    page: ListPage[Any], bar: ChosenBar, around: Surroundings, *, organisations: bool = False
) -> None:
    """Let two chosen rows of a list be made one: the one registered first stays."""
    words = around.words

    def ask() -> None:
        from ui.deleted.merging import Merging

        rows = sorted(page.chosen_rows(), key=lambda row: row.number)
        if len(rows) != 2:
            page.message_bar.info(words.text("Choose exactly two to merge them."))
            return
        first, second = (row.id if organisations else row.person_id for row in rows)
        merging = Merging(around.worker, words, around.today, page, page.message_bar)
        (merging.ask_organisations if organisations else merging.ask_people)(first, second)

    bar.add_button(words.text("Merge …"), "users", ask)


def offer_same_person(file: "RecordFile", person_id: UUID, around: Surroundings) -> None:
    """Let the person of a file be made one with another, who is registered twice."""
    words = around.words

    def ask() -> None:
        from ui.deleted.same_person import ask_same_person

        ask_same_person(around.worker, words, around.today, person_id, file, file.message_bar)

    file.add_button(words.text("Same person as …"), "users", ask)
