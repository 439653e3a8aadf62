"""The menu of a list that gives its chosen rows to another coordinator."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu

from mentorapp.operations import Transaction, offices
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.list_page import ListPage
from ui.widgets.taking_back import undo_button
from ui.work import Progress, Worker


class CoordinatorMenu:
    """`job` makes the write for a name, with what it tells and asks of its progress; `said` tells
    what came of it.
    """

    def __init__(
        self,
        bar: ChosenBar,
        page: ListPage[Any],
        worker: Worker,
        words: Words,
        job: Callable[[str, Progress], Callable[[Transaction], int]],
        said: Callable[[str, int], str],
    ) -> None:
        self._page, self._worker, self._words = page, worker, words
        self._job, self._said = job, said
        self._names: tuple[str, ...] = ()
        self.menu = bar.add_menu(words.text("Coordinator"), "user", self._fill)

    def refresh(self) -> None:
        """Read who the office's coordinators are."""
        self._worker.read(self._page, lambda tx: offices.read(tx).coordinators, self._keep)

    def _keep(self, names: tuple[str, ...]) -> None:
        self._names = names

    def _fill(self, menu: QMenu) -> None:
        for name in self._names:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._hand_over, name))
        if not self._names:
            none = menu.addAction(self._words.text("No coordinators: name them in the settings"))
            none.setEnabled(False)

    def _hand_over(self, name: str, _checked: bool = False) -> None:
        words, progress = self._words, Progress()
        self._worker.write(
            self._page,
            self._job(name, progress),
            lambda many: self._page.message_bar.success(
                self._said(name, many), undo_button(words, self._worker)
            ),
            lambda refused: self._page.message_bar.warning(explain(words, refused)),
            title=words.text("Handing over to another coordinator"),
            progress=progress,
        )
