"""What can be done with several people of a list at once: letters, status, a file."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenu

from mentorapp.operations import Transaction
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.people.role_list import P, RoleList
from ui.people.wording import status_text
from ui.widgets.coordinator_menu import CoordinatorMenu
from ui.widgets.list_export import add_export
from ui.widgets.list_page import ListPage
from ui.widgets.taking_back import undo_button
from ui.work import Progress, Worker


class PeopleBatch:
    """The bar below the list of one role."""

    def __init__(
        self,
        page: ListPage[P],
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        what: RoleList[P],
        print_due: SignalInstance,
    ) -> None:
        _ = words.text
        self._page, self._worker, self._words = page, worker, words
        self._today, self._what, self._print_due = today, what, print_due
        self._asked = 0
        self.bar = page.choose_many()
        self.bar.add_button(_("Print letters"), "printer", self._print)
        self.status = self.bar.add_menu(_("Status"), "list-checks", self._fill_status)
        self._coordinators = CoordinatorMenu(
            self.bar, page, worker, words, self._hand_over, self._say_handed
        )
        self.coordinator = self._coordinators.menu
        add_export(self.bar, page, worker, words)

    def refresh(self) -> None:
        """Read who the office's coordinators are."""
        self._coordinators.refresh()

    def _hand_over(self, name: str, progress: Progress) -> Callable[[Transaction], int]:
        today, what = self._today(), self._what
        ids = [what.role_id(row) for row in self._page.chosen_rows()]
        self._asked = len(ids)
        return lambda tx: what.hand_over(tx, ids, name, today, progress.report, progress.cancelled)

    def _say_handed(self, name: str, many: int) -> str:
        words = self._words
        people = words.plural("%(n)d person", "%(n)d people", many)
        said = words.text("%(name)s is now responsible for %(people)s.")
        told = said % {"name": name, "people": people}
        if self._asked == many:
            return told
        others = words.plural(
            "%(n)d has no running pair and stays as it is.",
            "%(n)d have no running pair and stay as they are.",
            self._asked - many,
        )
        return f"{told} {others}"

    def _print(self) -> None:
        self._print_due.emit(frozenset(row.person_id for row in self._page.chosen_rows()))

    def _fill_status(self, menu: QMenu) -> None:
        """The steps that all of them may take."""
        steps = [self._what.steps(row) for row in self._page.chosen_rows()]
        common = [step for step in self._what.statuses if all(step in one for one in steps)]
        for status in common:
            action = menu.addAction(status_text(self._words, status))
            action.triggered.connect(partial(self._set_status, status))
        if not common:
            none = menu.addAction(self._words.text("No step that all of them can take"))
            none.setEnabled(False)

    def _set_status(self, status: Any, _checked: bool = False) -> None:
        words, today, progress = self._words, self._today(), Progress()
        ids = [self._what.role_id(row) for row in self._page.chosen_rows()]

        def say(many: int) -> None:
            people = words.plural("%(n)d person", "%(n)d people", many)
            said = words.text("%(people)s: now %(status)s.")
            self._page.message_bar.success(
                said % {"people": people, "status": status_text(words, status)},
                undo_button(words, self._worker),
            )

        self._worker.write(
            self._page,
            lambda tx: self._what.set_statuses(
                tx, ids, status, today, progress.report, progress.cancelled
            ),
            say,
            lambda refused: self._page.message_bar.warning(explain(words, refused)),
            title=words.text("Changing the status"),
            progress=progress,
        )
